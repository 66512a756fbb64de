"""The newspaper's own code."""
