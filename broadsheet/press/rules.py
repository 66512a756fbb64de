"""May this be pressed? The only place that says, as two ordered lists: what is asked for, and what Django answered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from broadsheet.press.address import page_address

SESSION_COOKIES = frozenset({b"desk", b"__Host-desk"})
"""What Django calls the session of the desk, without TLS and with it: a test compares this with the settings."""

MACHINE_ROOMS = ("/desk/", "/-/", "/static/", "/media/")
"""Addresses where nothing is a page for readers."""

BRIEFLY = {301: 60.0, 308: 60.0, 404: 10.0, 410: 60.0}
"""Seconds that an answer without a page is kept, in the memory of a front alone."""

LARGEST_PAGE = 4 * 1024 * 1024
"""Bytes. What is larger is streamed and never held."""

_HARMLESS_VARY = {"accept-encoding", "accept-language", "origin"}
"""What the newsroom is never told when it renders a plate, so that no answer can depend on it."""

type HeaderMap = Mapping[bytes, bytes]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader's browser asked for; `headers` have lower-case names, cookies of several lines joined."""

    method: str
    raw_path: bytes
    query: bytes
    headers: HeaderMap

    @property
    def address(self) -> str | None:
        return page_address(self.raw_path, self.query)


@dataclass(frozen=True, slots=True)
class Answered:
    """What the newsroom answered to a request that carried nothing of any reader's."""

    status: int
    headers: HeaderMap
    length: int


def has_session(cookies: bytes) -> bool:
    """Whether a Cookie header carries the session that staff have; every other cookie changes nothing."""
    return any(part.partition(b"=")[0].strip() in SESSION_COOKIES for part in cookies.split(b";"))


def _directives(headers: HeaderMap) -> set[str]:
    said = headers.get(b"cache-control", b"").decode("latin-1").lower()
    return {directive.partition("=")[0].strip() for directive in said.split(",")}


def _varies(headers: HeaderMap) -> bool:
    names = headers.get(b"vary", b"").decode("latin-1").lower().split(",")
    return bool({name.strip() for name in names} - _HARMLESS_VARY - {""})


ASKED: list[tuple[str, Callable[[Asked], bool]]] = [
    ("method", lambda asked: asked.method not in {"GET", "HEAD"}),
    ("session", lambda asked: has_session(asked.headers.get(b"cookie", b""))),
    ("authorization", lambda asked: b"authorization" in asked.headers),
    ("room", lambda asked: asked.raw_path.decode("latin-1").startswith(MACHINE_ROOMS)),
    ("address", lambda asked: asked.address is None),
]

ANSWERED: list[tuple[str, Callable[[Answered], bool]]] = [
    ("status", lambda answer: answer.status != 200 and answer.status not in BRIEFLY),
    ("set-cookie", lambda answer: b"set-cookie" in answer.headers),
    ("private", lambda answer: bool(_directives(answer.headers) & {"private", "no-store"})),
    ("vary", lambda answer: _varies(answer.headers)),
    ("encoded", lambda answer: b"content-encoding" in answer.headers),
    ("keyless", lambda answer: answer.status == 200 and not answer.headers.get(b"surrogate-key", b"").strip()),
    ("large", lambda answer: answer.length > LARGEST_PAGE),
]


def why_passed_on(asked: Asked) -> str | None:
    """The first reason why this request goes to the newsroom itself, or None if a pressed page answers it."""
    return next((reason for reason, holds in ASKED if holds(asked)), None)


def why_not_pressed(answer: Answered) -> str | None:
    """The first reason why this answer is not kept, or None if it may be."""
    return next((reason for reason, holds in ANSWERED if holds(answer)), None)
