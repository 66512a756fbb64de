"""From markup to pieces: CONVERSIONS is the table of contents, the first that fits an element takes it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape

from broadsheet.wires.markup.conversion import Conversion
from broadsheet.wires.markup.embeds import embedded, is_provider, played, posted
from broadsheet.wires.markup.lists import listed
from broadsheet.wires.markup.pictures import captioned, lone, note_links, together
from broadsheet.wires.markup.pieces import Embed, Heading, Html, Piece, Text
from broadsheet.wires.markup.programs import programmed
from broadsheet.wires.markup.quotes import quoted
from broadsheet.wires.markup.runs import Leaf, Line, Mark, address_alone, leaves, marked, paragraphs, plain, rich
from broadsheet.wires.markup.tables import tabled
from broadsheet.wires.markup.tree import INLINE, Element, Node, TooDeepError, is_smiley, parse, plain_words, serialise
from broadsheet.wires.reasons import Reason

type Converter = Callable[[Element, Conversion], Sequence[Piece] | None]

_CONTAINERS = """
    article aside caption center div fieldset figcaption figure footer form header hgroup legend main nav p picture
    section source summary track
"""
CONTAINERS = frozenset(_CONTAINERS.split())
LAYOUT = {"wp-block-columns", "wp-block-cover", "wp-block-group", "wp-block-media-text"}


def lifted(element: Element, conversion: Conversion) -> Sequence[Piece] | None:
    """What was lifted out of the text before it was parsed (a shortcode, a block comment), back in its place."""
    place = element.get("data-wire")
    if not place.isdecimal() or int(place) >= len(conversion.lifted):
        return None
    return conversion.lifted[int(place)]


def headed(element: Element, conversion: Conversion) -> Sequence[Piece] | None:
    """A heading of any level; pictures inside follow it."""
    if element.tag not in {"h1", "h2", "h3", "h4", "h5", "h6"}:
        return None
    if element.tag != "h2":
        conversion.notes.add(Reason.HEADING_LEVEL, element.tag)
    text = plain(element.children, conversion)
    return [*([Heading(text)] if text else []), *_inside(element, conversion)]


def filed(element: Element, conversion: Conversion) -> Sequence[Piece] | None:
    """WordPress's file block: one link; its second one says “Download” and leads to the same place."""
    if "wp-block-file" not in element.classes:
        return None
    link = element.find("a")
    target = conversion.address(link.get("href")) if link else ""
    if link is None or not target:
        return None
    conversion.notes.add(Reason.PLAYER_LINKED, target)
    return [Text(f'<p><a href="{escape(target)}">{escape(link.words() or target, quote=False)}</a></p>')]


def ruled(element: Element, conversion: Conversion) -> Sequence[Piece] | None:  # noqa: ARG001
    """A line between two parts."""
    return [Html("<hr>")] if element.tag == "hr" else None


def spaced(element: Element, conversion: Conversion) -> Sequence[Piece] | None:
    """WordPress's empty space."""
    if "wp-block-spacer" not in element.classes:
        return None
    conversion.notes.add(Reason.SPACER)
    return []


CONVERSIONS: list[Converter] = [
    lifted,
    embedded,
    posted,
    played,
    captioned,
    together,
    lone,
    headed,
    listed,
    quoted,
    tabled,
    programmed,
    filed,
    ruled,
    spaced,
]


def convert(html: str, conversion: Conversion) -> list[Piece]:
    """Untrusted markup as the pieces of a body. Raises nothing; no word of the markup is lost."""
    try:
        root = parse(html)
    except TooDeepError:
        conversion.notes.add(Reason.TOO_DEEP)
        words = plain_words(html)
        return [Text(f"<p>{escape(words, quote=False)}</p>")] if words else []
    flow = _Flow(conversion)
    flow.take(root.children, ())
    flow.end_run()
    return list(joined(flow.pieces))


class _Flow:
    """Walks the markup: words are gathered into runs, everything larger goes to the first conversion that fits."""

    def __init__(self, conversion: Conversion) -> None:
        self.conversion = conversion
        self.pieces: list[Piece] = []
        self.run: list[Leaf] = []

    def take(self, nodes: Iterable[Node], marks: tuple[Mark, ...]) -> None:
        for node in nodes:
            if isinstance(node, str):
                self.run.append(Leaf(node, marks))
            elif node.tag == "img" and not is_smiley(node):
                self.run.extend(Leaf("", piece=piece) for piece in lone(node, self.conversion) or ())
            elif node.tag in INLINE and not _holds_more_than_words(node):
                self.run.extend(leaves([node], self.conversion, marks))
            elif node.tag in INLINE:
                note_links(node, self.conversion)
                self.take(node.children, marked(node, marks, self.conversion))
            else:
                self.end_run()
                self.take_part(node, marks)
                self.end_run()

    def take_part(self, element: Element, marks: tuple[Mark, ...]) -> None:
        for conversion in CONVERSIONS:
            if (found := conversion(element, self.conversion)) is not None:
                self.pieces.extend(found)
                return
        if element.tag not in CONTAINERS:
            self.pieces.extend(kept(element, self.conversion))
            return
        if LAYOUT & set(element.classes):
            self.conversion.notes.add(Reason.LAYOUT, next(iter(LAYOUT & set(element.classes))))
        self.take(element.children, marks)

    def end_run(self) -> None:
        for lines in paragraphs(self.run, self.conversion):
            self.pieces.extend(_paragraph(lines, self.conversion))
        self.run = []


def kept(element: Element, conversion: Conversion) -> list[Piece]:
    """Markup that no block holds, as cleaned HTML; pictures and lifted parts inside follow it."""
    if element.tag not in {"ul", "ol", "blockquote", "table"}:  # their own conversions have said why
        conversion.notes.add(Reason.HTML_KEPT, element.tag)
    inside = _inside(element, conversion)
    bare = _bare(element)
    return [*([Html(serialise(bare))] if bare.text().strip() else []), *inside]


def _inside(element: Element, conversion: Conversion) -> list[Piece]:
    """The pieces inside an element that cannot stay there."""
    found: list[Piece] = []
    for each in element.walk():
        for conversion_of in (lifted, lone):
            found.extend(conversion_of(each, conversion) or ())
        if each.tag in {"iframe", "video", "audio", "object", "embed"}:
            found.extend(played(each, conversion) or ())
    return found


def _bare(element: Element) -> Element:
    """A copy without pictures and parts that were lifted out; a smiley is its character."""
    children: list[Node] = []
    for child in element.children:
        if isinstance(child, str):
            children.append(child)
        elif is_smiley(child):
            children.append(child.get("alt"))
        elif child.tag not in {"img", "iframe", "video", "audio", "object", "embed"} and not child.get("data-wire"):
            children.append(_bare(child))
    return Element(element.tag, element.attributes, children)


def _holds_more_than_words(element: Element) -> bool:
    return any(each.tag not in INLINE or (each.tag == "img" and not is_smiley(each)) for each in element.walk())


def _paragraph(lines: list[Line], conversion: Conversion) -> Iterator[Piece]:
    """A paragraph's words, parted by lines that are something else: a picture, an address to be shown."""
    words: list[Line] = []
    behind: list[Piece] = []
    for line in lines:
        said = [leaf for leaf in line if leaf.piece is None]
        pieces = [leaf.piece for leaf in line if leaf.piece is not None]
        address = address_alone(said)
        if (not said or address) and words:
            yield from _written(words, behind)
            words, behind = [], []
        if address:
            yield _of_address(address, conversion)
        if not said or (line[0].piece is not None and not words):
            yield from pieces
        else:
            behind.extend(pieces)
        if said and not address:
            words.append(said)
    yield from _written(words, behind)


def _written(words: list[Line], behind: list[Piece]) -> Iterator[Piece]:
    if words:
        yield Text(f"<p>{rich(words)}</p>")
    yield from behind


def _of_address(address: str, conversion: Conversion) -> Piece:
    if is_provider(address):
        return Embed(address)
    target = conversion.link(address)
    shown = escape(address, quote=False)
    return Text(f'<p><a href="{escape(target)}">{shown}</a></p>' if target else f"<p>{shown}</p>")


def joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbouring paragraphs are one text, neighbouring markup is one block."""
    waiting: Piece | None = None
    for piece in pieces:
        if isinstance(piece, Text) and isinstance(waiting, Text):
            waiting = Text(waiting.html + piece.html)
        elif isinstance(piece, Html) and isinstance(waiting, Html):
            waiting = Html(waiting.html + piece.html)
        else:
            if waiting is not None:
                yield waiting
            waiting = piece
    if waiting is not None:
        yield waiting
