"""What a page reports: a view, an engaged read, rail slots seen, a slot followed, a share; one small JSON body each."""

import json
import re
from enum import IntEnum
from typing import NamedTuple

LARGEST = 512  # bytes of a body
NONCE = re.compile(r"[0-9a-f]{16}")
SLOT = re.compile(r"([a-z0-9][a-z0-9-]{0,39}):(\d{1,3}):(\d{1,18})")
HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,98}[a-z0-9])?")


class Kind(IntEnum):
    """The kinds of signals, each tallied apart; the number is what the journal and the ledger keep."""

    VIEW = 0
    ENGAGED = 1
    SEEN = 2
    FOLLOWED = 3
    SHARE = 4


KINDS = {kind.name.lower(): kind for kind in Kind}


class SignalError(ValueError):
    """A body is no signal at all."""


class RailSlot(NamedTuple):
    """A place in a rail and the story that stood there."""

    rail: str
    position: int
    story: int


class Report(NamedTuple):
    """A body as read: the kind, the token's text, the nonce as a number of 64 bits, and what the kind adds."""

    kind: Kind
    token: str
    nonce: int
    referrer: str = ""
    slots: tuple[RailSlot, ...] = ()


def read_report(body: bytes) -> Report:
    """The report in a body; raises SignalError for anything else. An odd referrer or slot is dropped, not the view."""
    try:
        fields = json.loads(body.decode())
        kind = KINDS[fields.get("kind", "view")]
        token = fields["token"]
        nonce = fields["nonce"]
        if not (isinstance(token, str) and NONCE.fullmatch(nonce)):
            raise SignalError("a signal carries a token and a nonce of 16 hexadecimal digits")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise SignalError("a signal is a JSON object with kind, token and nonce") from error
    # SQLite's whole numbers are signed; a nonce is any 64 bits.
    number = int(nonce, 16) - (1 << 63)
    if kind in (Kind.SEEN, Kind.FOLLOWED):
        return Report(kind, token, number, slots=_read_slots(fields.get("slots")))
    return Report(kind, token, number, referrer=_read_host(fields.get("referrer")))


def _read_host(value: object) -> str:
    return value if isinstance(value, str) and HOST.fullmatch(value) else ""


def _read_slots(values: object) -> tuple[RailSlot, ...]:
    if not isinstance(values, list):
        return ()
    found = [SLOT.fullmatch(value) for value in values if isinstance(value, str)]
    return tuple(RailSlot(match[1], int(match[2]), int(match[3])) for match in found if match)
