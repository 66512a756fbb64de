"""Printing: one render for all who wait, on every front, taken from the newsroom and put into the store."""

import asyncio
import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from http import HTTPStatus

from broadsheet.press.keys import MISSING, read_keys
from broadsheet.press.plate import Headers, Plate, read_facts
from broadsheet.press.rules import BRIEFLY, LARGEST_PAGE, Answered, why_not_pressed
from broadsheet.press.sqlite import StoreUnavailableError
from broadsheet.press.store import Store
from broadsheet.press.upstream import Newsroom, NewsroomUnavailableError, PageBrokenError, Reply, Request, ask

RENDER_SECONDS = 20.0
LEASE_SECONDS = 60.0
PEER_TICK = 0.02
"""Seconds between two looks whether another front has printed the page."""

_ATTEMPTS = 3
_STORE_REST = 1.0
_NEWSROOM_REST = 0.5
_NOT_FOR_READERS = frozenset(
    b"surrogate-key broadsheet-page surrogate-control set-cookie vary cache-control expires etag last-modified age date"
    b" server connection transfer-encoding content-length keep-alive".split()
)


class NotPressedError(Exception):
    """The newsroom answered something that may not be kept; `reason` is the rule's name."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Printer:
    """Gets plates from the store, and from the newsroom what the store does not have.

    `host` and `secure` are the newspaper's own address: every plate is rendered for it, with nothing of the reader's
    request but the page's address, so that no reader can change what others see.
    """

    def __init__(self, store: Store, newsroom: Newsroom, *, host: str, secure: bool, count: Callable[[str, str], None]):
        self.store_is_up = True
        self._newsroom_rests_until = 0.0
        self._store, self._newsroom, self._count = store, newsroom, count
        self._headers: Headers = (
            (b"host", host.encode("idna" if host.isascii() is False else "ascii")),
            (b"accept-encoding", b"identity"),
            (b"broadsheet-scheme", b"https" if secure else b"http"),
        )
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="store")
        self._store_rests_until = 0.0

    def close(self) -> None:
        self._thread.shutdown(wait=True, cancel_futures=True)

    @property
    def is_resting(self) -> bool:
        """Whether the newsroom failed a moment ago and is not asked just now."""
        return time.monotonic() < self._newsroom_rests_until

    async def stored(self, address: str) -> Plate | None:
        """The plate in the store, fresh or stale; None also where the store cannot be read."""
        return await self._with_store(lambda: self._store.plate(address), None)

    async def print(self, address: str) -> Plate:
        """The page, fresh: from the newsroom, or from another front that is printing it or just has.

        Raises NotPressedError where the answer may not be kept and NewsroomUnavailableError where there is none.
        """
        if self.is_resting:
            raise NewsroomUnavailableError("the newsroom did not answer a moment ago")
        began = await self._lease(address)
        if isinstance(began, Plate):
            return began
        try:
            return await self._render(address, began)
        except PageBrokenError:
            raise  # one page that breaks is no reason to withhold the others
        except NewsroomUnavailableError:
            self._newsroom_rests_until = time.monotonic() + _NEWSROOM_REST
            raise
        finally:
            await self._with_store(lambda: self._store.release(address, os.getpid()), None)

    async def _lease(self, address: str) -> Plate | int:
        """The number of the newest purge once this front may print, or the plate if another front did so first."""
        deadline = time.monotonic() + LEASE_SECONDS
        while time.monotonic() < deadline:
            mine, began = await self._with_store(lambda: self._try_lease(address), (True, -1))
            plate = await self.stored(address)
            if plate is not None and not plate.is_stale(time.time()):
                if mine:
                    await self._with_store(lambda: self._store.release(address, os.getpid()), None)
                return plate
            if mine:
                return began
            await asyncio.sleep(PEER_TICK)
        raise NewsroomUnavailableError(f"another front has been printing {address} for {LEASE_SECONDS:.0f} seconds")

    def _try_lease(self, address: str) -> tuple[bool, int]:
        holder = self._store.lease_holder(address, now=time.time())
        if holder is not None and not _is_alive(holder):
            self._store.release(address, holder)
        elif holder is not None and holder != os.getpid():
            return False, -1
        return self._store.lease(address, os.getpid(), now=time.time(), seconds=LEASE_SECONDS)

    async def _render(self, address: str, began: int) -> Plate:
        plate = await self._fetch(address)
        for _ in range(_ATTEMPTS - 1):
            if plate.status in BRIEFLY:
                await self._with_store(lambda: self._store.discard(address), None)
                return plate
            latest = plate
            if await self._with_store(lambda: self._store.press(latest, began=began), True):  # noqa: B023
                return plate
            began = await self._with_store(self._store.newest_purge, began)
            plate = await self._fetch(address)
        return replace(plate, stale=True)

    async def _fetch(self, address: str) -> Plate:
        request = Request(b"GET", address.encode("ascii"), self._headers)
        try:
            async with asyncio.timeout(self._newsroom.patience(RENDER_SECONDS)), ask(self._newsroom, request) as reply:
                plate = await _read_plate(address, reply)
        except TimeoutError as error:
            raise NewsroomUnavailableError(f"{address} took too long") from error
        self._count("prints", str(plate.status))
        return plate

    async def _with_store[T](self, act: Callable[[], T], otherwise: T) -> T:
        """What the store says, or `otherwise` while it cannot be used: readers get their pages without it."""
        if time.monotonic() < self._store_rests_until:
            return otherwise
        try:
            said = await asyncio.get_running_loop().run_in_executor(self._thread, act)
        except StoreUnavailableError:
            self._count("store_failures", "")
            self.store_is_up = False
            self._store_rests_until = time.monotonic() + _STORE_REST
            return otherwise
        self.store_is_up = True
        return said


async def _read_plate(address: str, reply: Reply) -> Plate:
    """The plate in the newsroom's answer. Raises NewsroomUnavailableError for its 5xx, NotPressedError by the rules."""
    headers = dict(reply.headers)
    if reply.status >= 500:
        error = PageBrokenError if reply.status == HTTPStatus.INTERNAL_SERVER_ERROR else NewsroomUnavailableError
        raise error(f"the newsroom answered {reply.status} to {address}")
    said = headers.get(b"content-length", b"")
    reason = why_not_pressed(Answered(reply.status, headers, int(said) if said.isdigit() else 0))
    if reason is not None:
        raise NotPressedError(reason)
    body = bytearray()
    async for chunk in reply.chunks:
        body += chunk
        if len(body) > LARGEST_PAGE:
            raise NotPressedError("large")
    now = time.time()
    lifetime = BRIEFLY.get(reply.status) or _lifetime(headers.get(b"surrogate-control", b""))
    keys = read_keys(headers.get(b"surrogate-key", b"").decode("latin-1"))
    return Plate(
        address=address,
        status=reply.status,
        headers=tuple(pair for pair in reply.headers if pair[0] not in _NOT_FOR_READERS),
        body=bytes(body),
        keys=keys | {MISSING} if reply.status in BRIEFLY else keys,
        facts=read_facts(headers[b"broadsheet-page"].decode("latin-1")) if b"broadsheet-page" in headers else None,
        printed=now,
        expires=None if lifetime is None else now + lifetime,
    )


def _lifetime(surrogate_control: bytes) -> float | None:
    """The seconds of a `Surrogate-Control: max-age=N` header: for pages that time itself makes old."""
    for directive in surrogate_control.split(b","):
        name, _, value = directive.strip().partition(b"=")
        if name == b"max-age" and value.isdigit():
            return float(value)
    return None


def _is_alive(process: int) -> bool:
    with suppress(ProcessLookupError, PermissionError):
        os.kill(process, 0)
        return True
    return False
