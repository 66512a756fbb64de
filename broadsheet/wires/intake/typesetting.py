"""Typesetting: the pieces of a manuscript become the blocks of a body, as StreamField stores them."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Any
from uuid import uuid4

from wagtail.blocks import StreamValue
from wagtail.models import Page

from broadsheet.wires.intake.pictures import Pictures, file_name
from broadsheet.wires.markup.conversion import parts_of
from broadsheet.wires.markup.flow import joined
from broadsheet.wires.markup.pieces import (
    Code,
    Embed,
    Gallery,
    Heading,
    Html,
    Listing,
    Photo,
    Picture,
    Piece,
    Quote,
    Table,
    Text,
)
from broadsheet.wires.markup.tree import plain_words
from broadsheet.wires.reasons import Notes

type Raw = dict[str, Any]


def set_body(pieces: Sequence[Piece], pictures: Pictures, notes: Notes) -> list[Raw]:
    """The blocks of a body. A picture without a photo is a link to where it was, in the words that came with it."""
    present = (found for piece in pieces for found in _printable(piece, pictures, notes))
    return [_block(*_value(piece, pictures, notes)) for piece in joined(present)]


def as_body(page: Page, blocks: Sequence[Raw]) -> StreamValue:
    """The blocks as the value of a page's body."""
    return StreamValue(page._meta.get_field("body").stream_block, blocks, is_lazy=True)


def _printable(piece: Piece, pictures: Pictures, notes: Notes) -> Iterator[Piece]:
    match piece:
        case Photo(picture):
            yield piece if pictures.photo(picture, notes) else _link(picture)
        case Gallery(title, shown):
            there = tuple(picture for picture in shown if pictures.photo(picture, notes))
            if there:
                yield Gallery(title, there)
            elif title:
                yield Heading(title)
            yield from (_link(picture) for picture in shown if picture not in there)
        case _:
            yield piece


def _link(picture: Picture) -> Text:
    words = picture.caption or picture.alt or file_name(picture.address)
    return Text(f'<p><a href="{escape(picture.address)}">{escape(words, quote=False)}</a></p>')


def _value(piece: Piece, pictures: Pictures, notes: Notes) -> tuple[str, Any]:
    match piece:
        case Photo(picture):
            return "photo", _photo(picture, pictures, notes)
        case Gallery(title, shown):
            return "gallery", {"title": title, "photos": _items(_photo(one, pictures, notes) for one in shown)}
        case Listing(ordered, items):
            return "list", {"ordered": ordered, "items": _items(f"<p>{item}</p>" for item in items)}
        case Table():
            return "table", _table(piece)
        case Embed():
            return "embed", _embed(piece)
        case _:
            return _words(piece)


def _words(piece: Text | Heading | Quote | Code | Html) -> tuple[str, Any]:
    match piece:
        case Text(html):
            return "text", html
        case Heading(text):
            return "heading", text
        case Quote(text, attribution):
            return "pull_quote", {"quote": text, "attribution": attribution}
        case Code(language, code):
            return "code", {"language": language[:40], "code": code}
        case Html(html):
            return "html", html


def _embed(embed: Embed) -> Raw:
    """A card needs a title: what the player was called, else the words under it, else where it leads."""
    parts = parts_of(embed.address)
    title = embed.title or embed.caption or f"{parts.netloc}{parts.path.rstrip('/')}"
    return {"address": embed.address, "title": title, "caption": embed.caption if title != embed.caption else ""}


def _photo(picture: Picture, pictures: Pictures, notes: Notes) -> Raw:
    photo = pictures.photo(picture, notes)
    if photo is None:
        raise ValueError(f"{picture.address} has no photo")  # _printable has let only those through that have one
    return {"photo": photo.pk, "caption": "" if picture.caption == photo.caption else picture.caption}


def _table(table: Table) -> Raw:
    head, *below = table.rows if table.header_row else (("",) * len(table.rows[0]), *table.rows)
    return {
        "columns": [{"type": "text", "heading": plain_words(heading)} for heading in head],
        "rows": [{"values": [f"<p>{cell}</p>" if cell else "" for cell in row]} for row in below],
        "caption": table.caption,
    }


def _items(values: Iterable[Any]) -> list[Raw]:
    return [_block("item", value) for value in values]


def _block(kind: str, value: Any) -> Raw:
    return {"type": kind, "value": value, "id": str(uuid4())}
