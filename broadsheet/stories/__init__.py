"""WHAT WAS REPORTED: stories, who wrote them, their photos and their corrections."""
