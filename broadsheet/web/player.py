"""Players of films and sounds elsewhere: which providers are known, and where their player is."""

import re
from collections.abc import Sequence

# An address that matches leads to a player; the page's policy allows frames of these hosts and no others.
_YOUTUBE = "https://www.youtube-nocookie.com/embed/{}"
PROVIDERS: Sequence[tuple[str, str]] = [
    (r"https?://(?:www\.|m\.)?youtube\.com/watch\?(?:.*&)?v=([\w-]{11})(?:&.*)?", _YOUTUBE),
    (r"https?://(?:www\.)?youtube\.com/(?:shorts|embed|live)/([\w-]{11})(?:\?.*)?", _YOUTUBE),
    (r"https?://youtu\.be/([\w-]{11})(?:\?.*)?", _YOUTUBE),
    (r"https?://(?:www\.)?vimeo\.com/(\d+)(?:[/?].*)?", "https://player.vimeo.com/video/{}?dnt=1"),
]


def player_address(address: str) -> str:
    """The player for `address`; empty if its provider is not known."""
    for pattern, player in PROVIDERS:
        if found := re.fullmatch(pattern, address):
            return player.format(found.group(1))
    return ""
