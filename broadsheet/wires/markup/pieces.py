"""The pieces of a story's body, as plain values: one for each block of `stories.blocks` that can come in."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Picture:
    """A picture somewhere else: its address there, its number in that system's library, the words that came with it."""

    address: str
    number: str = ""
    alt: str = ""
    caption: str = ""


@dataclass(frozen=True)
class Text:
    """Paragraphs of rich text: `<p>` with `b i a sup sub s br` inside and nothing else."""

    html: str


@dataclass(frozen=True)
class Heading:
    """A heading between parts, plain words."""

    text: str


@dataclass(frozen=True)
class Photo:
    """One picture with its caption."""

    picture: Picture


@dataclass(frozen=True)
class Gallery:
    """Several pictures shown together."""

    title: str
    pictures: tuple[Picture, ...]


@dataclass(frozen=True)
class Quote:
    """Words set apart, plain, with who said them."""

    text: str
    attribution: str


@dataclass(frozen=True)
class Listing:
    """A flat list; each item is inline rich text."""

    ordered: bool
    items: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Rows of equal length; each cell is inline rich text."""

    caption: str
    rows: tuple[tuple[str, ...], ...]
    header_row: bool
    header_column: bool


@dataclass(frozen=True)
class Code:
    """A program's text, every space kept."""

    language: str
    code: str


@dataclass(frozen=True)
class Embed:
    """Something shown elsewhere: a film, a post, a sound."""

    address: str
    title: str = ""
    caption: str = ""


@dataclass(frozen=True)
class Html:
    """Markup without a counterpart, cleaned."""

    html: str


type Piece = Text | Heading | Photo | Gallery | Quote | Listing | Table | Code | Embed | Html
