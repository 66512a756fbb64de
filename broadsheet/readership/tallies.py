"""Sums up what the ledger holds: a story a minute, an hour, a day, up to a watermark. A run after a crash does no harm.

Minutes and hours that a run touches are summed again from their signals; days and totals grow by what is new. Both
happen in one transaction with the watermark, so that a run counts wholly or not at all.
"""

import sqlite3
from zoneinfo import ZoneInfo

from broadsheet.readership.ledger import Ledger
from broadsheet.readership.signals import Kind
from broadsheet.readership.visitors import whole_day

WATERMARK = "tallied"  # the place: the last signal's id that every sum contains
FEWEST = 3  # readers two stories must share in a day before anybody may know that they share any
MOST_STORIES = 60  # stories of one reader in a day, beyond whom nothing about pairs can be learnt

SUMS = f"""
    sum(kind = {Kind.VIEW}), count(DISTINCT CASE WHEN kind = {Kind.VIEW} AND suspect = 0 THEN visitor END),
    sum(kind = {Kind.ENGAGED}), sum(kind = {Kind.SHARE})
"""


def tally(ledger: Ledger, zone: ZoneInfo) -> int:
    """Add every signal beyond the watermark to the sums; returns how many those were."""
    with ledger.transaction() as database:
        database.execute("CREATE TEMP TABLE IF NOT EXISTS newcomer (visitor, story, section)")
        database.execute(
            "CREATE TEMP TABLE IF NOT EXISTS growth (story, section, suspect, views, readers, engaged, shares)"
        )
        first = ledger.place(WATERMARK) + 1
        last = database.execute("SELECT coalesce(max(id), 0) FROM signal").fetchone()[0]
        if last < first:
            return 0
        for begins, ends in _new_days(database, first, zone):
            _sum_day(database, first, begins, ends)
        ledger.put_place(WATERMARK, last)
    return last - first + 1


def sum_pairs(ledger: Ledger, day: int) -> None:
    """Count the readers that each two stories shared on a day (seconds since 1970); small sums are not kept."""
    with ledger.transaction() as database:
        database.execute("DELETE FROM pair WHERE day = ?", (day,))
        database.execute(
            """
            INSERT INTO pair
            WITH of_several AS (
                SELECT visitor FROM reader WHERE day = :day GROUP BY visitor HAVING count(*) BETWEEN 2 AND :most
            )
            SELECT :day, a.story, b.story, count(*) FROM of_several
            JOIN reader a ON a.day = :day AND a.visitor = of_several.visitor
            JOIN reader b ON b.day = :day AND b.visitor = of_several.visitor AND b.story > a.story
            GROUP BY a.story, b.story HAVING count(*) >= :fewest
            """,
            {"day": day, "most": MOST_STORIES, "fewest": FEWEST},
        )


def _new_days(database: sqlite3.Connection, first: int, zone: ZoneInfo) -> list[tuple[int, int]]:
    """The newspaper's days, in milliseconds, that signals from id `first` on fall into."""
    days = database.execute("SELECT DISTINCT day FROM signal WHERE id >= ? ORDER BY day", (first,))
    found = [whole_day(day * 1000, zone) for (day,) in days]
    return [(day.begins, day.ends) for day in found]


def _sum_day(database: sqlite3.Connection, first: int, begins: int, ends: int) -> None:
    earliest = database.execute(
        "SELECT min(at) FROM signal WHERE id >= ? AND at >= ? AND at < ?", (first, begins, ends)
    ).fetchone()[0]
    given = {"first": first, "day": begins // 1000, "begins": begins, "ends": ends}
    for period, length in (("minute", 60_000), ("hour", 3_600_000)):
        # Periods are counted from the day's beginning, which in some zones is not a full hour of the world's clock.
        from_ = earliest - (earliest - begins) % length
        start = f"(at - (at - :begins) % {length}) / 1000"
        database.execute(
            f"INSERT OR REPLACE INTO story_{period} SELECT {start}, story, section, suspect, {SUMS}"
            " FROM signal WHERE at >= :from AND at < :ends GROUP BY 1, 2, 3, 4",
            given | {"from": from_},
        )
        database.execute(
            f"INSERT OR REPLACE INTO source_{period} SELECT {start}, story, referrer, count(*) FROM signal"
            f" WHERE at >= :from AND at < :ends AND kind = {Kind.VIEW} AND suspect = 0 GROUP BY 1, 2, 3",
            given | {"from": from_},
        )
    _grow_day(database, given)


def _grow_day(database: sqlite3.Connection, given: dict[str, int]) -> None:
    _find_newcomers(database, given)
    database.execute("INSERT INTO reader SELECT :day, visitor, story FROM temp.newcomer ORDER BY visitor, story", given)
    database.execute("DELETE FROM temp.growth")
    database.execute(
        f"""
        INSERT INTO temp.growth
        SELECT story, section, suspect, sum(views), sum(readers), sum(engaged), sum(shares) FROM (
            SELECT story, section, suspect, sum(kind = {Kind.VIEW}) AS views, 0 AS readers,
                sum(kind = {Kind.ENGAGED}) AS engaged, sum(kind = {Kind.SHARE}) AS shares
            FROM signal WHERE id >= :first AND at >= :begins AND at < :ends GROUP BY 1, 2, 3
            UNION ALL
            SELECT story, section, 0, 0, count(*), 0, 0 FROM temp.newcomer GROUP BY 1, 2
        ) GROUP BY 1, 2, 3
        """,
        given,
    )
    database.execute(
        "INSERT INTO story_day SELECT :day, * FROM temp.growth WHERE true"
        " ON CONFLICT (start, story, section, suspect) DO UPDATE SET views = views + excluded.views,"
        " readers = readers + excluded.readers, engaged = engaged + excluded.engaged,"
        " shares = shares + excluded.shares",
        given,
    )
    database.execute(
        "INSERT INTO source_day SELECT :day, story, referrer, count(*) FROM signal"
        f" WHERE id >= :first AND at >= :begins AND at < :ends AND kind = {Kind.VIEW} AND suspect = 0 GROUP BY 2, 3"
        " ON CONFLICT (start, story, host) DO UPDATE SET views = views + excluded.views",
        given,
    )
    _grow_totals(database)


def _find_newcomers(database: sqlite3.Connection, given: dict[str, int]) -> None:
    """Readers who had not read a story before on this day."""
    database.execute("DELETE FROM temp.newcomer")
    database.execute(
        f"""
        INSERT INTO temp.newcomer
        SELECT visitor, story, min(section) FROM signal
        WHERE id >= :first AND at >= :begins AND at < :ends AND kind = {Kind.VIEW} AND suspect = 0
            AND NOT EXISTS (
                SELECT 1 FROM reader
                WHERE reader.day = :day AND reader.visitor = signal.visitor AND reader.story = signal.story
            )
        GROUP BY visitor, story
        """,
        given,
    )


def _grow_totals(database: sqlite3.Connection) -> None:
    """Add to the stories' totals; every change gets a number of its own, by which a front finds what is new."""
    database.execute(
        """
        INSERT INTO total (story, views, readers, engaged, shares, suspect, changed)
        SELECT story, sum(views * (1 - suspect)), sum(readers), sum(engaged * (1 - suspect)),
            sum(shares * (1 - suspect)), sum(views * suspect), (SELECT coalesce(max(changed), 0) + 1 FROM total)
        FROM temp.growth GROUP BY story
        ON CONFLICT (story) DO UPDATE SET views = views + excluded.views, readers = readers + excluded.readers,
            engaged = engaged + excluded.engaged, shares = shares + excluded.shares,
            suspect = suspect + excluded.suspect, changed = excluded.changed
        """
    )
