"""Forgets what need not be known any longer: salts at the day's end, keys once their day is summed, old hours."""

from pathlib import Path
from zoneinfo import ZoneInfo

from broadsheet.readership.ledger import Ledger
from broadsheet.readership.tallies import sum_pairs, tally
from broadsheet.readership.visitors import Salts, day_begins, day_of, whole_day

MINUTES_KEPT = 2 * 24 * 3600  # seconds
HOURS_KEPT = 90 * 24 * 3600
NONCES_KEPT = 2 * 24 * 3600  # after their day: as long as a token that came with one lives
RANKED = 3600_000  # milliseconds for which rankings look at the networks of yesterday's readers


def destroy_salts(salts: Path, now: float, zone: ZoneInfo) -> list[str]:
    """Destroy the salts of past days; returns those days."""
    return Salts(salts, zone).destroy_past(now)


def erase(ledger: Ledger, now: float, zone: ZoneInfo) -> None:
    """Sum up every day that is over and erase its keys, an hour after its end; drop what is older than it is kept."""
    tally(ledger, zone)
    at = int(now * 1000)
    today = whole_day(at - RANKED, zone).begins // 1000
    database = ledger.database
    for (day,) in database.execute("SELECT DISTINCT day FROM reader WHERE day < ?", (today,)).fetchall():
        sum_pairs(ledger, day)
    nonces = day_begins(day_of(now - NONCES_KEPT, zone), zone)
    with ledger.transaction():
        database.execute("DELETE FROM signal WHERE day < ?", (today,))
        database.execute("DELETE FROM reader WHERE day < ?", (today,))
        database.execute("DELETE FROM nonce WHERE day < ?", (nonces,))
        for table, kept in (("minute", MINUTES_KEPT), ("hour", HOURS_KEPT)):
            for kind in ("story", "source"):
                database.execute(f"DELETE FROM {kind}_{table} WHERE start < ?", (now - kept,))
        database.execute("DELETE FROM slot WHERE hour < ?", (now - HOURS_KEPT,))
        database.execute("DELETE FROM pair WHERE day < ?", (now - HOURS_KEPT,))
        database.execute("DELETE FROM shown WHERE minute < ?", (now - MINUTES_KEPT,))
    # Erased pages are overwritten; what the log still holds of them goes with it.
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
