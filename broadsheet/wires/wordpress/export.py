"""Reads a WordPress export (WXR 1.0 to 1.2), one record at a time, and trusts nothing in it.

The parser takes no document type, no entity and no network address, and an item is forgotten as soon as it has been
handed on, so that memory does not grow with the file.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from broadsheet.wires.wordpress.items import Author, Category, Item, Label, Record, Site

CHUNK = 64 * 1024
HEAD = ("title", "link", "language")
VERSIONS = ("1.0", "1.1", "1.2")
NAMESPACE = re.compile(r"https?://(?:www\.)?wordpress\.org/export/(?P<version>[^/]+)/(?P<excerpt>excerpt/)?")
CONTENT = "http://purl.org/rss/1.0/modules/content/"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
# XML forbids these bytes and WordPress exports them nevertheless; in UTF-8 they are never part of another character.
FORBIDDEN = bytes(code for code in range(0x20) if code not in b"\t\n\r")
OPENINGS = {
    b"PK\x03\x04": "is a ZIP archive; unpack it and import the .xml files inside, one after the other",
    b"\x1f\x8b": "is compressed with gzip; unpack it first (gunzip)",
    b"\xff\xfe": "is written in UTF-16; save it as UTF-8 first",
    b"\xfe\xff": "is written in UTF-16; save it as UTF-8 first",
}


class ExportError(ValueError):
    """The file cannot be imported; the message says why and what to do. Nothing has been changed."""


def read_export(path: Path, read: Callable[[int], None] | None = None) -> Iterator[Record]:
    """Every record of the file in its order; `read` is told the bytes taken in. Raises ExportError."""
    site = False
    for element in _closed_elements(path, read):
        record = _record(element)
        if record is None:
            continue
        if isinstance(record, Site):
            site = True
        elif not site:
            raise ExportError(f"{path} is not a WordPress export: it does not say which version of WXR it has")
        yield record
    if not site:
        raise ExportError(f"{path} is not a WordPress export; make one in WordPress under Tools, Export, “All content”")


def _closed_elements(path: Path, read: Callable[[int], None] | None) -> Iterator[etree._Element]:
    """Elements in the order in which they end, with `wp:wxr_version` standing for the channel's head."""
    parser = etree.XMLPullParser(
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        with path.open("rb") as file:
            _check_opening(path, file.read(4096))
            file.seek(0)
            while chunk := file.read(CHUNK):
                parser.feed(chunk.translate(None, FORBIDDEN))
                if read:
                    read(len(chunk))
                yield from _ended(path, parser)
        parser.close()
        yield from _ended(path, parser)
    except OSError as error:
        raise ExportError(f"{path} cannot be read: {error.strerror or error}") from error
    except etree.LxmlError as error:
        raise ExportError(
            f"{path} is broken or incomplete: {error}. Export it again, or mend it (xmllint --noout shows where)"
        ) from error


def _check_opening(path: Path, opening: bytes) -> None:
    if not opening.strip():
        raise ExportError(f"{path} is empty")
    for start, why in OPENINGS.items():
        if opening.startswith(start):
            raise ExportError(f"{path} {why}")
    if opening.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] != b"<":
        raise ExportError(f"{path} is not XML; a WordPress export starts with <?xml")
    if re.search(rb"<(!doctype\s+)?html", opening, re.IGNORECASE):
        raise ExportError(f"{path} is a web page, not a WordPress export; perhaps the download asked for a login")


def _ended(path: Path, parser: etree.XMLPullParser) -> Iterator[etree._Element]:
    for event, element in parser.read_events():
        if not isinstance(element, etree._Element) or not isinstance(element.tag, str):
            continue
        parent = element.getparent()
        if event == "start":
            if parent is None:
                _check_root(path, element)
            continue
        if parent is not None and parent.tag == "channel":
            _check_version(path, element)
            yield element
            parent.remove(element)
        elif _name(element) == "comment":
            _count_comment(element)


def _check_root(path: Path, root: etree._Element) -> None:
    if root.getroottree().docinfo.internalDTD is not None:
        raise ExportError(f"{path} declares a document type (DOCTYPE), which no WordPress export does; it is refused")
    if root.tag != "rss":
        raise ExportError(f"{path} is XML of another kind (<{root.tag}>), not a WordPress export")


def _check_version(path: Path, element: etree._Element) -> None:
    if _name(element) == "wxr_version" and _text(element) not in VERSIONS:
        raise ExportError(
            f"{path} has WXR version “{_text(element)[:20]}”; this importer knows {', '.join(VERSIONS)}. "
            "Export it with a current WordPress"
        )


def _count_comment(comment: etree._Element) -> None:
    """Comments may be many: keep their number on the item and forget them at once."""
    item = comment.getparent()
    if item is not None:
        item.set("comments", str(int(item.get("comments", "0")) + 1))
        item.remove(comment)


def _record(element: etree._Element) -> Record | None:
    match _name(element):
        case "wxr_version":
            return _site(element)
        case "author":
            return _author(element)
        case "category":
            return _category(element)
        case "item":
            return _item(element)
        case _:
            _keep_head(element)
            return None


def _keep_head(element: etree._Element) -> None:
    channel = element.getparent()
    if channel is not None and element.tag in HEAD:
        channel.set(str(element.tag), _text(element))


def _site(version: etree._Element) -> Site:
    channel = version.getparent()
    head = {name: channel.get(name, "") for name in HEAD} if channel is not None else dict.fromkeys(HEAD, "")
    return Site(head["title"], head["link"].rstrip("/"), head["language"], _text(version))


def _author(element: etree._Element) -> Author | None:
    values = _values(element)
    login = values.get("author_login", "")
    full = f"{values.get('author_first_name', '')} {values.get('author_last_name', '')}".strip()
    return Author(login, values.get("author_display_name") or full or login) if login else None


def _category(element: etree._Element) -> Category | None:
    values = _values(element)
    slug, name = values.get("category_nicename", ""), values.get("cat_name", "")
    if not (slug or name):
        return None
    return Category(slug, name, values.get("category_parent", ""), values.get("category_description", ""))


def _item(element: etree._Element) -> Item:
    values = _values(element)
    number = values.get("post_id") or values.get("guid") or values.get("link") or values.get("title", "")
    return Item(
        number=number,
        kind=values.get("post_type", "post"),
        status=values.get("status", "publish"),
        title=values.get("title", ""),
        link=values.get("link", ""),
        guid=values.get("guid", ""),
        login=values.get("creator", ""),
        content=values.get("content", ""),
        excerpt=values.get("excerpt", ""),
        slug=values.get("post_name", ""),
        date=values.get("post_date", ""),
        date_gmt=values.get("post_date_gmt", ""),
        pub_date=values.get("pubDate", ""),
        parent="" if values.get("post_parent") == "0" else values.get("post_parent", ""),
        order=_number(values.get("menu_order", "")),
        password=values.get("post_password", ""),
        sticky=values.get("is_sticky", "") == "1",
        attachment=values.get("attachment_url", ""),
        labels=tuple(_labels(element)),
        meta=_meta(element),
        comments=int(element.get("comments", "0")),
    )


def _labels(item: etree._Element) -> Iterator[Label]:
    for label in item.findall("category"):
        if name := _text(label):
            yield Label(label.get("domain", "category"), label.get("nicename", ""), name)


def _meta(item: etree._Element) -> dict[str, str]:
    """Custom fields, the first of each name; what WordPress fetched from others (_oembed_…) is left behind."""
    meta: dict[str, str] = {}
    for entry in item:
        if _name(entry) == "postmeta":
            values = _values(entry)
            key = values.get("meta_key", "")
            if key and not key.startswith("_oembed"):
                meta.setdefault(key, values.get("meta_value", ""))
    return meta


def _values(element: etree._Element) -> dict[str, str]:
    """The texts of an element's children by name, the first of each name."""
    values: dict[str, str] = {}
    for child in element:
        if name := _name(child):
            values.setdefault(name, _text(child))
    return values


def _name(element: etree._Element) -> str:
    """The element's name without its namespace, where the namespace is one that an export uses; else empty."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    if not tag.startswith("{"):
        return tag
    namespace, name = tag[1:].split("}", 1)
    if namespace == CONTENT:
        return "content"
    if tag == CREATOR:
        return "creator"
    known = NAMESPACE.fullmatch(namespace)
    if known is None:
        return ""
    return "excerpt" if known["excerpt"] else name


def _text(element: etree._Element) -> str:
    return (element.text or "").strip("\n\r\t ") if element.text else ""


def _number(text: str) -> int:
    return int(text) if re.fullmatch(r"-?\d{1,9}", text) else 0
