"""PAGES, READY TO HAND OUT: keys, rules, the store, purges, and the front that serves them without Django."""
