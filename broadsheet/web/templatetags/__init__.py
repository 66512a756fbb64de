"""Template tags of the reader’s pages."""
