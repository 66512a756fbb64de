"""Quotations, with who said them."""

from collections.abc import Sequence

from broadsheet.wires.markup.conversion import Conversion
from broadsheet.wires.markup.pieces import Piece, Quote
from broadsheet.wires.markup.runs import leaves, paragraphs, plain
from broadsheet.wires.markup.tree import INLINE, Element, Node
from broadsheet.wires.reasons import Reason

ATTRIBUTION = 255  # characters that a block's attribution may have


def quoted(element: Element, conversion: Conversion) -> Sequence[Piece] | None:
    """A quotation of plain paragraphs; one with links or parts inside stays markup, so that nothing is lost."""
    if element.tag == "figure" and "wp-block-pullquote" in element.classes:
        element = element.find("blockquote") or element
    if element.tag != "blockquote" and "wp-block-pullquote" not in element.classes:
        return None
    said, by = _parted(element)
    attribution = plain(by.children, conversion) if by else ""
    plain_inside = all(
        each.tag in INLINE | {"body", "p", "div"} - {"a", "img", "ruby"} for each in Element("body", {}, said).walk()
    )
    if not plain_inside or len(attribution) > ATTRIBUTION:
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
