"""What the clock does for the rails: the refresh every ten seconds, relatedness in between."""

import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from broadsheet.options import Options, options_in_force
from broadsheet.press.store import Store
from broadsheet.rails.features import Tally
from broadsheet.rails.refresh import Refresh
from broadsheet.rails.relating import Relating
from broadsheet.readership.figures import pairs_read_together, readers_by_hour, readers_by_minute
from broadsheet.readership.house import open_ledger
from broadsheet.readership.ledger import Ledger

REFRESH_EVERY = 10.0
RELATE_EVERY, RELATE_FOR = 2.0, 0.5
"""Seconds between two turns of work on relatedness, and how long one takes at most while there is much to do."""

_PAIRS_EVERY = 3600.0
_PAIRS_OF = 7 * 86400


class LedgerFigures:
    """The readership's figures as the refresh asks for them."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def minutes(self, since: float) -> Iterator[Tally]:
        return readers_by_minute(self._ledger, since, time.time())

    def hours(self, since: float) -> Iterator[Tally]:
        return readers_by_hour(self._ledger, since)


class Turns:
    """The rails' work in one clock process."""

    def __init__(self, options: Options) -> None:
        store = Store(options.state / "press.sqlite3")
        self._ledger = open_ledger(options)
        self.refreshing = Refresh(store, LedgerFigures(self._ledger))
        self.relating = Relating(store, self.refreshing.morgue, self.refreshing.print_cards)
        self._together: dict[int, list[tuple[int, float]]] = {}
        self._together_at = float("-inf")

    def refresh(self, now: float) -> None:
        self.refreshing.run(now)

    def relate(self, now: float, seconds: float = RELATE_FOR) -> int:
        if now - self._together_at > _PAIRS_EVERY:
            self._together = _shares(pairs_read_together(self._ledger, now - _PAIRS_OF))
            self._together_at = now
        read = self.refreshing.tallied.figures(now)
        return self.relating.work(now, seconds, read=read, together=self._read_together)

    def _read_together(self, story: int) -> Sequence[tuple[int, float]]:
        return self._together.get(story, ())


def _shares(pairs: Iterator[tuple[int, int, int]]) -> dict[int, list[tuple[int, float]]]:
    """For each story the stories that its readers read too, as shares of the readers that the most shared one has."""
    counts: dict[int, dict[int, int]] = defaultdict(dict)
    for one, other, readers in pairs:
        counts[one][other] = readers
        counts[other][one] = readers
    return {
        story: [(other, readers / max(others.values())) for other, readers in others.items()]
        for story, others in counts.items()
    }


@cache
def turns() -> Turns:
    """This process's rails, made on first use."""
    return Turns(options_in_force())
