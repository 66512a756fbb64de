"""THE READER'S PAGE: templates named after the room that asks, static files, template tags and serving."""
