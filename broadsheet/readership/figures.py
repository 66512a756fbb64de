"""Tells what was counted: views of a story for its page, readers a minute and an hour for the rails."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from broadsheet.readership.ledger import FILE, Ledger
from broadsheet.readership.signals import Kind

LOOK_EVERY = 1.0  # seconds between looks at the ledger
NETWORK_SHARE = 0.05  # the most that one network may give to a story's last hour, for rankings …
NETWORK_FLOOR = 20  # … unless it is no more than this many readers


def public_figure(number: int) -> str:
    """A figure as readers see it: rounded down to tens below 10,000, to hundreds above, as 12.3k."""
    if number < 10_000:
        return str(number // 10 * 10)
    return f"{number // 1000}.{number % 1000 // 100}k"


class Views:
    """Every story's public number of views, kept in a front's memory and brought up to date by what has changed."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE
        self._database: sqlite3.Connection | None = None
        self._views: dict[int, int] = {}
        self._changed = -1
        self._version = 0
        self._looked = float("-inf")

    def of(self, story: int) -> int:
        return self._views.get(story, 0)

    def version(self, now: float) -> int:
        """A number that grows whenever a figure that readers see has changed; looks at most once a second."""
        if now - self._looked >= LOOK_EVERY or now < self._looked:
            self._looked = now
            self._catch_up()
        return self._version

    def close(self) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None

    def _catch_up(self) -> None:
        if self._database is None:
            if not self._file.exists():
                return  # nothing was ever counted
            self._database = sqlite3.connect(f"file:{self._file}?mode=ro", uri=True, isolation_level=None)
        shown = False
        changes = "SELECT story, views + imported, changed FROM total WHERE changed > ?"
        try:
            for story, views, changed in self._database.execute(changes, (self._changed,)).fetchall():
                shown = shown or public_figure(views) != public_figure(self.of(story))
                self._views[story] = views
                self._changed = max(self._changed, changed)
        except sqlite3.OperationalError:
            self.close()  # the ledger is just being made
        self._version += shown


class StoryReaders(NamedTuple):
    """One story in one period, which begins at `start`, seconds since 1970."""

    story: int
    start: int
    readers: int
    engaged: int
    seen: int
    followed: int


def readers_by_minute(ledger: Ledger, since: float, now: float) -> Iterator[StoryReaders]:
    """Every story's readers of each minute from `since` on, for rankings: without suspects, networks capped."""
    caps = _excess_by_minute(ledger, now)
    rows = ledger.database.execute(
        """
        SELECT story, start, sum(readers), sum(engaged), sum(seen), sum(followed) FROM (
            SELECT story, start, readers, engaged, 0 AS seen, 0 AS followed FROM story_minute
            WHERE start >= :since AND suspect = 0
            UNION ALL SELECT story, minute, 0, 0, seen, followed FROM shown WHERE minute >= :since
        ) GROUP BY story, start
        """,
        {"since": since},
    )
    for story, start, readers, engaged, seen, followed in rows:
        capped = max(0, readers - round(caps.get((story, start), 0.0)))
        yield StoryReaders(story, start, capped, engaged, seen, followed)


def readers_by_hour(ledger: Ledger, since: float) -> Iterator[StoryReaders]:
    """The same by the hours of the newspaper's day, from further back."""
    rows = ledger.database.execute(
        """
        SELECT story, start, sum(readers), sum(engaged), sum(seen), sum(followed) FROM (
            SELECT story, start, readers, engaged, 0 AS seen, 0 AS followed FROM story_hour
            WHERE start >= :since AND suspect = 0
            UNION ALL SELECT story, hour, 0, 0, seen, followed FROM slot WHERE hour >= :since
        ) GROUP BY story, start
        """,
        {"since": since},
    )
    return map(StoryReaders._make, rows)


def pairs_read_together(ledger: Ledger, since: float) -> Iterator[tuple[int, int, int]]:
    """How many readers two stories shared, summed over the days since then."""
    yield from ledger.database.execute(
        "SELECT one, other, sum(readers) FROM pair WHERE day >= ? GROUP BY 1, 2", (since,)
    )


def _excess_by_minute(ledger: Ledger, now: float) -> dict[tuple[int, int], float]:
    """What networks gave to stories in the last hour beyond max(20, 5 %), spread over the minutes in which they did."""
    since = int((now - 3600) * 1000)
    heavy = ledger.database.execute(
        f"""
        WITH given AS (
            SELECT story, network, count(DISTINCT visitor) AS readers FROM signal
            WHERE at >= ? AND kind = {Kind.VIEW} AND suspect = 0 GROUP BY story, network
        )
        SELECT story, network, readers, (SELECT sum(readers) FROM given all_of WHERE all_of.story = given.story)
        FROM given WHERE readers > ?
        """,
        (since, NETWORK_FLOOR),
    ).fetchall()
    excess: dict[tuple[int, int], float] = {}
    for story, network, readers, everybody in heavy:
        beyond = readers - max(NETWORK_FLOOR, NETWORK_SHARE * everybody)
        if beyond <= 0:
            continue
        minutes = ledger.database.execute(
            f"""
            SELECT start, count(DISTINCT visitor) FROM (
                SELECT (at - (at - day * 1000) % 60000) / 1000 AS start, visitor FROM signal
                WHERE at >= ? AND story = ? AND network = ? AND kind = {Kind.VIEW} AND suspect = 0
            ) GROUP BY start
            """,
            (since, story, network),
        )
        for start, given in minutes:
            excess[story, start] = excess.get((story, start), 0.0) + given * beyond / readers
    return excess
