"""Brings every front's journal into the ledger: in order of time, decided once, each line exactly once."""

import heapq
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import batched
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from broadsheet.readership.judgement import COUNTED, REPEATED, TOO_FAST, WINDOW, Judgement
from broadsheet.readership.ledger import Ledger
from broadsheet.readership.segments import is_abandoned, list_segments, read_lines, remove_drafts, remove_if_abandoned
from broadsheet.readership.signals import Kind
from broadsheet.readership.visitors import Day, whole_day

SETTLES = 2_000  # milliseconds that a signal is given to reach its journal before the ledger goes on without it
BATCH = 20_000  # signals in one transaction
HORIZON = "merged"  # the place, in milliseconds, up to which everything is merged


class Item(NamedTuple):
    """Something that was received: one signal (`row`), or the refusals that a line reports. Ordered by time."""

    at: int
    segment: str
    begins: int  # of its line, bytes from the segment's start
    number: int  # within its line
    row: list[Any] | None
    refused: dict[str, int]


@dataclass
class Batch:
    """What one transaction adds to the ledger, given the nonces that it knows already."""

    judgement: Judgement
    known: set[int]
    outcomes: Counter[tuple[int, str]] = field(default_factory=Counter)
    signals: list[tuple[object, ...]] = field(default_factory=list)
    nonces: list[tuple[int, int]] = field(default_factory=list)
    seen: Counter[tuple[int, str, int, int, str]] = field(default_factory=Counter)
    followed: Counter[tuple[int, str, int, int, str]] = field(default_factory=Counter)
    shown: Counter[tuple[int, int, bool]] = field(default_factory=Counter)  # minute, story, whether it was followed

    def take(self, item: Item, at: int, day: Day) -> None:
        """Decide what becomes of an item that counts from `at`, milliseconds, on."""
        hour = day.hour_of(at) // 1000
        if item.row is None:
            for reason, number in item.refused.items():
                self.outcomes[hour, reason] += number
        else:
            outcome = self._decide(item.row, at, day)
            self.outcomes[hour, outcome] += 1

    def _decide(self, row: list[Any], at: int, day: Day) -> str:
        kind, _, story, visitor, network, nonce, section, referrer, variant, slots = row
        if self.judgement.is_too_fast(at, visitor):
            return TOO_FAST
        if nonce in self.known:
            return REPEATED
        self.known.add(nonce)
        self.nonces.append((nonce, day.begins // 1000))
        if self.judgement.is_repeated(at, visitor, story, kind):
            return REPEATED
        if kind in (Kind.SEEN, Kind.FOLLOWED):
            self._place(kind, slots, variant, at, day)
        else:
            suspect = self.judgement.is_suspect(at, visitor, story, kind)
            self.signals.append((at, day.begins // 1000, kind, story, visitor, network, suspect, section, referrer))
        return COUNTED

    def _place(self, kind: int, slots: list[tuple[str, int, int]], variant: str, at: int, day: Day) -> None:
        places = self.seen if kind == Kind.SEEN else self.followed
        for rail, position, story in slots:
            places[day.hour_of(at) // 1000, rail, position, story, variant] += 1
            self.shown[at // 60_000 * 60, story, kind == Kind.FOLLOWED] += 1


def merge(ledger: Ledger, journals: Path, now: float, zone: ZoneInfo) -> int:
    """Merge what was received until two seconds before `now`; returns how many signals that were. Safe to run again."""
    horizon = (int(now * 1000) - SETTLES) // 1000 * 1000
    segments = list_segments(journals)
    abandoned = [path for path in segments if is_abandoned(path)]
    judgement = _resume(ledger)
    received = 0
    # A batch's last second may go on in the next: the pace of visitors is kept in the judgement between them.
    for items in batched(_take(ledger, segments, horizon), BATCH, strict=False):
        received += _merge_batch(ledger, judgement, items, zone)
    with ledger.transaction():
        ledger.put_place(HORIZON, max(horizon, ledger.place(HORIZON)))
        judgement.forget(ledger.place(HORIZON))
        ledger.database.execute("DELETE FROM recent WHERE at < ?", (ledger.place(HORIZON) - WINDOW,))
    for path in abandoned:
        if _is_wholly_merged(ledger, path) and remove_if_abandoned(path):
            with ledger.transaction() as database:
                database.execute("DELETE FROM segment WHERE name = ?", (path.name,))
    remove_drafts(journals)
    return received


def count_waiting(ledger: Ledger, journals: Path) -> int:
    """How many signals are on disk and not yet merged."""
    while True:
        try:
            with ledger.snapshot():
                return sum(_size(item) for item in _take(ledger, list_segments(journals), None))
        except FileNotFoundError:
            continue  # merged and removed since the folder was listed


def _take(ledger: Ledger, segments: list[Path], horizon: int | None) -> Iterator[Item]:
    """What the segments hold beyond the places read up to, in order of time, received before `horizon`."""
    places = {name: (start, taken) for name, start, taken in ledger.database.execute("SELECT * FROM segment")}
    streams = [_items_of(path, *places.get(path.name, (0, 0)), horizon=horizon) for path in segments]
    return heapq.merge(*streams)


def _items_of(path: Path, start: int, taken: int, *, horizon: int | None) -> Iterator[Item]:
    for line in read_lines(path, start):
        rows = [Item(row[1], path.name, line.begins, number, row, {}) for number, row in enumerate(line.rows)]
        # A line's refusals stand behind its signals, and never before the last of them.
        behind = max(line.at, rows[-1].at if rows else 0)
        for item in [*rows, Item(behind, path.name, line.begins, len(rows), None, line.refused)]:
            if horizon is not None and item.at >= horizon:
                return
            if item.begins > start or item.number >= taken:
                yield item


def _size(item: Item) -> int:
    return 1 if item.row else sum(item.refused.values())


def _merge_batch(ledger: Ledger, judgement: Judgement, items: tuple[Item, ...], zone: ZoneInfo) -> int:
    with ledger.transaction() as database:
        merged = ledger.place(HORIZON)
        batch = Batch(judgement, _known_nonces(ledger, items))
        day = whole_day(max(items[0].at, merged), zone)
        for item in items:
            at = max(item.at, merged)  # a straggler counts from now on; what has been decided stays
            if at >= day.ends:
                day = whole_day(at, zone)
            batch.take(item, at, day)
        _write(ledger, batch)
        database.executemany(
            "INSERT OR REPLACE INTO recent VALUES (?, ?, ?, ?)",
            [(*key, judgement.recent[key]) for key in judgement.changed],
        )
        judgement.changed.clear()
        places = {item.segment: (item.segment, item.begins, item.number + 1) for item in items}
        database.executemany("INSERT OR REPLACE INTO segment VALUES (?, ?, ?)", places.values())
    return sum(map(_size, items))


def _write(ledger: Ledger, batch: Batch) -> None:
    database = ledger.database
    database.executemany("INSERT INTO nonce VALUES (?, ?)", batch.nonces)
    database.executemany(
        "INSERT INTO signal (at, day, kind, story, visitor, network, suspect, section, referrer)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        batch.signals,
    )
    database.executemany(
        "INSERT INTO outcome VALUES (?, ?, ?)"
        " ON CONFLICT (hour, outcome) DO UPDATE SET signals = signals + excluded.signals",
        [(*key, number) for key, number in batch.outcomes.items()],
    )
    database.executemany(
        "INSERT INTO slot VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (hour, rail, position, story, variant)"
        " DO UPDATE SET seen = seen + excluded.seen, followed = followed + excluded.followed",
        [(*key, batch.seen[key], batch.followed[key]) for key in batch.seen.keys() | batch.followed.keys()],
    )
    database.executemany(
        "INSERT INTO shown VALUES (?, ?, ?, ?) ON CONFLICT (minute, story)"
        " DO UPDATE SET seen = seen + excluded.seen, followed = followed + excluded.followed",
        [
            (minute, story, 0 if followed else number, number if followed else 0)
            for (minute, story, followed), number in batch.shown.items()
        ],
    )


def _known_nonces(ledger: Ledger, items: tuple[Item, ...]) -> set[int]:
    asked = json.dumps([item.row[5] for item in items if item.row])
    found = ledger.database.execute("SELECT nonce FROM nonce WHERE nonce IN (SELECT value FROM json_each(?))", (asked,))
    return {nonce for (nonce,) in found}


def _resume(ledger: Ledger) -> Judgement:
    database = ledger.database
    merged = ledger.place(HORIZON)
    minute = merged // 60_000
    judgement = Judgement()
    judgement.resume(
        minute,
        {(visitor, story, kind): at for visitor, story, kind, at in database.execute("SELECT * FROM recent")},
        database.execute(
            "SELECT visitor, story FROM signal WHERE at >= ? AND kind = ? AND suspect = 0", (minute * 60_000, Kind.VIEW)
        ),
    )
    return judgement


def _is_wholly_merged(ledger: Ledger, path: Path) -> bool:
    row = ledger.database.execute("SELECT start, taken FROM segment WHERE name = ?", (path.name,)).fetchone()
    return next(_items_of(path, *(row or (0, 0)), horizon=None), None) is None
