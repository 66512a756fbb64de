"""Takes over the views that a newspaper counted before it moved: a table of addresses and counts."""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from broadsheet.readership.ledger import Ledger


class FormerCountsError(ValueError):
    """The table is not one of addresses and counts; the message says where and what to write."""


@dataclass
class Taken:
    """What became of the table's lines."""

    stories: int = 0
    views: int = 0
    unknown: list[str] = field(default_factory=list)  # addresses that no story has


def take_former_counts(ledger: Ledger, lines: Iterable[str], find_story: Callable[[str], int | None]) -> Taken:
    """Put each story's former views into the ledger; a second run replaces what the first put there.

    `lines` are CSV with the columns address and count, in any order, with or without others. Several addresses of one
    story are summed. Raises FormerCountsError, and takes nothing, if a line cannot be understood.
    """
    table = csv.DictReader(lines)
    if not {"address", "count"} <= set(table.fieldnames or ()):
        raise FormerCountsError("The first line must name the columns: address,count")
    counts: dict[int, int] = {}
    taken = Taken()
    for number, line in enumerate(table, start=2):
        count = (line["count"] or "").strip()
        if not count.isdecimal():
            raise FormerCountsError(f"Line {number}: “{count}” is not a whole number")
        story = find_story((line["address"] or "").strip())
        if story is None:
            taken.unknown.append(line["address"])
        else:
            counts[story] = counts.get(story, 0) + int(count)
    with ledger.transaction() as database:
        database.executemany(
            "INSERT INTO total (story, imported, changed)"
            " VALUES (?, ?, (SELECT coalesce(max(changed), 0) + 1 FROM total))"
            " ON CONFLICT (story) DO UPDATE SET imported = excluded.imported, changed = excluded.changed",
            counts.items(),
        )
    taken.stories, taken.views = len(counts), sum(counts.values())
    return taken
