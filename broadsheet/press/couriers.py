"""Couriers: each tells one cache outside of every purge, in order, and again until it has heard."""

import logging
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from broadsheet.press.figures import Figure
from broadsheet.press.sqlite import StoreUnavailableError
from broadsheet.press.store import Store

TICK = 0.1
AFTER_THE_FRONTS = 0.25
"""Seconds that a cache is told later than the fronts: one that asks again at once must not get the old page again."""

LONGEST_REST = 30.0
_MOST_ORDERS = 100

log = logging.getLogger(__name__)


class CacheUnreachableError(Exception):
    """A cache outside could not be told; the message says what it answered."""


class OutsideCache(Protocol):
    """A cache in front of the newspaper. `name` is shown in logs and figures, and holds no secret."""

    name: str

    def forget(self, addresses: Sequence[str], keys: Sequence[str]) -> None:
        """Drop what stands at the addresses or has one of the keys; raises CacheUnreachableError."""


class Courier:
    """Works in a thread of its own, so that a cache that hangs holds up neither the clock nor another cache.

    What it has yet to tell is the purges after the last one told, whose number the store keeps: a courier that was
    killed goes on where it was.
    """

    def __init__(self, store: Store, cache: OutsideCache) -> None:
        self.told = self.failures = self.owed = 0
        self._store, self._cache = store, cache
        self._rest = TICK

    def start(self, over: threading.Event, also: Callable[[], None]) -> threading.Thread:
        """Deliver until `over` is set; `also` is called after each round."""

        def run() -> None:
            while not over.wait(self.deliver(time.time())):
                also()

        thread = threading.Thread(target=run, name=f"courier to {self._cache.name}", daemon=True)
        thread.start()
        return thread

    def deliver(self, now: float) -> float:
        """Tell what there is to tell; gives the seconds until the next round."""
        try:
            orders = self._store.orders_for(self._cache.name, before=now - AFTER_THE_FRONTS, most=_MOST_ORDERS)
            self.owed = len(orders)
            if not orders:
                return TICK
            addresses = sorted({address for order in orders for address in order.addresses})
            self._cache.forget(addresses, sorted({key for order in orders for key in order.keys}))
            self._store.note_told(self._cache.name, orders[-1].number)
        except (CacheUnreachableError, StoreUnavailableError) as error:
            self.failures += 1
            self._rest = min(2 * max(self._rest, 0.5), LONGEST_REST)
            log.warning("%s could not be told of %d purges: %s", self._cache.name, self.owed, error)
            return self._rest
        self.told += len(orders)
        self.owed, self._rest = 0, TICK
        return TICK

    def figures(self) -> Iterable[Figure]:
        label = f'cache="{self._cache.name}"'
        yield Figure("broadsheet_caches_told_total", "counter", "Purges told to a cache outside.", self.told, label)
        yield Figure("broadsheet_cache_failures_total", "counter", "Times that it did not hear.", self.failures, label)
        yield Figure("broadsheet_cache_owed", "gauge", "Purges that it has yet to hear of.", self.owed, label)
