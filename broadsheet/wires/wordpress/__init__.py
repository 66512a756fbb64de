"""WordPress: its export file (WXR) is read, shaped into stories and standing pages, and loaded.

reader → items → library → shape: all of it functions of values that know no database. `broadsheet.wires.intake` loads.
"""
