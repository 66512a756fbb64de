"""WordPress: its export file (WXR) is read, shaped into stories and standing pages, and loaded.

reader → items → shape → load → report: `export`, `outline`, `body` and `shape` are functions of values and know no database.
"""
