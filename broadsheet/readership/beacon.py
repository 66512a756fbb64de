"""Takes in what pages report: an ASGI receiver that sieves a signal, has it written down and only then says so."""

import time
from collections.abc import Awaitable, Callable
from typing import Any

from broadsheet.readership.journal import Journal
from broadsheet.readership.segments import Row
from broadsheet.readership.sieve import OVERLOAD, REFUSED_QUIETLY, STATUSES, Arrival, Rules, sieve
from broadsheet.readership.signals import LARGEST, Report
from broadsheet.readership.token import StoryToken

PATH = "/-/view"
RETRY_AFTER = b"5"  # seconds

Scope = dict[str, Any]
Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

_STORED: Message = {"type": "http.response.start", "status": 204, "headers": [(b"cache-control", b"no-store")]}
_NOTHING_MORE: Message = {"type": "http.response.body", "body": b""}


class Beacon:
    """The receiver of `POST /-/view`. Knows no Django: what the newspaper decides is handed in."""

    def __init__(
        self,
        journal: Journal,
        rules: Rules,
        client_address: Callable[[Scope], str],
        now: Callable[[], float] = time.time,
    ) -> None:
        self._journal = journal
        self._rules = rules
        self._client_address = client_address
        self._clock = now
        self._latest = 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] != "POST":
            await _answer(send, 405, (b"allow", b"POST"))
            return
        headers = dict(scope["headers"])
        body = await _read_body(headers, receive)
        arrival = Arrival(headers, body, self._client_address(scope), self._now(), self._rules)
        refused = sieve(arrival)
        if refused is None:
            written = self._journal.add(row_of(arrival))
            if written is not None:
                try:
                    await written
                except OSError:
                    await _answer(send, 503, (b"retry-after", RETRY_AFTER))
                    return
                await send(_STORED)
                await send(_NOTHING_MORE)
                return
            refused = OVERLOAD
        self._journal.refuse(refused)
        await _refuse(send, refused)

    async def close(self) -> None:
        """Write down what is waiting; for the end of a front's life."""
        await self._journal.close()

    def _now(self) -> float:
        """The time, but never before the last signal's: a clock that is set back must not change their order."""
        self._latest = max(self._latest, self._clock())
        return self._latest


def row_of(arrival: Arrival) -> Row:
    """An accepted arrival as the journal keeps it: kind, milliseconds, story, keys, nonce, labels and slots."""
    report, token = arrival.report, arrival.token
    if not (isinstance(report, Report) and isinstance(token, StoryToken)):
        raise TypeError("only an arrival that the sieve let through becomes a row")
    return (
        report.kind,
        int(arrival.now * 1000),
        token.story,
        arrival.visitor,
        arrival.rules.visitors.network(arrival.address, arrival.now),
        report.nonce,
        token.section,
        report.referrer,
        token.variant,
        report.slots,
    )


async def _read_body(headers: dict[bytes, bytes], receive: Receive) -> bytes | None:
    """The body, or None if it is larger than a signal may be; no more than one piece too many is ever held."""
    length = headers.get(b"content-length", b"0")
    if not length.isdigit() or int(length) > LARGEST:
        return None
    message = await receive()
    body: bytes = message.get("body", b"")
    while message.get("more_body", False) and len(body) <= LARGEST:
        message = await receive()
        body += message.get("body", b"")
    return body if len(body) <= LARGEST else None


async def _refuse(send: Send, reason: str) -> None:
    status = STATUSES.get(reason, REFUSED_QUIETLY)
    headers = [(b"broadsheet-refused", reason.encode())]
    if status in {429, 503}:
        headers.append((b"retry-after", RETRY_AFTER))
    await _answer(send, status, *headers)


async def _answer(send: Send, status: int, *headers: tuple[bytes, bytes]) -> None:
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-length", b"0"), *headers]})
    await send(_NOTHING_MORE)
