"""WHERE STORIES STAND: the front page and the sections; chosen by editors first, then filled with the newest."""
