"""Share it on…: plain links to where readers talk, with nothing loaded from there."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

# Each pattern takes the page's address and its headline, both encoded.
PLACES = [
    ("Bluesky", "https://bsky.app/intent/compose?text={headline}%20{address}"),
    ("Facebook", "https://www.facebook.com/sharer/sharer.php?u={address}"),
    ("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url={address}"),
    ("WhatsApp", "https://wa.me/?text={headline}%20{address}"),
    ("X", "https://x.com/intent/post?text={headline}&url={address}"),
]
MAIL = "mailto:?subject={headline}&body={address}"


@dataclass(frozen=True)
class Place:
    """Where a page can be shared; a place without a name is the reader's own mail."""

    name: str
    address: str


def share_places(address: str, headline: str) -> Sequence[Place]:
    values = {"address": quote(address, safe=""), "headline": quote(headline, safe="")}
    return [Place("", MAIL.format(**values)), *(Place(name, pattern.format(**values)) for name, pattern in PLACES)]
