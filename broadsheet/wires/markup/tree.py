"""Reads untrusted HTML as a browser would and returns a clean tree: nothing active passes this door.

nh3 (the parser of a browser engine, and an allow-list) balances and cleans the text; what it writes is read into
plain elements. So no later step can let a script through: it never sees one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from html.parser import HTMLParser

import nh3

DEEPEST = 100
VOID = frozenset({"br", "hr", "img", "wbr", "col", "embed", "source", "track"})
_INLINE = """
    a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q rb rp rt rtc ruby s samp
    small span strike strong sub sup time tt u var wbr
"""
_BLOCK = """
    address article aside audio blockquote caption center col colgroup dd details dir div dl dt embed fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr iframe legend li main menu nav object ol p
    picture pre section source summary table tbody td tfoot th thead tr track ul video
"""
INLINE, BLOCK = frozenset(_INLINE.split()), frozenset(_BLOCK.split())
ATTRIBUTES = {
    "*": {"class", "id", "title", "lang", "dir", "cite", "datetime", "data-wire", "data-id", "data-instgrm-permalink",
          "data-lang", "data-language"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height", "data-src", "data-orig-file", "data-full-url"},
    "iframe": {"src"}, "embed": {"src"}, "object": {"data"}, "source": {"src"},
    "video": {"src", "poster"}, "audio": {"src"},
    "ol": {"start", "reversed", "type"}, "li": {"value"},
    "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan", "scope"},
}  # fmt: skip
SCHEMES = {"http", "https", "mailto", "tel"}


@dataclass
class Element:
    """One element; children are elements and texts in their order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    @property
    def classes(self) -> list[str]:
        return self.get("class").split()

    def walk(self) -> Iterator["Element"]:
        """This element and all inside it, in reading order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def find(self, *tags: str) -> "Element | None":
        """The first element inside with one of these tags."""
        return next((each for each in self.walk() if each is not self and each.tag in tags), None)

    def text(self) -> str:
        """The words inside, as they are; a line break is a newline."""
        return "".join(_texts(self))

    def words(self) -> str:
        """The words inside with single spaces between them."""
        return " ".join(self.text().split())


type Node = Element | str

SMILEYS = {"emoji", "wp-smiley", "wp-emoji"}


def is_smiley(element: Element) -> bool:
    """Whether an image stands for one character, which its text alternative gives."""
    return element.tag == "img" and bool(SMILEYS & set(element.classes)) and bool(element.get("alt"))


class TooDeepError(ValueError):
    """The markup is nested deeper than any page; only its words can be kept."""


def parse(html: str) -> Element:
    """The cleaned tree of untrusted markup. Raises TooDeepError."""
    if _nesting(html) > DEEPEST * 5:
        raise TooDeepError
    builder = _Builder()
    builder.feed(clean_at_the_door(html))
    builder.close()
    return builder.root


def clean_at_the_door(html: str) -> str:
    """Balanced markup without anything active, still rich enough to be understood."""
    return nh3.clean(
        html,
        tags=set(INLINE | BLOCK),
        clean_content_tags={"script", "style"},
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
    )


def plain_words(html: str) -> str:
    """The words of untrusted markup without any of it, entities resolved, single spaces."""
    if _nesting(html) > DEEPEST * 5:
        return " ".join(unescape(_ANY_TAG.sub(" ", html)).split())
    builder = _Builder(deepest=None)
    builder.feed(nh3.clean(html, tags=set(), clean_content_tags={"script", "style"}))
    builder.close()
    return builder.root.words()


def serialise(node: Node) -> str:
    """The node as HTML, without classes and identifiers, which belong to another site's design."""
    if isinstance(node, str):
        return escape(node, quote=False)
    kept = (
        "href",
        "colspan",
        "rowspan",
        "scope",
        "start",
        "reversed",
        "value",
        "type",
        "lang",
        "dir",
        "datetime",
        "cite",
    )
    attributes = "".join(f' {name}="{escape(node.attributes[name])}"' for name in kept if node.attributes.get(name, ""))
    if node.tag in VOID:
        return f"<{node.tag}{attributes}>"
    return f"<{node.tag}{attributes}>{''.join(serialise(child) for child in node.children)}</{node.tag}>"


def _texts(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.tag == "br":
            yield "\n"
        else:
            yield from _texts(child)


def _nesting(html: str) -> int:
    """How deep the tags could nest, cheaply, so that a hostile text is turned away before it costs anything."""
    depth = deepest = 0
    for closing, tag in _TAG.findall(html):
        if tag.lower() not in _UNNESTED:
            depth = max(depth - 1, 0) if closing else depth + 1
            deepest = max(deepest, depth)
    return deepest


_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_ANY_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")
_UNNESTED = VOID | {"p", "li", "td", "th", "tr", "dt", "dd", "input", "link", "meta", "param", "area", "base"}


class _Builder(HTMLParser):
    """Builds the tree from balanced markup."""

    def __init__(self, deepest: int | None = DEEPEST) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("body")
        self.open = [self.root]
        self.deepest = deepest

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag in VOID:
            return
        self.open.append(element)
        if tag == "iframe":
            self.set_cdata_mode(tag)  # what is inside a frame is no markup
        if self.deepest is not None and len(self.open) > self.deepest:
            raise TooDeepError

    def handle_endtag(self, tag: str) -> None:
        if len(self.open) > 1 and self.open[-1].tag == tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open[-1].tag != "iframe":
            self.open[-1].children.append(data)
