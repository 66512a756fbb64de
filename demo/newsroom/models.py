"""The newspaper's own models."""
