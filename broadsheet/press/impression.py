"""Impressions: plates with their slots filled, compressed once per coding, as they are sent."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from broadsheet.press.encodings import PLAIN, SMALLEST, Coding, choose_coding
from broadsheet.press.journal import Entry
from broadsheet.press.plate import Headers, PageFacts, Plate, Slot, split_slots

BROWSERS_AND_CACHES = b"public, max-age=0, s-maxage=1"
"""Browsers ask each time and mostly hear 304; a shared cache that hears no purge may keep a page for one second."""

CONTENT_NETWORKS = b"max-age=1, stale-while-revalidate=10, stale-if-error=86400"
"""For caches that understand CDN-Cache-Control (RFC 9213): refresh in the background, outlive our failures."""

_TEXT = (b"text/", b"application/json", b"application/xml", b"application/javascript", b"application/manifest+json")
_TEXT_ENDINGS = (b"+xml", b"+json")
_MADE_HERE = {b"content-length", b"content-encoding", b"vary", b"etag", b"cache-control", b"cache-status", b"age"}

_PAIRS: dict[tuple[bytes, bytes], tuple[bytes, bytes]] = {}
_MOST_PAIRS = 20_000
"""Headers that many pages share are one object in memory, which the processor finds in its cache."""

type Message = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """Two ASGI messages, ready to send, with what the log says of them; and `unchanged` for whoever has the entity
    tag already."""

    start: Message
    body: Message
    etag: bytes
    length: int
    entry: Entry
    unchanged: Message
    unchanged_entry: Entry
    coding: Coding = PLAIN


@dataclass(slots=True)
class Impression:
    """One plate in print. `version` is the filler's when it was filled; `answers` has one answer an Accept-Encoding
    header as browsers write it, so that a request is answered without reading what the header means."""

    plate: Plate
    parts: Sequence[bytes]
    slots: Sequence[Slot]
    version: int = -1
    body: bytes = b""
    digest: str = ""
    encoded: dict[Coding, Answer] = field(default_factory=dict)
    answers: dict[bytes | None, Answer] = field(default_factory=dict)
    asked: float = 0.0

    @property
    def facts(self) -> PageFacts:
        return self.plate.facts or PageFacts()

    @property
    def size(self) -> int:
        """Bytes of memory, roughly: the plate, its parts, the filled body and each coding of it."""
        packed = sum(answer.length for answer in self.encoded.values())
        return 2 * len(self.plate.body) + len(self.body) + packed + 4096


def open_plate(plate: Plate) -> Impression:
    """An impression with nothing filled or compressed yet."""
    parts, slots = split_slots(plate.body)
    return Impression(plate, parts, slots)


def is_text(headers: Headers) -> bool:
    kind = dict(headers).get(b"content-type", b"").partition(b";")[0].strip()
    return kind.startswith(_TEXT) or kind.endswith(_TEXT_ENDINGS)


def coding_for(plate: Plate, accepted: bytes | None) -> Coding:
    if len(plate.body) < SMALLEST or not is_text(plate.headers):
        return PLAIN
    return choose_coding(accepted)


def print_answer(plate: Plate, encoded: bytes, digest: str, coding: Coding, *, tell_keys: bool = False) -> Answer:
    """The answer for one coding of the filled body, with its surrogate keys for a cache in front that asks for them."""
    etag = f'"{digest}-{coding}"'.encode()
    headers = [pair for pair in plate.headers if pair[0] not in _MADE_HERE]
    headers += [
        (b"content-length", str(len(encoded)).encode()),
        (b"vary", b"accept-encoding"),
        (b"etag", etag),
        (b"cache-control", BROWSERS_AND_CACHES),
        (b"cdn-cache-control", CONTENT_NETWORKS),
        (b"cache-status", b"broadsheet; hit"),
    ]
    if tell_keys:
        headers.append((b"surrogate-key", " ".join(sorted(plate.keys)).encode()))
    if coding != PLAIN:
        headers.append((b"content-encoding", coding.encode()))
    return make_answer(plate.status, headers, encoded, Entry("GET", plate.address, plate.status, len(encoded), "hit"))


def make_answer(status: int, headers: list[tuple[bytes, bytes]], body: bytes, entry: Entry) -> Answer:
    """An answer of headers that have an etag and perhaps a content-encoding."""
    headers = [_PAIRS.setdefault(pair, pair) if len(_PAIRS) < _MOST_PAIRS else pair for pair in headers]
    said = dict(headers)
    kept = [pair for pair in headers if pair[0] not in {b"content-length", b"content-type", b"content-encoding"}]
    return Answer(
        start={"type": "http.response.start", "status": status, "headers": headers},
        body={"type": "http.response.body", "body": body},
        etag=said[b"etag"],
        length=len(body),
        entry=entry,
        unchanged={"type": "http.response.start", "status": 304, "headers": kept},
        unchanged_entry=replace(entry, status=304, length=0),
        coding=said.get(b"content-encoding", PLAIN.encode()).decode(),
    )


def digest(plate: Plate, body: bytes) -> str:
    """What the entity tag rests on: the body and all that is said about it."""
    summary = hashlib.blake2b(body, digest_size=12)
    for name, value in plate.headers:
        summary.update(name + b":" + value + b"\n")
    return summary.hexdigest()
