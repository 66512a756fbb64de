"""The newsroom, asked over its local socket in HTTP/1.1."""

import asyncio
import time
from collections.abc import AsyncIterable, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import h11

from broadsheet.press.plate import Headers

STARTING_SECONDS = 4.0
"""How long a request waits for a newsroom that is not there: as long as a restart takes on a small machine."""

OPENING_SECONDS = 30.0
"""How long after a front's start requests wait for a newsroom that has not answered yet: both were just started."""

_STARTING_TICK = 0.05
_CHUNK = 64 * 1024


class NewsroomUnavailableError(Exception):
    """The newsroom does not answer: not started, killed, too slow, or it broke off in the middle."""


class PageBrokenError(NewsroomUnavailableError):
    """The newsroom is there, and could not render this one page."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of the newsroom; a body's length stands in the headers."""

    method: bytes
    target: bytes
    headers: Headers
    body: AsyncIterable[bytes] | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """The newsroom's answer: its body follows in `chunks`, to be read once."""

    status: int
    headers: Headers
    chunks: AsyncIterator[bytes]


class Newsroom:
    """The newsroom as one front knows it: where its socket is, and whether it has answered since the front began."""

    def __init__(self, socket: Path) -> None:
        self.socket = socket
        self._has_answered = False
        self._opens_until = time.monotonic() + OPENING_SECONDS

    def note_answer(self) -> None:
        self._has_answered = True

    def patience(self, usual: float) -> float:
        """How many seconds to wait for what usually takes `usual`: until the first answer, as long as opening takes."""
        return usual if self._has_answered else max(usual, self._opens_until - time.monotonic())


@asynccontextmanager
async def ask(newsroom: Newsroom, request: Request) -> AsyncIterator[Reply]:
    """Send one request on a connection of its own; raises NewsroomUnavailableError wherever it fails.

    Connections are not kept: opening a local socket costs some 50 microseconds, a rendered page a thousand times that,
    and a newsroom that restarts never leaves a dead connection behind.
    """
    reader, writer = await _connect(newsroom)
    wire = h11.Connection(h11.CLIENT)
    sending = asyncio.create_task(_send(wire, writer, request))
    try:
        response = await _next(wire, reader)
        while isinstance(response, h11.InformationalResponse):
            response = await _next(wire, reader)
        if not isinstance(response, h11.Response):
            raise NewsroomUnavailableError("the newsroom closed the connection before it answered")
        newsroom.note_answer()
        yield Reply(response.status_code, tuple(response.headers), _chunks(wire, reader))
    except (OSError, h11.ProtocolError, asyncio.IncompleteReadError) as error:
        raise NewsroomUnavailableError(f"the newsroom broke off: {error}") from error
    finally:
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
        writer.close()


async def _connect(newsroom: Newsroom) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A connection, waiting out a newsroom that is just starting again."""
    deadline = time.monotonic() + newsroom.patience(STARTING_SECONDS)
    while True:
        try:
            return await asyncio.open_unix_connection(str(newsroom.socket), limit=_CHUNK)
        except OSError as error:
            if time.monotonic() > deadline:
                raise NewsroomUnavailableError(f"{newsroom.socket}: {error}") from error
        await asyncio.sleep(_STARTING_TICK)


async def _send(wire: h11.Connection, writer: asyncio.StreamWriter, request: Request) -> None:
    headers = [*request.headers, (b"connection", b"close")]
    try:
        writer.write(wire.send(h11.Request(method=request.method, target=request.target, headers=headers)) or b"")
        async for chunk in request.body or _nothing():
            writer.write(wire.send(h11.Data(data=chunk)) or b"")
            await writer.drain()
        writer.write(wire.send(h11.EndOfMessage()) or b"")
        await writer.drain()
    except (OSError, h11.ProtocolError):
        return  # the newsroom answered or hung up before the body's end; reading says which


async def _nothing() -> AsyncIterator[bytes]:
    return
    yield b""


async def _next(
    wire: h11.Connection, reader: asyncio.StreamReader
) -> h11.Event | type[h11.NEED_DATA] | type[h11.PAUSED]:
    while True:
        event = wire.next_event()
        if event is not h11.NEED_DATA:
            return event
        wire.receive_data(await reader.read(_CHUNK))


async def _chunks(wire: h11.Connection, reader: asyncio.StreamReader) -> AsyncIterator[bytes]:
    while isinstance(event := await _next(wire, reader), h11.Data):
        yield bytes(event.data)
    if not isinstance(event, h11.EndOfMessage):
        raise NewsroomUnavailableError("the newsroom broke off in the middle of its answer")
