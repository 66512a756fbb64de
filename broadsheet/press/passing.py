"""Passing on: what the press does not answer itself goes to the newsroom, and its answer back to the reader."""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import replace
from typing import IO, Any

from broadsheet.press.composing import ComposingRoom
from broadsheet.press.impression import Message, open_plate
from broadsheet.press.plate import Headers, Plate, read_facts
from broadsheet.press.rules import LARGEST_PAGE
from broadsheet.press.upstream import Newsroom, NewsroomUnavailableError, Reply, Request, ask
from broadsheet.proxies import Network, client_address

CLIENT_HEADER = b"broadsheet-client"
SCHEME_HEADER = b"broadsheet-scheme"

MOST_AT_ONCE = 64
"""Requests that one front has with the newsroom at a time, beside those for printing."""

MOST_IN_HAND = 1000
"""Requests that one front has taken in to pass on; whoever comes after them hears 503."""

LARGEST_BODY = 512 * 1024 * 1024
ANSWER_SECONDS = 600.0
BODY_SECONDS = 60.0
"""Seconds without a byte of a request's body before the reader is given up."""

_IN_MEMORY = 1024 * 1024
_CHUNK = 64 * 1024
_HOP_BY_HOP = frozenset(
    b"connection keep-alive proxy-connection proxy-authenticate proxy-authorization te trailer transfer-encoding"
    b" upgrade expect".split()
)
_NEVER_BELIEVED = frozenset(
    b"forwarded x-real-ip x-original-url x-rewrite-url x-original-host x-host x-http-method-override x-method-override"
    b" proxy content-length".split()
)
_KEPT_INSIDE = frozenset(b"surrogate-key surrogate-control broadsheet-page server date".split())

type Scope = dict[str, Any]
type Receive = Callable[[], Awaitable[Message]]
type Send = Callable[[Message], Awaitable[None]]


class BodyRefusedError(Exception):
    """The request's body cannot be taken: `status` says why."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def who_asks(scope: Scope, proxies: Sequence[Network]) -> tuple[str, str]:
    """The reader's own address, and http or https as the reader's browser sees it."""
    peer, scheme = (scope.get("client") or ("",))[0], scope["scheme"]
    if not proxies:
        return peer, scheme
    forwarded = ",".join(value.decode("latin-1") for name, value in scope["headers"] if name == b"x-forwarded-for")
    client = client_address(peer, forwarded, proxies)
    said = dict(scope["headers"]).get(b"x-forwarded-proto", b"")
    return client, said.decode() if client != peer and said in {b"http", b"https"} else scheme


def headers_for_newsroom(scope: Scope, client: str, scheme: str, length: int) -> Headers:
    """The reader's headers without those that only a proxy could truthfully say, and with what this front knows.

    A name with an underscore is dropped as well: in WSGI it could not be told from the same name with a hyphen.
    """
    kept = [
        (name, value)
        for name, value in scope["headers"]
        if name not in _HOP_BY_HOP
        and name not in _NEVER_BELIEVED
        and b"_" not in name
        and not name.startswith((b"broadsheet-", b"x-forwarded-"))
    ]
    if not any(name == b"host" for name, _ in kept):
        kept.append((b"host", scope.get("server_name", b"localhost")))
    if length or scope["method"] not in {"GET", "HEAD", "OPTIONS", "TRACE"}:
        kept.append((b"content-length", str(length).encode()))
    return (*kept, (CLIENT_HEADER, client.encode("ascii", "replace")), (SCHEME_HEADER, scheme.encode("ascii")))


class Passage:
    """The way to the newsroom for whole requests. A body is taken in first, so that a slow sender holds no thread of
    the newsroom's; the answer streams back as it comes."""

    def __init__(self, newsroom: Newsroom, composing: ComposingRoom) -> None:
        self._newsroom, self._composing = newsroom, composing
        self.in_hand = 0
        self._places = asyncio.Semaphore(MOST_AT_ONCE)

    async def answer(self, scope: Scope, receive: Receive, send: Send, *, client: str, scheme: str) -> tuple[int, int]:
        """Pass one request on; gives the answer's status and bytes.

        Raises NewsroomUnavailableError only while nothing has been sent, and BodyRefusedError.
        """
        if self.in_hand >= MOST_IN_HAND:
            raise NewsroomUnavailableError(f"{MOST_IN_HAND} requests wait for the newsroom already")
        self.in_hand += 1
        try:
            with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as body:
                length = await _take_body(scope, receive, body)
                headers = headers_for_newsroom(scope, client, scheme, length)
                target = bytes(scope["raw_path"])
                if scope["query_string"]:
                    target += b"?" + scope["query_string"]
                request = Request(scope["method"].encode(), target, headers, _read(body) if length else None)
                return await self._exchange(scope, send, request)
        finally:
            self.in_hand -= 1

    async def _exchange(self, scope: Scope, send: Send, request: Request) -> tuple[int, int]:
        try:
            async with self._places, asyncio.timeout(ANSWER_SECONDS), ask(self._newsroom, request) as reply:
                if any(name == b"broadsheet-page" for name, _ in reply.headers):
                    return await self._send_filled(scope, send, reply)
                return await _send_streamed(scope, send, reply)
        except TimeoutError as error:
            raise NewsroomUnavailableError(f"no whole answer within {ANSWER_SECONDS:.0f} seconds") from error

    async def _send_filled(self, scope: Scope, send: Send, reply: Reply) -> tuple[int, int]:
        """A page with slots, filled for this one answer: staff see the same rails as readers."""
        body = b"".join([chunk async for chunk in reply.chunks])
        headers = [(name, value) for name, value in _for_reader(reply) if name not in {b"content-length", b"etag"}]
        if len(body) <= LARGEST_PAGE and not any(name == b"content-encoding" for name, _ in headers):
            said = dict(reply.headers)[b"broadsheet-page"].decode("latin-1")
            plate = Plate("", reply.status, (), body, frozenset(), replace(read_facts(said), staff=True), 0.0)
            body = await self._composing.fill(open_plate(plate), time.time())
        headers.append((b"content-length", str(len(body)).encode()))
        await send({"type": "http.response.start", "status": reply.status, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})
        return reply.status, len(body)


async def _send_streamed(scope: Scope, send: Send, reply: Reply) -> tuple[int, int]:
    await send({"type": "http.response.start", "status": reply.status, "headers": _for_reader(reply)})
    sent = 0
    try:
        async for chunk in reply.chunks:
            sent += len(chunk)
            await send({"type": "http.response.body", "body": chunk, "more_body": True})
    except NewsroomUnavailableError as error:
        raise ConnectionAbortedError(f"{scope['path']}: {error}") from error  # half an answer must not look whole
    await send({"type": "http.response.body", "body": b""})
    return reply.status, sent


def _for_reader(reply: Reply) -> list[tuple[bytes, bytes]]:
    kept = [(n, v) for n, v in reply.headers if n not in _HOP_BY_HOP and n not in _KEPT_INSIDE]
    return [*kept, (b"cache-status", b"broadsheet; fwd=bypass")]


async def _take_body(scope: Scope, receive: Receive, into: IO[bytes]) -> int:
    said = dict(scope["headers"])
    if b"content-length" not in said and b"transfer-encoding" not in said and scope["http_version"] in {"1.0", "1.1"}:
        return 0
    promised = said.get(b"content-length", b"")
    if promised.isdigit() and int(promised) > LARGEST_BODY:
        raise BodyRefusedError(413)
    length = 0
    more = True
    while more:
        try:
            message = await asyncio.wait_for(receive(), BODY_SECONDS)
        except TimeoutError as error:
            raise BodyRefusedError(408) from error
        if message["type"] != "http.request":
            raise BodyRefusedError(400)
        chunk = message.get("body", b"")
        length += len(chunk)
        if length > LARGEST_BODY:
            raise BodyRefusedError(413)
        into.write(chunk)
        more = message.get("more_body", False)
    if promised.isdigit() and int(promised) != length:
        raise BodyRefusedError(400)  # the sender hung up; the server says only that no more comes
    into.seek(0)
    return length


async def _read(body: IO[bytes]) -> AsyncIterator[bytes]:
    while chunk := body.read(_CHUNK):
        yield chunk
