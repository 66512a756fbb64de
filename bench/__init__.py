"""HOW FAST: each module is one benchmark; `main()` measures and prints."""
