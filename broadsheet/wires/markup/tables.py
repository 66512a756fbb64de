"""Tables of words."""

from collections.abc import Sequence

from broadsheet.wires.markup.conversion import Conversion
from broadsheet.wires.markup.pieces import Piece, Table
from broadsheet.wires.markup.runs import inline, plain
from broadsheet.wires.markup.tree import INLINE, Element
from broadsheet.wires.reasons import Reason

PLAIN = INLINE - {"img"} | {
    "tr",
    "td",
    "th",
    "thead",
    "tbody",
    "tfoot",
    "p",
    "div",
    "col",
    "colgroup",
    "caption",
    "figcaption",
}


def tabled(element: Element, conversion: Conversion) -> Sequence[Piece] | None:
    """A table of words; one with joined cells or parts inside stays markup."""
    table = element.find("table") if element.tag == "figure" else element
    if table is None or table.tag != "table":
        return None
    caption = element.find("figcaption") or table.find("caption")
    words = plain(caption.children, conversion) if caption else ""
    rows = [
        [cell for cell in row.children if isinstance(cell, Element) and cell.tag in {"td", "th"}]
        for row in table.walk()
        if row.tag == "tr"
    ]
    cells = [cell for row in rows for cell in row]
    if not cells:
        return None
    if not _is_plain(element, table, cells):
        if element is table:
            conversion.notes.add(Reason.TABLE_KEPT)
        return None
    width = max(len(row) for row in rows)
    texts = tuple(
        tuple([inline(cell.children, conversion) for cell in row] + [""] * (width - len(row))) for row in rows if row
    )
    header_row = bool(table.find("thead")) or all(cell.tag == "th" for cell in rows[0])
    below = [row for row in (rows[1:] if header_row else rows) if row]
    header_column = bool(below) and all(row[0].tag == "th" for row in below)
    return [Table(words, texts, header_row, header_column)]


def _is_plain(element: Element, table: Element, cells: Sequence[Element]) -> bool:
    inside = (each for each in element.walk() if each is not element and each is not table)
    joined = any(cell.get(name) not in {"", "1"} for cell in cells for name in ("colspan", "rowspan"))
    return not joined and all(each.tag in PLAIN for each in inside)
