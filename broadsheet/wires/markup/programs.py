"""Program text, every space of it."""

import re
from collections.abc import Sequence

from broadsheet.wires.markup.conversion import Conversion
from broadsheet.wires.markup.pieces import Code, Piece
from broadsheet.wires.markup.tree import Element

LANGUAGE = re.compile(r"\b(?:lang(?:uage)?-|brush:\s*)([\w+#-]{1,30})")
CODE_CLASSES = {"wp-block-code", "wp-block-syntaxhighlighter-code", "code", "prettyprint", "highlight"}


def programmed(element: Element, conversion: Conversion) -> Sequence[Piece] | None:  # noqa: ARG001
    """`pre` that says it is code; other preformatted text (a poem, a drawing) stays markup."""
    if element.tag != "pre":
        return None
    inner = next((each for each in element.children if isinstance(each, Element) and each.tag == "code"), None)
    language = LANGUAGE.search(f"{element.get('class')} {inner.get('class') if inner else ''}")
    alone = inner is not None and inner.text().strip() == element.text().strip()
    if not alone and not language and not CODE_CLASSES & set(element.classes):
        return None
    named = element.get("data-lang") or element.get("data-language")
    return [Code(language[1] if language else named, element.text().strip("\n"))] if element.text().strip() else []
