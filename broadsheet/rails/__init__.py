"""WHAT TO READ NEXT: the catalogue of rails, features, rankers, the plan of a whole page, refresh and replay."""
