"""The demo edition: a small newspaper, The Haemil Lantern, written and drawn for this package."""
