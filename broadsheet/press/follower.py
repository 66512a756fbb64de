"""The follower: a thread that watches the store for purges and the filler for news, and tells the front's loop."""

import threading
import time
from collections.abc import Sequence
from typing import Protocol

from broadsheet.press.plate import Filler
from broadsheet.press.sqlite import StoreUnavailableError
from broadsheet.press.store import Purge, Store

TICK = 0.02
"""Seconds between two looks. One look is one PRAGMA, some 10 microseconds; a purge is obeyed within two looks."""

_FILLER_TICKS = 5
_CHECK_TICKS = 50


class Listener(Protocol):
    """Who hears of it, called from the follower's thread."""

    def obey(self, purges: Sequence[Purge]) -> None: ...

    def refill(self, version: int) -> None: ...

    def lose_track(self) -> None:
        """The store was replaced by an emptier one: what was purged in between is not known."""

    def tick(self, now: float) -> None: ...


class Follower:
    """Tells one listener. `seen` is the number of the last purge that was handed on."""

    def __init__(self, store: Store, filler: Filler, listener: Listener) -> None:
        self.seen = 0
        self.store_is_up = False
        self._store, self._filler, self._listener = store, filler, listener
        self._sign = -1
        self._version = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="follower", daemon=True)

    def start(self) -> None:
        """Take the store's newest purge as the beginning, and follow from there."""
        try:
            self.seen = self._store.newest_purge()
            self.store_is_up = True
        except StoreUnavailableError:
            self.store_is_up = False
        self._look_at_filler()
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        count = 0
        while not self._over.wait(TICK):
            count += 1
            self._listener.tick(time.time())
            self._look_at_store(check=count % _CHECK_TICKS == 0)
            if count % _FILLER_TICKS == 0:
                self._look_at_filler()

    def _look_at_store(self, *, check: bool) -> None:
        try:
            sign = self._store.signs_of_change()
            if sign != self._sign or check:
                self._follow()
            self._sign, self.store_is_up = sign, True
        except StoreUnavailableError:
            self._sign, self.store_is_up = -1, False

    def _follow(self) -> None:
        purges = self._store.purges_since(self.seen)
        if purges:
            self.seen = purges[-1].number
            self._listener.obey(purges)
        elif (newest := self._store.newest_purge()) < self.seen:
            self.seen = newest
            self._listener.lose_track()

    def _look_at_filler(self) -> None:
        try:
            version = self._filler.version()
        except Exception:  # whatever a filler reads may be locked or gone: the fillings stay as they are
            return
        if version != self._version:
            self._version = version
            self._listener.refill(version)
