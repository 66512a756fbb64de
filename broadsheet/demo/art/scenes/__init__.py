"""Every scene by its name; a scene is a function that fills a sheet."""
