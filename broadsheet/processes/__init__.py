"""The newspaper's processes: the front, the newsroom, the clock, and their supervisor."""
