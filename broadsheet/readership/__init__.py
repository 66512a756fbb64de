"""WHO READ WHAT, without knowing who: beacon → sieve → journal → ledger → tallies. Knows ids and opaque labels."""
