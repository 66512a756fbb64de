"""The store: plates, their purges and the leases on printing them, for every process of the newspaper."""

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from broadsheet.press.cards import Cards
from broadsheet.press.holders import is_alive, this_holder
from broadsheet.press.plate import PageFacts, Plate
from broadsheet.press.sqlite import StoreUnavailableError

__all__ = ["Purge", "Store", "StoreUnavailableError"]


@dataclass(frozen=True, slots=True)
class Purge:
    """One order to take pages out of print. Soft ones may be shown until the new print is there."""

    number: int
    keys: frozenset[str]
    hard: bool


@dataclass(frozen=True, slots=True)
class Order:
    """What a cache outside is told of one purge: its keys, and the addresses where they stood."""

    number: int
    keys: frozenset[str]
    addresses: tuple[str, ...]


class Store(Cards):
    """All that the press keeps in one SQLite file; see PressFile for how it behaves when the file does not."""

    # Plates

    def plate(self, address: str) -> Plate | None:
        with self._reading() as connection:
            row = connection.execute(
                "SELECT status, headers, body, facts, keys, printed, expires, stale FROM plates WHERE address = ?",
                (address,),
            ).fetchone()
        if row is None:
            return None
        status, headers, body, facts, keys, printed, expires, stale = row
        return Plate(
            address=address,
            status=status,
            headers=tuple((n.encode("latin-1"), v.encode("latin-1")) for n, v in json.loads(headers)),
            body=body,
            keys=frozenset(keys.split()),
            facts=_facts(facts),
            printed=printed,
            expires=expires,
            stale=bool(stale),
        )

    def press(self, plate: Plate, *, began: int) -> bool:
        """Store a plate whole; False, and nothing stored, if one of its keys was purged after purge `began`."""
        headers = json.dumps([(n.decode("latin-1"), v.decode("latin-1")) for n, v in plate.headers])
        facts, keys = _facts_text(plate.facts), " ".join(sorted(plate.keys))
        with self._writing() as connection:
            if any(plate.keys & purge.keys for purge in self._purges(connection, began)):
                return False
            connection.execute("DELETE FROM plates WHERE address = ?", (plate.address,))
            connection.execute(
                "INSERT INTO plates VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)",
                (plate.address, plate.status, headers, plate.body, facts, keys, plate.printed, plate.expires),
            )
            connection.executemany("INSERT INTO stands_on VALUES (?, ?)", [(k, plate.address) for k in plate.keys])
        return True

    def discard(self, address: str) -> None:
        """Forget one plate, because its address no longer has a page."""
        with self._writing() as connection:
            connection.execute("DELETE FROM plates WHERE address = ?", (address,))

    def count_plates(self) -> int:
        with self._reading() as connection:
            return int(connection.execute("SELECT count(*) FROM plates").fetchone()[0])

    # Purges

    def purge(self, keys: Iterable[str], *, hard: bool, announced: int | None = None) -> list[str]:
        """Take every page with one of the keys out of print, on every front; gives the addresses where they stood.

        `announced` is the number of the announcement that is kept by it.
        """
        wanted = sorted(set(keys))
        marks = ", ".join("?" * len(wanted))
        with self._writing() as connection:
            query = f"SELECT DISTINCT address FROM stands_on WHERE key IN ({marks}) ORDER BY address"  # noqa: S608
            addresses = [address for (address,) in connection.execute(query, wanted)]
            act = "DELETE FROM plates WHERE address = ?" if hard else "UPDATE plates SET stale = 1 WHERE address = ?"
            connection.executemany(act, [(address,) for address in addresses])
            number = connection.execute(
                "INSERT INTO purges (keys, hard, made) VALUES (?, ?, ?)", (" ".join(wanted), hard, time.time())
            ).lastrowid
            connection.execute("INSERT INTO taken_out VALUES (?, ?)", (number, "\n".join(addresses)))
            connection.execute("DELETE FROM announced WHERE number = ?", (announced,))
        return addresses

    def announce(self, keys: Iterable[str], *, hard: bool) -> int:
        """Say before a commit what this process will purge after it; gives the announcement's number."""
        with self._writing() as connection:
            number = connection.execute(
                "INSERT INTO announced (keys, hard, holder, made) VALUES (?, ?, ?, ?)",
                (" ".join(sorted(set(keys))), hard, this_holder(), time.time()),
            ).lastrowid
        return int(number or 0)

    def purge_abandoned(self, *, before: float) -> int:
        """Purge what a process announced that has ended, or what was announced before that time; gives how many.

        The change may have been taken back with its transaction: then pages are printed again that need not be.
        """
        with self._reading() as connection:
            rows = connection.execute("SELECT number, keys, hard, holder, made FROM announced ORDER BY number")
            waiting = rows.fetchall()
        abandoned = [row for row in waiting if row[4] < before or not is_alive(row[3])]
        for number, keys, hard, _holder, _made in abandoned:
            self.purge(keys.split(), hard=bool(hard), announced=number)
        return len(abandoned)

    def newest_purge(self) -> int:
        with self._reading() as connection:
            return int(connection.execute("SELECT coalesce(max(number), 0) FROM purges").fetchone()[0])

    def purges_since(self, number: int) -> list[Purge]:
        with self._reading() as connection:
            return list(self._purges(connection, number))

    def orders_for(self, cache: str, *, before: float, most: int) -> list[Order]:
        """What a cache outside has yet to be told of the purges made before that time, the oldest first.

        A cache that was never heard of starts with the newest purge.
        """
        with self._writing() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO told VALUES (?, (SELECT coalesce(max(number), 0) FROM purges))", (cache,)
            )
            rows = connection.execute(
                "SELECT number, keys, addresses FROM purges JOIN taken_out USING (number)"
                " WHERE number > (SELECT number FROM told WHERE cache = ?) AND made < ? ORDER BY number LIMIT ?",
                (cache, before, most),
            ).fetchall()
        return [Order(number, frozenset(keys.split()), tuple(stood.split())) for number, keys, stood in rows]

    def note_told(self, cache: str, number: int) -> None:
        with self._writing() as connection:
            connection.execute("UPDATE told SET number = ? WHERE cache = ?", (number, cache))

    def forget_purges(self, *, before: float) -> int:
        """Delete all purges made before that time except the newest, which numbers the next; gives how many."""
        with self._writing() as connection:
            return connection.execute(
                "DELETE FROM purges WHERE made < ? AND number < (SELECT max(number) FROM purges)", (before,)
            ).rowcount

    def signs_of_change(self) -> int:
        """A number that differs whenever another connection has written; costs a few microseconds."""
        with self._reading() as connection:
            return int(connection.execute("PRAGMA data_version").fetchone()[0])

    # Leases: who is printing what

    def lease(self, address: str, holder: int, *, now: float, seconds: float) -> tuple[bool, int]:
        """Whether `holder` (a process id) may print the page now, and the number of the newest purge."""
        with self._writing() as connection:
            taken = connection.execute(
                "INSERT INTO leases VALUES (?, ?, ?) ON CONFLICT (address) DO UPDATE"
                " SET holder = excluded.holder, until = excluded.until WHERE until <= ? OR holder = excluded.holder",
                (address, holder, now + seconds, now),
            ).rowcount
            began = connection.execute("SELECT coalesce(max(number), 0) FROM purges").fetchone()[0]
        return taken == 1, int(began)

    def lease_holder(self, address: str, *, now: float) -> int | None:
        with self._reading() as connection:
            row = connection.execute(
                "SELECT holder FROM leases WHERE address = ? AND until > ?", (address, now)
            ).fetchone()
        return None if row is None else int(row[0])

    def release(self, address: str, holder: int) -> None:
        with self._writing() as connection:
            connection.execute("DELETE FROM leases WHERE address = ? AND holder = ?", (address, holder))

    @staticmethod
    def _purges(connection: sqlite3.Connection, number: int) -> Iterator[Purge]:
        rows = connection.execute("SELECT number, keys, hard FROM purges WHERE number > ? ORDER BY number", (number,))
        return (Purge(number, frozenset(keys.split()), bool(hard)) for number, keys, hard in rows)


def _facts_text(facts: PageFacts | None) -> str | None:
    return None if facts is None else json.dumps(asdict(facts))


def _facts(text: str | None) -> PageFacts | None:
    if text is None:
        return None
    said = json.loads(text)
    return PageFacts(said["story"], said["section"], said["language"], tuple(said["shown"]))
