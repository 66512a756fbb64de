"""Lists: flat ones become blocks."""

from collections.abc import Sequence

from broadsheet.wires.markup.conversion import Conversion
from broadsheet.wires.markup.pieces import Listing, Piece
from broadsheet.wires.markup.runs import inline
from broadsheet.wires.markup.tree import INLINE, Element
from broadsheet.wires.reasons import Reason

FLAT = INLINE - {"img"} | {"p", "div"}


def listed(element: Element, conversion: Conversion) -> Sequence[Piece] | None:
    """A list whose items are words; one that holds lists or counts by rules of its own stays markup."""
    if element.tag not in {"ul", "ol", "menu", "dir"}:
        return None
    items = [child for child in element.children if not isinstance(child, str) or child.strip()]
    if not items:
        return []
    own_count = any(element.get(name) not in {"", "1"} for name in ("start", "reversed", "type"))
    if own_count or not all(_is_flat(item) for item in items):
        conversion.notes.add(Reason.LIST_KEPT)
        return None
    words = (inline(item.children, conversion) for item in items if isinstance(item, Element))
    flat = tuple(item for item in words if item)
    return [Listing(element.tag == "ol", flat)] if flat else []


def _is_flat(item: Element | str) -> bool:
    return (
        isinstance(item, Element)
        and item.tag == "li"
        and not item.get("value")
        and all(each.tag in FLAT for each in item.walk() if each is not item)
    )
