"""What one reading of the whole file tells before the first story is shaped: pictures, people, pages, old addresses."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from html import unescape
from urllib.parse import unquote

from broadsheet.wires.markup.conversion import parts_of
from broadsheet.wires.markup.pictures import SUFFIXES, told
from broadsheet.wires.markup.pieces import Picture
from broadsheet.wires.markup.tree import plain_words
from broadsheet.wires.wordpress.items import Author, Category, Item, Record, Site

SIZE = re.compile(r"(-\d{1,5}x\d{1,5}|-scaled)(\.\w{3,4})$")
PUBLISHED = {"publish"}
BROUGHT = {"post", "page"}


@dataclass(frozen=True)
class Attachment:
    """A file of the old site's library. Alternative text and caption are plain words."""

    number: str
    address: str
    title: str
    alt: str
    caption: str
    description: str
    parent: str
    link: str
    order: int

    @property
    def is_picture(self) -> bool:
        path = parts_of(self.address).path.lower()
        return path[path.rfind(".") :] in SUFFIXES

    def picture(self) -> Picture:
        return Picture(self.address, self.number, self.alt, self.caption)


@dataclass
class Library:
    """The outline of an export. Memory grows with the number of items, not with their texts."""

    site: Site = field(default_factory=lambda: Site("", "", "", ""))
    authors: dict[str, Author] = field(default_factory=dict)
    categories: dict[str, Category] = field(default_factory=dict)
    attachments: dict[str, Attachment] = field(default_factory=dict)
    reusable: dict[str, str] = field(default_factory=dict)
    kinds: Counter[str] = field(default_factory=Counter)
    comments: int = 0
    parents: dict[str, str] = field(default_factory=dict)
    paths: set[str] = field(default_factory=set)
    in_menus: set[str] = field(default_factory=set)
    _by_address: dict[str, str] = field(default_factory=dict)
    _attached: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def picture(self, number: str) -> Picture | None:
        found = self.attachments.get(number)
        return found.picture() if found and found.is_picture else None

    def identify(self, picture: Picture) -> Picture:
        """The picture as the library has it: the original's address instead of a smaller copy's, and its words."""
        address = SIZE.sub(r"\2", picture.address.split("?")[0])
        number = picture.number if picture.number in self.attachments else self._by_address.get(_path(address), "")
        known = self.attachments.get(number)
        if known is None or not known.is_picture:
            return replace(picture, address=address, number="")
        return Picture(known.address, number, picture.alt or known.alt, picture.caption)

    def attached(self, number: str) -> list[Picture]:
        """The pictures uploaded to one post, in its own order."""
        found = sorted((self.attachments[each] for each in self._attached.get(number, ())), key=lambda one: one.order)
        return [attachment.picture() for attachment in found if attachment.is_picture]

    def pages_by_level(self) -> Iterator[frozenset[str]]:
        """The numbers of pages, those at the top first, each level after the one above it. A circle is at the top."""
        levels: dict[int, set[str]] = defaultdict(set)
        for number in self.parents:
            levels[self._level(number)].add(number)
        for level in sorted(levels):
            yield frozenset(levels[level])

    def moved(self, address: str) -> str | None:
        """The old path of an address that a redirect will answer, with what follows it."""
        parts = parts_of(address)
        if _host(address) != _host(self.site.address) or parts.path.rstrip("/") not in self.paths:
            return None
        return f"{parts.path}{'#' + parts.fragment if parts.fragment else ''}"

    def _level(self, number: str) -> int:
        seen = {number}
        while (number := self.parents.get(number, "")) and number in self.parents:
            if number in seen:
                return 0
            seen.add(number)
        return len(seen) - 1


def read_library(records: Iterable[Record]) -> Library:
    """The outline of all records."""
    library = Library()
    for record in records:
        match record:
            case Site():
                library.site = record
            case Author():
                library.authors.setdefault(record.login, record)
            case Category():
                library.categories.setdefault(record.slug, record)
            case Item():
                _shelve(record, library)
    return library


def _shelve(item: Item, library: Library) -> None:
    library.kinds[item.kind] += 1
    library.comments += item.comments
    if item.kind == "attachment":
        attachment = _attachment(item)
        library.attachments.setdefault(item.number, attachment)
        library._by_address.setdefault(_path(attachment.address), item.number)
        if attachment.parent:
            library._attached[attachment.parent].append(item.number)
    elif item.kind == "wp_block":
        library.reusable.setdefault(item.number, item.content)
    elif item.kind == "nav_menu_item" and item.meta.get("_menu_item_object") == "page":
        library.in_menus.add(item.meta.get("_menu_item_object_id", ""))
    elif item.kind == "page":
        library.parents.setdefault(item.number, item.parent)
    if item.kind in BROUGHT and item.status in PUBLISHED and not item.password:
        path = parts_of(item.link).path.rstrip("/")
        if path:
            library.paths.add(path)


def _attachment(item: Item) -> Attachment:
    return Attachment(
        number=item.number,
        address=item.attachment or item.guid,
        title=unescape(item.title),
        alt=told(plain_words(item.meta.get("_wp_attachment_image_alt", "")), item.attachment or item.guid),
        caption=plain_words(item.excerpt),
        description=plain_words(item.content),
        parent=item.parent,
        link=item.link,
        order=item.order,
    )


def _path(address: str) -> str:
    return unquote(parts_of(address).path)


def _host(address: str) -> str:
    return unquote(parts_of(address).hostname or "").removeprefix("www.")
