"""What one conversion needs to know of where the markup came from, and the notes that it leaves."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import SplitResult, urljoin, urlsplit

from broadsheet.wires.markup.pieces import Piece
from broadsheet.wires.reasons import Notes, Reason

NOWHERE = SplitResult("", "", "", "", "")


def parts_of(address: str) -> SplitResult:
    """The parts of an address from outside; all empty if it has none."""
    try:
        parts = urlsplit(address)
        return parts if parts.port is None or parts.hostname else NOWHERE
    except ValueError:
        return NOWHERE


class Addresses(Protocol):
    """Which old addresses will be answered by the newspaper itself."""

    def moved(self, address: str) -> str | None:
        """The path under which the newspaper answers for an old address, if it does."""


@dataclass
class Conversion:
    """One body on its way in. `lines` says that line breaks in the text count, as in WordPress's classic editor."""

    base: str
    lines: bool = False
    lifted: Sequence[Sequence[Piece]] = ()
    addresses: Addresses | None = None
    notes: Notes = field(default_factory=Notes)

    def address(self, written: str) -> str:
        """An absolute http address for what was written, or nothing if there is none."""
        try:
            joined = urljoin(self.base + "/", written.strip())
        except ValueError:
            return ""
        parts = parts_of(joined)
        return joined if parts.scheme in {"http", "https"} and parts.netloc else ""

    def link(self, written: str) -> str:
        """Where a link shall lead: into the newspaper where it answers itself, else as written; nothing if nowhere."""
        written = written.strip()
        if not written:
            return ""
        if written.startswith("#"):
            self.notes.add(Reason.IN_PAGE_LINK, written)
            return ""
        scheme = parts_of(written).scheme.lower()
        if scheme in {"mailto", "tel"}:
            return written
        address = self.address(written) if scheme in {"", "http", "https"} else ""
        if not address:
            self.notes.add(Reason.LINK, written)
            return ""
        return (self.addresses and self.addresses.moved(address)) or address
