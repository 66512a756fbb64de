"""What is lifted out of a text before it is read as HTML, and what it may speak of without naming it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from broadsheet.wires.markup.conversion import Conversion
from broadsheet.wires.markup.pieces import Piece
from broadsheet.wires.wordpress.library import Library


@dataclass
class Lifting:
    """The post that the text belongs to, the library of its site, and the pieces lifted so far, by place."""

    post: str
    meta: Mapping[str, str]
    library: Library
    conversion: Conversion
    pieces: list[Sequence[Piece]] = field(default_factory=list)

    def place(self, pieces: Sequence[Piece]) -> str:
        """The mark that keeps the place of these pieces; `markup.flow.lifted` puts them back."""
        self.pieces.append(pieces)
        return f'<figure data-wire="{len(self.pieces) - 1}"></figure>'
