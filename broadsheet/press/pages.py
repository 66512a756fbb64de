"""A front's pages: which impression answers an address now, and what a purge does to those in memory."""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from broadsheet.press.impression import Impression, open_plate
from broadsheet.press.plate import Plate
from broadsheet.press.printing import NotPressedError, Printer
from broadsheet.press.shelf import Shelf
from broadsheet.press.store import Purge
from broadsheet.press.upstream import NewsroomUnavailableError

MOST_WAITING = 2000
"""Readers who wait for pages on one front at a time; whoever comes after them hears 503 and when to come back."""

PATIENCE = 0.5
"""Seconds that a reader waits for a new print of a page of which there is an old one."""

POPULAR_SECONDS = 600.0
"""A page that was asked for this lately is printed again at once when it is purged."""

LONGEST_WAIT = 35.0
"""Seconds that a reader waits for a page of which there is no print at all."""

_PRESSES = 4
_MOST_REPRINTS = 500
_NOT_PRESSED_SECONDS = 10.0
_MOST_NOT_PRESSED = 10_000
_PURGES_REMEMBERED = 1000


class TooManyWaitingError(Exception):
    """More readers wait for pages than this front lets wait."""


class Pages:
    """The shelf in memory before the printer. Used from the event loop alone.

    `forget(address)` is called whenever an impression in memory may no longer be handed out as it is.
    """

    def __init__(self, shelf: Shelf, printer: Printer, forget: Callable[[str], None]) -> None:
        self.shelf = shelf
        self.waiting = 0
        self.reprints = 0
        self.purges = 0
        self._printer, self._forget = printer, forget
        self._loading: dict[str, asyncio.Task[Impression]] = {}
        self._printing: dict[str, asyncio.Task[Impression]] = {}
        self._not_pressed: dict[str, tuple[float, str]] = {}
        self._purges: deque[tuple[int, Purge]] = deque(maxlen=_PURGES_REMEMBERED)
        self._purge_count = 0
        self._presses = asyncio.Semaphore(_PRESSES)

    async def find(self, address: str, now: float) -> Impression:
        """The impression for an address: fresh, or stale where nothing fresher is to be had in time.

        Raises NotPressedError, NewsroomUnavailableError or TooManyWaitingError if there is none.
        """
        impression = self.shelf.get(address)
        if impression is None:
            self._raise_if_not_pressed(address, now)
            impression = await self._wait(self._load(address))
        if impression.plate.is_stale(now) and not self._printer.is_resting:
            impression = await self._renew(impression)
        impression.asked = now
        self.shelf.touch(address)
        return impression

    def obey(self, purges: Sequence[Purge]) -> None:
        """Take what was purged out of memory, and print again what is popular."""
        now = time.time()
        popular: dict[str, float] = {}
        for purge in purges:
            self._purge_count += 1
            self._purges.append((self._purge_count, purge))
            self._not_pressed.clear()
            for address in self.shelf.standing_on(purge.keys):
                impression = self.shelf.get(address)
                if impression is None:
                    continue
                self._take_out(impression, hard=purge.hard)
                if now - impression.asked < POPULAR_SECONDS and impression.plate.status == 200:
                    popular[address] = impression.asked
        self.purges += len(purges)
        self._print_again(sorted(popular, key=popular.__getitem__, reverse=True)[:_MOST_REPRINTS])

    def doubt_all(self) -> None:
        """Treat every page in memory as softly purged."""
        for impression in self.shelf:
            self._take_out(impression, hard=False)

    def _take_out(self, impression: Impression, *, hard: bool) -> None:
        address = impression.plate.address
        if hard or impression.plate.status != 200:
            self.shelf.drop(address)
        else:
            impression.plate = replace(impression.plate, stale=True)
        self._forget(address)

    def _print_again(self, addresses: Iterable[str]) -> None:
        for address in addresses:
            self.reprints += 1
            self._print(address)

    async def _renew(self, stale: Impression) -> Impression:
        """A newer print if it comes in time. While one is under way already, the old one does."""
        address = stale.plate.address
        if address in self._printing:
            return stale
        task = self._print(address)
        try:
            return await asyncio.wait_for(asyncio.shield(task), PATIENCE)
        except (TimeoutError, NewsroomUnavailableError):
            return stale

    async def _wait(self, task: asyncio.Task[Impression]) -> Impression:
        if self.waiting >= MOST_WAITING:
            raise TooManyWaitingError
        self.waiting += 1
        try:
            return await asyncio.wait_for(asyncio.shield(task), LONGEST_WAIT)
        except TimeoutError as error:
            raise NewsroomUnavailableError(f"no page within {LONGEST_WAIT:.0f} seconds") from error
        finally:
            self.waiting -= 1

    def _load(self, address: str) -> asyncio.Task[Impression]:
        task = self._loading.get(address)
        if task is None:
            task = asyncio.create_task(self._load_once(address))
            self._loading[address] = task
            task.add_done_callback(lambda done: _see_error(self._loading.pop(address, done)))
        return task

    async def _load_once(self, address: str) -> Impression:
        """The impression made of the plate in the store, fresh or stale; else of a new print."""
        began = self._purge_count
        plate = await self._printer.stored(address)
        if plate is None or self._purged_since(began, plate):
            return await asyncio.shield(self._print(address))
        return self._put(plate)

    def _print(self, address: str) -> asyncio.Task[Impression]:
        task = self._printing.get(address)
        if task is None:
            task = asyncio.create_task(self._print_once(address))
            self._printing[address] = task
            task.add_done_callback(lambda done: self._printed(address, done))
        return task

    def _printed(self, address: str, task: asyncio.Task[Impression]) -> None:
        del self._printing[address]
        error = _see_error(task)
        if isinstance(error, NotPressedError):
            self.shelf.drop(address)
            self._forget(address)
            if len(self._not_pressed) >= _MOST_NOT_PRESSED:
                self._not_pressed.clear()
            self._not_pressed[address] = (time.time() + _NOT_PRESSED_SECONDS, error.reason)

    async def _print_once(self, address: str) -> Impression:
        async with self._presses:
            while True:
                began = self._purge_count
                try:
                    plate = await self._printer.print(address)
                except NewsroomUnavailableError:
                    plate = await self._stale(address)
                if not self._purged_since(began, plate):
                    return self._put(plate)

    async def _stale(self, address: str) -> Plate:
        """The old print, from memory or the store; raises NewsroomUnavailableError if there is none."""
        impression = self.shelf.get(address)
        plate = impression.plate if impression is not None else await self._printer.stored(address)
        if plate is None:
            raise NewsroomUnavailableError(f"{address} was never printed, and the newsroom does not answer")
        return replace(plate, stale=True)

    def _put(self, plate: Plate) -> Impression:
        address = plate.address
        known = self.shelf.get(address)
        if known is not None and known.plate.body == plate.body and known.plate.headers == plate.headers:
            known.plate = plate
            return known
        impression = open_plate(plate)
        impression.asked = known.asked if known is not None else 0.0
        for away in self.shelf.put(impression):
            self._forget(away)
        self._forget(address)
        return impression

    def _purged_since(self, began: int, plate: Plate) -> bool:
        """Whether a purge of the plate came while it was on its way here. A stale plate is only ended by a hard one."""
        return any(
            count > began and purge.keys & plate.keys and (purge.hard or not plate.stale)
            for count, purge in self._purges
        )

    def _raise_if_not_pressed(self, address: str, now: float) -> None:
        until, reason = self._not_pressed.get(address, (0.0, ""))
        if now < until:
            raise NotPressedError(reason)


def _see_error(task: asyncio.Task[Impression]) -> BaseException | None:
    """The error of a task; asking marks it as seen, since a reprint that fails is nobody's to await."""
    return None if task.cancelled() else task.exception()
