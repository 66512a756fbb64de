"""What editors ask of the sums: now, a story's life, the sections, this week and the last, counted beside refused."""

from collections.abc import Sequence
from typing import NamedTuple

from broadsheet.readership.judgement import COUNTED, REPEATED
from broadsheet.readership.ledger import Ledger
from broadsheet.readership.sieve import REASONS


class Sum(NamedTuple):
    """What was counted of one thing: a period (by its beginning, seconds since 1970), a story, a host, a section."""

    what: int | str
    views: int
    readers: int = 0
    engaged: int = 0


class Outcome(NamedTuple):
    """How many signals came to one end: counted, repeated, or refused for a reason."""

    outcome: str
    signals: int


def by_minute(ledger: Ledger, since: int, until: int) -> list[Sum]:
    """Every minute of [since, until), also those in which nobody read."""
    return _filled(_by_period(ledger, "minute", since, until), range(since // 60 * 60, until, 60))


def by_day(ledger: Ledger, since: int, until: int) -> list[Sum]:
    """The days that begin in [since, until), seconds since 1970, and that have readers."""
    return _by_period(ledger, "day", since, until)


def life_of(ledger: Ledger, story: int, since: int, until: int) -> list[Sum]:
    """A story's hours in [since, until), also those in which nobody read it."""
    rows = ledger.database.execute(
        "SELECT start, sum(views), sum(readers), sum(engaged) FROM story_hour"
        " WHERE story = ? AND start >= ? AND start < ? AND suspect = 0 GROUP BY start",
        (story, since, until),
    )
    found = [Sum._make(row) for row in rows]
    return _filled(found, range(found[0].what, until, 3600)) if found else []  # type: ignore[arg-type]


def top_stories(ledger: Ledger, period: str, since: int, most: int = 20) -> list[Sum]:
    """The stories with the most readers in the periods ("minute", "hour", "day") from `since` on."""
    return _ranked(ledger, period, "story", since, most)


def by_section(ledger: Ledger, since: int) -> list[Sum]:
    """The sections' opaque labels with what they had on the days from `since` on, the most read first."""
    return _ranked(ledger, "day", "section", since, 100)


def sources(ledger: Ledger, period: str, since: int, story: int | None = None, most: int = 12) -> list[Sum]:
    """The hosts that readers came from; "" is none: an address typed, a bookmark, a message, this newspaper itself."""
    rows = ledger.database.execute(
        f"SELECT host, sum(views) FROM source_{period} WHERE start >= ? AND (? IS NULL OR story = ?)"
        " GROUP BY host ORDER BY 2 DESC, 1 LIMIT ?",
        (since, story, story, most),
    )
    return [Sum(host, views) for host, views in rows]


def outcomes(ledger: Ledger, since: int) -> list[Outcome]:
    """All ends that signals came to since then, in the order of the sieve, counted and repeated first."""
    found = dict(
        ledger.database.execute("SELECT outcome, sum(signals) FROM outcome WHERE hour >= ? GROUP BY outcome", (since,))
    )
    return [Outcome(name, found.get(name, 0)) for name in (COUNTED, REPEATED, *REASONS)]


def totals_of(ledger: Ledger, story: int) -> tuple[int, int, int, int, int, int]:
    """A story's views, readers, engaged reads, shares, suspect views, and views counted by a former system."""
    row = ledger.database.execute(
        "SELECT views, readers, engaged, shares, suspect, imported FROM total WHERE story = ?", (story,)
    ).fetchone()
    return row or (0, 0, 0, 0, 0, 0)


def _by_period(ledger: Ledger, period: str, since: int, until: int) -> list[Sum]:
    rows = ledger.database.execute(
        f"SELECT start, sum(views), sum(readers), sum(engaged) FROM story_{period}"
        " WHERE start >= ? AND start < ? AND suspect = 0 GROUP BY start",
        (since, until),
    )
    return [Sum._make(row) for row in rows]


def _ranked(ledger: Ledger, period: str, what: str, since: int, most: int) -> list[Sum]:
    rows = ledger.database.execute(
        f"SELECT {what}, sum(views), sum(readers), sum(engaged) FROM story_{period}"
        f" WHERE start >= ? AND suspect = 0 GROUP BY {what} ORDER BY 3 DESC, 2 DESC, 1 LIMIT ?",
        (since, most),
    )
    return [Sum._make(row) for row in rows]


def _filled(sums: Sequence[Sum], starts: Sequence[int]) -> list[Sum]:
    known = {found.what: found for found in sums}
    return [known.get(start, Sum(start, 0)) for start in starts]
