"""Addresses: which requests ask for the same page, and which ask for something that can be no page."""

import re
from urllib.parse import parse_qsl, quote, unquote_to_bytes

TRACKING = re.compile(
    r"utm_\w+|mtm_\w+|pk_\w+|hsa_\w+|_hs\w+|mc_[ce]id|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid"
    r"|li_fat_id|igshid|igsh|mkt_tok|oly_(?:anon|enc)_id|rb_clickid|s_cid|srsltid|vero_id|wickedid|_ga|_gl|ref_src|cmpid"
)
"""Names that say where a reader came from and nothing about what is asked for."""

ORDERING = {"page": re.compile(r"[1-9][0-9]{0,3}"), "order": re.compile(r"[a-z-]{1,20}")}
"""The only names in a query string with which a page is pressed, and what they may say."""

_PLAIN = re.compile(r"(?:/[A-Za-z0-9_~-][A-Za-z0-9_.~-]*)*/?")
_KEPT = "/~!$&'()*+,;=:@-._"
_LONGEST = 1024


def page_address(raw_path: bytes, query: bytes) -> str | None:
    """The one address of the page that is asked for, or None if no page is pressed under such an address.

    A page has one spelling: a path with doubled slashes, dot segments or needless escapes is passed on and never
    pressed, so that nobody fills the press with a thousand spellings of one page.
    """
    if not raw_path.startswith(b"/") or len(raw_path) > _LONGEST:
        return None
    path = raw_path.decode("latin-1")
    if not _PLAIN.fullmatch(path) and not _well_spelt(path):
        return None
    kept = _kept_query(query.decode("latin-1")) if query else ""
    if kept is None:
        return None
    return f"{path}?{kept}" if kept else path


def _well_spelt(path: str) -> bool:
    if "//" in path or "\\" in path or any(segment in {".", ".."} for segment in path.split("/")):
        return False
    octets = unquote_to_bytes(path)
    if any(octet < 0x20 or octet == 0x7F for octet in octets):
        return False
    return quote(octets, safe=_KEPT) == path


def _kept_query(query: str) -> str | None:
    """The query without tracking, in the order of names; None if it says anything else or says a thing twice."""
    if len(query) > _LONGEST:
        return None
    kept: dict[str, str] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        if TRACKING.fullmatch(name):
            continue
        if name in kept or name not in ORDERING or not ORDERING[name].fullmatch(value):
            return None
        kept[name] = value
    return "&".join(f"{name}={kept[name]}" for name in sorted(kept))
