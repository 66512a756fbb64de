"""Purging from the newsroom's side: announced before the commit, made after it, again and again until it is done."""

import logging
import threading
from collections.abc import Iterable

from broadsheet.press.sqlite import StoreUnavailableError
from broadsheet.press.store import Store

AGAIN_SECONDS = 1.0

log = logging.getLogger(__name__)


class Purger:
    """Purges now, or as soon as the press's file can be written again.

    While the file is locked or the disk is full, what is owed is kept in memory and tried every second.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._owed: list[tuple[frozenset[str], bool, int | None]] = []
        self._change = threading.Condition()
        self._working = False

    def announce(self, keys: Iterable[str], *, hard: bool) -> int | None:
        """Say what is purged after the commit, so that it is done even if this process ends at that moment.

        None where the press's file cannot be used: a change at the desk does not wait for it.
        """
        try:
            return self._store.announce(keys, hard=hard)
        except StoreUnavailableError as error:
            log.warning("A purge could not be announced: %s", error)
            return None

    def purge(self, keys: Iterable[str], *, hard: bool, announced: int | None = None) -> None:
        wanted = frozenset(keys)
        try:
            self._store.purge(wanted, hard=hard, announced=announced)
        except StoreUnavailableError as error:
            log.warning("A purge waits: %s", error)
            self._owe(wanted, hard=hard, announced=announced)

    def wait(self, seconds: float) -> bool:
        """Wait until nothing is owed; False if something still is after that time."""
        with self._change:
            return self._change.wait_for(lambda: not self._owed, seconds)

    def _owe(self, keys: frozenset[str], *, hard: bool, announced: int | None) -> None:
        with self._change:
            self._owed.append((keys, hard, announced))
            if not self._working:
                self._working = True
                threading.Thread(target=self._pay, name="purges owed", daemon=True).start()

    def _pay(self) -> None:
        while True:
            with self._change:
                if not self._owed:
                    self._working = False
                    return
                keys, hard, announced = self._owed[0]
            try:
                self._store.purge(keys, hard=hard, announced=announced)
            except StoreUnavailableError:
                threading.Event().wait(AGAIN_SECONDS)
                continue
            with self._change:
                self._owed.pop(0)
                self._change.notify_all()
