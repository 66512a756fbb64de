"""THE EDITOR'S ROOM: Wagtail's admin, arranged for a newsroom."""
