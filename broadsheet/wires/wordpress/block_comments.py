"""Gutenberg's comments: what a block says only there is lifted out; the HTML between them speaks for itself."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from broadsheet.wires.markup.conversion import Conversion
from broadsheet.wires.markup.pieces import Embed, Listing, Photo, Picture
from broadsheet.wires.markup.runs import inline
from broadsheet.wires.markup.tree import TooDeepError, parse
from broadsheet.wires.reasons import Reason
from broadsheet.wires.wordpress.lifting import Lifting

COMMENT = re.compile(
    r"\s+(?P<closing>/)?wp:(?P<space>[a-z][\w-]*/)?(?P<name>[a-z][\w-]*)(?:\s+(?P<json>\{.*\}))?\s*(?P<void>/)?",
    re.DOTALL,
)
# Blocks whose HTML says everything. Any other block that stands alone is filled in by WordPress itself.
SILENT_WHEN_EMPTY = {"spacer", "more", "nextpage", "paragraph", "html", "shortcode", "group", "columns", "column"}
DEEPEST_REUSE = 5

type Opener = Callable[[Mapping[str, Any], str, Lifting], str | None]


def has_blocks(content: str) -> bool:
    return "<!-- wp:" in content


def lift_block_comments(content: str, lifting: Lifting, reused: int = 0) -> str:
    """The content without its block comments; what only they said stands in its place."""
    written: list[str] = []
    position = 0
    while (start := content.find("<!--", position)) >= 0 and (end := content.find("-->", start + 4)) >= 0:
        written.append(content[position:start])
        position = end + 3
        if found := COMMENT.fullmatch(content[start + 4 : end]):
            written.append(_said(found, content[position : position + 600], lifting, reused))
        else:
            _note(content[start + 4 : end].strip(), lifting.conversion)
    written.append(content[position:])
    return "".join(written)


def _said(found: re.Match[str], following: str, lifting: Lifting, reused: int) -> str:
    if found["closing"]:
        return ""
    space = found["space"] or ""
    name = found["name"] if space in {"", "core/", "core-embed/"} else f"{space}{found['name']}"
    opener = OPENERS.get("embed" if space == "core-embed/" else name)
    attributes = _attributes(found["json"])
    if name == "block" and reused < DEEPEST_REUSE:
        content = lifting.library.reusable.get(str(attributes.get("ref") or ""))
        if content is not None:
            return lift_block_comments(content, lifting, reused + 1)
    said = opener(attributes, "" if found["void"] else following, lifting) if opener else None
    if said is None and found["void"] and name not in SILENT_WHEN_EMPTY:
        lifting.conversion.notes.add(Reason.DYNAMIC_BLOCK, name)
    return said or ""


def _note(comment: str, conversion: Conversion) -> None:
    if comment.startswith("more"):
        conversion.notes.add(Reason.MORE)
    elif comment == "nextpage":
        conversion.notes.add(Reason.PAGE_BREAK)


def _cover(attributes: Mapping[str, Any], following: str, lifting: Lifting) -> str | None:
    """A cover's picture, where the HTML has it only as a style."""
    address = lifting.conversion.address(str(attributes.get("url") or ""))
    if not address or attributes.get("backgroundType") == "video" or re.search(r"<img[^>]*background", following):
        return ""
    number = str(attributes.get("id") or "")
    known = lifting.library.picture(number)
    return lifting.place([Photo(known or Picture(address, number, str(attributes.get("alt") or "")))])


def _embedded(attributes: Mapping[str, Any], following: str, lifting: Lifting) -> str | None:
    """An embed without HTML of its own."""
    address = lifting.conversion.address(str(attributes.get("url") or ""))
    if following.strip() or not address:
        return "" if following.strip() else None
    return lifting.place([Embed(address)])


def _footnotes(attributes: Mapping[str, Any], following: str, lifting: Lifting) -> str | None:  # noqa: ARG001
    """Footnotes, which WordPress keeps in a custom field."""
    try:
        notes = json.loads(lifting.meta.get("footnotes", ""))
        texts = [str(note["content"]) for note in notes]
        items = tuple(filter(None, (inline(parse(text).children, lifting.conversion) for text in texts)))
    except (ValueError, TypeError, KeyError, TooDeepError):
        return None
    return lifting.place([Listing(ordered=True, items=items)]) if items else None


OPENERS: dict[str, Opener] = {
    "cover": _cover,
    "embed": _embedded,
    "footnotes": _footnotes,
}


def _attributes(written: str | None) -> Mapping[str, Any]:
    try:
        read = json.loads(written or "{}")
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}
