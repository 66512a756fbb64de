"""Runs of words: inline markup becomes rich text, line breaks become paragraphs where the source means them so."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from broadsheet.wires.markup.conversion import Conversion
from broadsheet.wires.markup.pieces import Piece
from broadsheet.wires.markup.tree import Element, Node, is_smiley
from broadsheet.wires.reasons import Reason

KEPT = {
    "b": "b", "strong": "b", "i": "i", "em": "i", "cite": "i", "dfn": "i", "var": "i",
    "s": "s", "strike": "s", "del": "s", "sup": "sup", "sub": "sub", "a": "a",
}  # fmt: skip
SILENT = {
    "span",
    "font",
    "bdi",
    "label",
    "wbr",
    "time",
    "data",
    "ruby",
    "rb",
    "rtc",
}  # they say nothing that a reader sees
ADDRESS_ALONE = re.compile(r"https?://[^\s<>\"]+")


@dataclass(frozen=True, eq=False)
class Mark:
    """An inline element that rich text has: its name and its opening tag."""

    name: str
    opening: str


@dataclass(frozen=True)
class Leaf:
    """Some words and the marks around them, outermost first; or the end of a line; or a piece between the words."""

    text: str
    marks: tuple[Mark, ...] = ()
    is_break: bool = False
    piece: Piece | None = None


BREAK = Leaf("\n", is_break=True)
AROUND = {"q": ("“", "”"), "rt": ("(", ")")}  # ruby without its brackets: the reading follows its word
type Line = list[Leaf]


def leaves(nodes: Iterable[Node], conversion: Conversion, marks: tuple[Mark, ...] = ()) -> Iterator[Leaf]:
    """The words of markup one by one; an element that starts a line by itself is taken for a line."""
    for node in nodes:
        if isinstance(node, str):
            yield Leaf(node, marks)
        elif node.tag == "br":
            yield BREAK
        elif node.tag in {"p", "div", "dd", "dt"}:
            yield BREAK
            yield from leaves(node.children, conversion, marks)
            yield BREAK
        elif node.tag == "img":
            yield Leaf(node.get("alt") if is_smiley(node) else "", marks)
        elif node.tag in AROUND:
            before, after = AROUND[node.tag]
            yield Leaf(before, marks)
            yield from leaves(node.children, conversion, marks)
            yield Leaf(after, marks)
        elif node.tag != "rp":
            yield from leaves(node.children, conversion, marked(node, marks, conversion))


def marked(element: Element, marks: tuple[Mark, ...], conversion: Conversion) -> tuple[Mark, ...]:
    """The marks inside an inline element; one that rich text lacks is noted and adds nothing."""
    name = KEPT.get(element.tag)
    if name is None:
        if element.tag not in SILENT:
            conversion.notes.add(Reason.INLINE_FORMAT, element.tag)
        return marks
    if any(mark.name == name for mark in marks):
        return marks
    if name != "a":
        return (*marks, Mark(name, f"<{name}>"))
    target = conversion.link(element.get("href")) if element.words() else ""
    return (*marks, Mark("a", f'<a href="{escape(target)}">')) if target else marks


def paragraphs(run: Sequence[Leaf], conversion: Conversion) -> list[list[Line]]:
    """A run as paragraphs of lines. An empty line parts paragraphs where lines count; spaces are made single."""
    result: list[list[Line]] = [[]]
    empty = False
    for line in _lines(run, newlines_count=conversion.lines):
        tidy = _tidied(line)
        if not tidy:
            empty = True
            continue
        if empty and conversion.lines and result[-1]:
            result.append([])
        empty = False
        result[-1].append(tidy)
    return [paragraph for paragraph in result if paragraph]


def rich(lines: Sequence[Line]) -> str:
    """Lines as inline rich text, joined by line breaks."""
    return "<br/>".join(_rich_line(line) for line in lines)


def inline(nodes: Iterable[Node], conversion: Conversion) -> str:
    """Inline markup as rich text of one paragraph."""
    found = paragraphs(list(leaves(nodes, conversion)), conversion)
    return "<br/>".join(rich(lines) for lines in found)


def plain(nodes: Iterable[Node], conversion: Conversion) -> str:
    """Inline markup as plain words with single spaces; a link lost thereby is noted."""
    run = list(leaves(nodes, conversion))
    for opening in {mark.opening: None for leaf in run for mark in leaf.marks if mark.name == "a"}:
        conversion.notes.add(Reason.CAPTION_MARKUP, opening)
    return " ".join("".join(leaf.text for leaf in run).split())


def address_alone(line: Line) -> str:
    """The web address that is all a line says, without being a link already; else nothing."""
    text = "".join(leaf.text for leaf in line).strip()
    linked = any(mark.name == "a" for leaf in line for mark in leaf.marks)
    return text if not linked and ADDRESS_ALONE.fullmatch(text) else ""


def _lines(run: Sequence[Leaf], *, newlines_count: bool) -> Iterator[Line]:
    """The run cut at its breaks; after a `<br>`, the newline that follows it in the source is the same break."""
    line: Line = []
    after_break = False
    for leaf in run:
        if leaf.is_break:
            yield line
            line, after_break = [], True
            continue
        if leaf.piece is not None:
            line.append(leaf)
            continue
        text = leaf.text.replace("\r\n", "\n").replace("\r", "\n")
        if not newlines_count:
            line.append(Leaf(text, leaf.marks))
            continue
        if after_break:
            text, after_break = re.sub(r"^[ \t]*\n", "", text), not text.strip() and "\n" not in text
        first, *others = text.split("\n")
        line.append(Leaf(first, leaf.marks))
        for other in others:
            yield line
            line = [Leaf(other, leaf.marks)]
    yield line


def _tidied(line: Line) -> Line:
    """Single spaces, none at the ends, pieces in front or behind the words; nothing at all if the line has neither."""
    tidy: Line = []
    pieces: tuple[Line, Line] = ([], [])
    after_space = True
    for leaf in line:
        if leaf.piece is not None:
            pieces[bool(tidy)].append(leaf)
            continue
        text = re.sub(r"[ \t\n\f]+", " ", leaf.text)
        if after_space:
            text = text.lstrip(" ")
        if text:
            after_space = text.endswith(" ")
            tidy.append(Leaf(text, leaf.marks))
    while tidy and not tidy[-1].text.rstrip(" "):
        tidy.pop()
    if tidy:
        tidy[-1] = Leaf(tidy[-1].text.rstrip(" "), tidy[-1].marks)
    if not any(leaf.text.strip() for leaf in tidy):
        tidy = []
    return [*pieces[0], *tidy, *pieces[1]]


def _rich_line(line: Line) -> str:
    opened: tuple[Mark, ...] = ()
    written: list[str] = []
    for leaf in [*line, Leaf("")]:
        shared = 0
        while shared < min(len(opened), len(leaf.marks)) and opened[shared] is leaf.marks[shared]:
            shared += 1
        written.extend(f"</{mark.name}>" for mark in reversed(opened[shared:]))
        written.extend(mark.opening for mark in leaf.marks[shared:])
        opened = leaf.marks
        written.append(escape(leaf.text, quote=False))
    return "".join(written)
