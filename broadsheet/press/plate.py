"""Plates: rendered pages with their slots left open, as Django made them."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

_SLOT = re.compile(rb"<!--slot:([a-z_-]+):([^<>]*?)-->")

type Headers = tuple[tuple[bytes, bytes], ...]


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of itself to whoever fills its slots; `shown` are the stories that its plate already prints.

    `staff` is set by the front on a page that was rendered for one member of staff.
    """

    story: int | None = None
    section: int | None = None
    language: str = ""
    shown: tuple[int, ...] = ()
    staff: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """A named hole in a plate."""

    name: str
    argument: str


@dataclass(frozen=True, slots=True)
class Plate:
    """One page as it is stored. Times are seconds since the epoch; `expires` is None where only a purge ends it."""

    address: str
    status: int
    headers: Headers
    body: bytes
    keys: frozenset[str]
    facts: PageFacts | None
    printed: float
    expires: float | None = None
    stale: bool = field(default=False)

    def is_stale(self, now: float) -> bool:
        """Whether a newer print is wanted: a soft purge came, or its time is over."""
        return self.stale or (self.expires is not None and now >= self.expires)


class Filler(Protocol):
    """What fills slots: handed to the front from outside, so that the press knows no rail and no count."""

    def version(self) -> int:
        """Grows whenever any filling may have changed."""

    def fill(self, page: PageFacts, slots: Sequence[Slot], now: float) -> Sequence[bytes]:
        """One filling a slot, in the same order."""


def read_facts(header: str) -> PageFacts:
    """The facts of a `Broadsheet-Page` header; raises ValueError if it is not the JSON object that it should be."""
    said = json.loads(header)
    if not isinstance(said, Mapping):
        raise ValueError(f"Broadsheet-Page must be a JSON object, not {header!r}")
    return PageFacts(
        story=said.get("story"),
        section=said.get("section"),
        language=said.get("language", ""),
        shown=tuple(said.get("shown", ())),
    )


def split_slots(body: bytes) -> tuple[list[bytes], list[Slot]]:
    """The fixed parts of a body and the slots between them: always one part more than slots."""
    pieces = _SLOT.split(body)
    names, arguments = pieces[1::3], pieces[2::3]
    slots = [Slot(name.decode(), argument.decode()) for name, argument in zip(names, arguments, strict=True)]
    return pieces[0::3], slots


def join_slots(parts: Sequence[bytes], fillings: Iterable[bytes]) -> bytes:
    """The whole body; raises ValueError unless there is one part more than fillings."""
    joined = [parts[0]]
    for filling, part in zip(fillings, parts[1:], strict=True):
        joined += (filling, part)
    return b"".join(joined)
