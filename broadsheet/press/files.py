"""Files: the static ones of the page's design, hashed and kept for ever, and the newsroom's media with byte ranges."""

import asyncio
import hashlib
import mimetypes
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from email.utils import formatdate
from functools import partial
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote

from broadsheet.press.encodings import PLAIN, SMALLEST, choose_coding
from broadsheet.press.impression import Answer, make_answer
from broadsheet.press.journal import Entry
from broadsheet.press.passing import Scope, Send

FOR_EVER = b"public, max-age=31536000, immutable"
BRIEFLY = b"public, max-age=300"
MEDIA = b"public, max-age=3600"

ENDINGS = {"zstd": ".zst", "br": ".br", "gzip": ".gz"}
"""Where a file's compressed forms lie: beside it, made when the newsroom starts."""

LARGEST_IN_MEMORY = 512 * 1024
SHOWN = frozenset({
    "image/avif", "image/gif", "image/jpeg", "image/png", "image/webp", "image/x-icon", "audio/mpeg", "audio/ogg",
    "video/mp4", "video/webm", "text/plain", "application/pdf", "font/woff2",
})  # fmt: skip
"""Kinds of media that a browser may show in place. Everything else is only downloaded, and run nowhere."""

_HASHED = re.compile(r"\.[0-9a-f]{8,64}\.[a-z0-9]+$")
_RANGE = re.compile(rb"bytes=(\d*)-(\d*)")
_CHUNK = 256 * 1024
_KINDS = {
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".ico": "image/x-icon",
    ".txt": "text/plain; charset=utf-8",
    ".json": "application/json",
}
_SANDBOX = [
    (b"content-disposition", b"attachment"),
    (b"content-security-policy", b"default-src 'none'; sandbox"),
]


@dataclass(frozen=True, slots=True)
class FileFacts:
    """A file that may be handed out."""

    path: Path
    kind: str
    size: int
    modified: float

    @property
    def etag(self) -> bytes:
        return f'"{self.size:x}-{int(self.modified * 1000):x}"'.encode()


def find_file(root: Path, named: str) -> FileFacts | None:
    """The file of that name under the root, or None: not there, no file, or a way out of the root."""
    name = unquote(named)
    if "\0" in name or "\\" in name or any(part in {"", ".", ".."} for part in name.split("/")):
        return None
    path = root / name
    try:
        if not path.is_file() or not path.resolve().is_relative_to(root.resolve()):
            return None
        about = path.stat()
    except OSError:
        return None
    kind = _KINDS.get(path.suffix.lower()) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return FileFacts(path, kind, about.st_size, about.st_mtime)


def static_answer(file: FileFacts, address: str, accepted: bytes | None) -> Answer:
    """A static file whole, from the compressed form beside it where there is one that the browser takes."""
    coding = choose_coding(accepted) if file.size >= SMALLEST else PLAIN
    path = file.path.with_name(file.path.name + ENDINGS[coding]) if coding != PLAIN else file.path
    if not path.is_file():
        coding, path = PLAIN, file.path
    body = path.read_bytes()
    etag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'.encode()
    headers = [
        (b"content-type", file.kind.encode()),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", FOR_EVER if _HASHED.search(file.path.name) else BRIEFLY),
        (b"etag", etag),
        (b"vary", b"accept-encoding"),
        (b"x-content-type-options", b"nosniff"),
        (b"access-control-allow-origin", b"*"),
    ]
    if coding != PLAIN:
        headers.append((b"content-encoding", coding.encode()))
    return make_answer(200, headers, body, Entry("GET", address, 200, len(body), "file"))


@dataclass(slots=True)
class StaticFile:
    """One static file in memory: an answer an Accept-Encoding header, as impressions have."""

    facts: FileFacts
    answers: dict[bytes | None, Answer] = field(default_factory=dict)


class StaticRoom:
    """Static files by address, the small ones kept in memory up to `room` bytes."""

    def __init__(self, root: Path, room: int = 64 * 1024 * 1024) -> None:
        self.root = root
        self._room = room
        self._used = 0
        self._files: dict[str, StaticFile] = {}

    def find(self, path: str, accepted: bytes | None) -> tuple[StaticFile, Answer] | None:
        """The file and its answer, read anew if it has changed; None if there is no such file."""
        facts = find_file(self.root, path.removeprefix("/static/"))
        if facts is None:
            return None
        file = self._files.get(path)
        if file is None or file.facts != facts:
            file = StaticFile(facts)
        answer = file.answers.get(accepted)
        if answer is None:
            answer = static_answer(facts, path, accepted)
            if answer.length <= LARGEST_IN_MEMORY and self._used + answer.length <= self._room:
                self._used += answer.length
                file.answers[accepted] = answer
                self._files[path] = file
        return file, answer


@dataclass(frozen=True, slots=True)
class Span:
    """The bytes of a file that are sent: from `first` on, `length` of them."""

    first: int
    length: int


def asked_span(value: bytes, size: int) -> Span | None:
    """The span of a Range header (RFC 9110 §14.2). Several, or none understood: all of it. None: outside."""
    match = _RANGE.fullmatch(value.strip())
    if match is None or match.groups() == (b"", b""):
        return Span(0, size)
    first, last = match.groups()
    if not first:
        length = min(int(last), size)
        return Span(size - length, length) if length else None
    start = int(first)
    end = min(int(last), size - 1) if last else size - 1
    if last and int(last) < start:
        return Span(0, size)
    return Span(start, end - start + 1) if start < size else None


class MediaRoom:
    """Sends media from the disk, in chunks, from a thread."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._threads = ThreadPoolExecutor(2, thread_name_prefix="media")

    def close(self) -> None:
        self._threads.shutdown(wait=True, cancel_futures=True)

    async def find(self, named: str) -> FileFacts | None:
        return await self._off_loop(lambda: find_file(self.root, named))

    async def send(self, file: FileFacts, scope: Scope, send: Send) -> tuple[int, int]:
        """Send the file or the span asked for; gives the status and the bytes."""
        asked = dict(scope["headers"])
        headers = _media_headers(file)
        if file.etag in asked.get(b"if-none-match", b""):
            await send({"type": "http.response.start", "status": 304, "headers": headers})
            await send({"type": "http.response.body", "body": b""})
            return 304, 0
        ranged = b"range" in asked and asked.get(b"if-range", file.etag) == file.etag
        span = asked_span(asked[b"range"], file.size) if ranged else Span(0, file.size)
        if span is None:
            refused = [*headers, (b"content-range", f"bytes */{file.size}".encode()), (b"content-length", b"0")]
            await send({"type": "http.response.start", "status": 416, "headers": refused})
            await send({"type": "http.response.body", "body": b""})
            return 416, 0
        status = 206 if span != Span(0, file.size) else 200
        if status == 206:
            last = span.first + span.length - 1
            headers.append((b"content-range", f"bytes {span.first}-{last}/{file.size}".encode()))
        headers.append((b"content-length", str(span.length).encode()))
        await self._send_span(file, span, send, headers, head=scope["method"] == "HEAD", status=status)
        return status, span.length

    async def _send_span(  # noqa: PLR0913
        self, file: FileFacts, span: Span, send: Send, headers: list[tuple[bytes, bytes]], *, head: bool, status: int
    ) -> None:
        with await self._off_loop(lambda: _open_at(file.path, span.first)) as opened:
            await send({"type": "http.response.start", "status": status, "headers": headers})
            left = 0 if head else span.length
            while left > 0:
                chunk = await self._off_loop(partial(opened.read, min(left, _CHUNK)))
                if not chunk:
                    raise ConnectionAbortedError(f"{file.path} became shorter while it was sent")
                left -= len(chunk)
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
            await send({"type": "http.response.body", "body": b""})

    async def _off_loop[T](self, act: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, act)


def _open_at(path: Path, first: int) -> BinaryIO:
    opened = path.open("rb")
    opened.seek(first)
    return opened


def _media_headers(file: FileFacts) -> list[tuple[bytes, bytes]]:
    headers = [
        (b"content-type", file.kind.encode()),
        (b"cache-control", MEDIA),
        (b"etag", file.etag),
        (b"last-modified", formatdate(file.modified, usegmt=True).encode()),
        (b"accept-ranges", b"bytes"),
        (b"x-content-type-options", b"nosniff"),
        (b"cross-origin-resource-policy", b"cross-origin"),
    ]
    return headers if file.kind.partition(";")[0] in SHOWN else headers + _SANDBOX
