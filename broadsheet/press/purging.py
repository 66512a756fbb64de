"""Purging from the newsroom's side: in the store, then in the caches outside, again and again until it is done."""

import logging
import threading
from collections.abc import Callable, Iterable, Sequence

from broadsheet.press.sqlite import StoreUnavailableError
from broadsheet.press.store import Store

AGAIN_SECONDS = 1.0

log = logging.getLogger(__name__)

type TellCaches = Callable[[Sequence[str], Sequence[str]], None]
"""Tells caches outside which addresses and which keys are over."""


class Purger:
    """Purges now, or as soon as the press's file can be written again; then tells the caches outside, from a thread.

    While the file is locked or the disk is full, what is owed is kept in memory and tried every second.
    """

    def __init__(self, store: Store, tell_caches: TellCaches | None = None) -> None:
        self._store, self._tell_caches = store, tell_caches
        self._owed: list[tuple[frozenset[str], bool]] = []
        self._change = threading.Condition()
        self._working = False

    def purge(self, keys: Iterable[str], *, hard: bool) -> None:
        wanted = frozenset(keys)
        try:
            addresses = self._store.purge(wanted, hard=hard)
        except StoreUnavailableError as error:
            log.warning("A purge waits: %s", error)
            self._owe(wanted, hard=hard)
        else:
            self._tell(addresses, wanted)

    def wait(self, seconds: float) -> bool:
        """Wait until nothing is owed; False if something still is after that time."""
        with self._change:
            return self._change.wait_for(lambda: not self._owed, seconds)

    def _owe(self, keys: frozenset[str], *, hard: bool) -> None:
        with self._change:
            self._owed.append((keys, hard))
            if not self._working:
                self._working = True
                threading.Thread(target=self._pay, name="purges owed", daemon=True).start()

    def _pay(self) -> None:
        while True:
            with self._change:
                if not self._owed:
                    self._working = False
                    return
                keys, hard = self._owed[0]
            try:
                addresses = self._store.purge(keys, hard=hard)
            except StoreUnavailableError:
                threading.Event().wait(AGAIN_SECONDS)
                continue
            with self._change:
                self._owed.pop(0)
                self._change.notify_all()
            self._tell(addresses, keys)

    def _tell(self, addresses: Sequence[str], keys: frozenset[str]) -> None:
        if self._tell_caches is not None:
            threading.Thread(target=self._tell_caches, args=(addresses, sorted(keys)), daemon=True).start()
