"""A post's text becomes the pieces of a body: block comments and shortcodes are lifted, the HTML is converted."""

import re
from collections.abc import Sequence

from broadsheet.wires.markup.conversion import Conversion
from broadsheet.wires.markup.flow import convert
from broadsheet.wires.markup.pieces import Gallery, Photo, Piece
from broadsheet.wires.reasons import Notes, Reason
from broadsheet.wires.wordpress.block_comments import has_blocks, lift_block_comments
from broadsheet.wires.wordpress.items import Item
from broadsheet.wires.wordpress.library import Library
from broadsheet.wires.wordpress.lifting import Lifting
from broadsheet.wires.wordpress.shortcodes import lift_shortcodes

ACTIVE = re.compile(r"<(script|style|form|input|button|select|textarea|svg|math|applet|canvas)\b", re.IGNORECASE)


def read_body(item: Item, library: Library, notes: Notes) -> Sequence[Piece]:
    """The body of a post or page. In the classic editor's texts line breaks count, in Gutenberg's they do not."""
    conversion = Conversion(
        library.site.address or item.link,
        lines=not has_blocks(item.content),
        addresses=library,
        notes=notes,
    )
    lifting = Lifting(item.number, item.meta, library, conversion)
    for tag in ACTIVE.findall(item.content):
        notes.add(Reason.ACTIVE, tag.lower())
    text = lift_block_comments(item.content, lifting)
    text = lift_shortcodes(text, lifting)
    conversion.lifted = lifting.pieces
    return [_identified(piece, library) for piece in convert(text, conversion)]


def _identified(piece: Piece, library: Library) -> Piece:
    match piece:
        case Photo(picture):
            return Photo(library.identify(picture))
        case Gallery(title, pictures):
            return Gallery(title, tuple(library.identify(picture) for picture in pictures))
        case _:
            return piece
