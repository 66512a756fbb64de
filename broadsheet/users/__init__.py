"""The people who may sign in: the newsroom's accounts, never its readers."""
