"""IN FROM THE WORLD: other systems' files become stories."""
