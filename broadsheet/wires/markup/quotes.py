"""Quotations, with who said them."""

from collections.abc import Sequence

from broadsheet.wires.markup.conversion import Conversion
from broadsheet.wires.markup.pieces import Piece, Quote
from broadsheet.wires.markup.runs import leaves, paragraphs, plain
from broadsheet.wires.markup.tree import INLINE, Element, Node
from broadsheet.wires.reasons import Reason

PLAIN = INLINE - {"a", "img"} | {"p", "div"}
ATTRIBUTION = 255  # characters that a block's attribution may have


def quoted(element: Element, conversion: Conversion) -> Sequence[Piece] | None:
    """A quotation of plain paragraphs; one with links or parts inside stays markup, so that nothing is lost."""
    in_figure = element.tag == "figure" and "wp-block-pullquote" in element.classes
    quotation = element.find("blockquote") if in_figure else element
    if quotation is None or quotation.tag != "blockquote":
        return None
    said, by = _parted(quotation)
    attribution = plain(by.children, conversion) if by else ""
    inside = Element("blockquote", {}, said)
    if not all(each.tag in PLAIN for each in inside.walk() if each is not inside) or len(attribution) > ATTRIBUTION:
        if not in_figure:
            conversion.notes.add(Reason.QUOTE_KEPT)
        return None
    run = list(leaves(said, conversion))
    breaks = Conversion(conversion.base, lines=True)
    text = "\n\n".join(
        "\n".join("".join(leaf.text for leaf in line) for line in lines) for lines in paragraphs(run, breaks)
    )
    if not text:
        return [Quote(attribution, "")] if attribution else []
    return [Quote(text, attribution)]


def _parted(element: Element) -> tuple[list[Node], Element | None]:
    """What is said, and the last `cite` or `footer` with nothing after it."""
    children = [child for child in element.children if not isinstance(child, str) or child.strip()]
    last = children[-1] if children else None
    if not isinstance(last, Element):
        return list(children), None
    if last.tag in {"cite", "footer"}:
        return list(children[:-1]), last
    if last.tag in {"p", "div"}:
        inner, by = _parted(last)
        if by is not None:
            return [*children[:-1], Element(last.tag, {}, inner)], by
    return list(children), None
