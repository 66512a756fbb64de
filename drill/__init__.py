"""FAULTS, ON PURPOSE: each module is one drill; `main()` raises if the newspaper loses or tells something wrong."""
