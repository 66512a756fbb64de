"""WHO READS WHAT, for editors: now, a story's life, the sections, this week and the last."""
