"""Pictures, alone, with captions, and together in galleries."""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from broadsheet.wires.markup.conversion import Conversion, parts_of
from broadsheet.wires.markup.pieces import Gallery, Photo, Picture, Piece
from broadsheet.wires.markup.runs import plain
from broadsheet.wires.markup.tree import Element, is_smiley
from broadsheet.wires.reasons import Reason

SUFFIXES = {".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"}
GALLERIES = {"wp-block-gallery", "blocks-gallery-grid", "gallery", "tiled-gallery", "wp-block-jetpack-tiled-gallery",
             "wp-block-jetpack-slideshow"}  # fmt: skip
CAPTIONED = {"wp-caption", "wp-block-image"}
CAPTIONS = {"wp-caption-text", "wp-caption-dd", "gallery-caption"}
FILE_NAME = re.compile(r"[a-z]{0,5}[-_ ]?[\d_-]{3,}(?:\.\w{3,4})?|\S+\.(?:jpe?g|png|gif|webp)", re.IGNORECASE)
PIXELS = {"pixel.wp.com", "stats.wordpress.com", "feeds.wordpress.com", "feeds.feedburner.com"}


def picture(image: Element, conversion: Conversion, caption: str = "") -> Picture | None:
    """The picture that an `img` shows; None if it shows nothing (a counting pixel, data in the address)."""
    written = next(
        (found for name in ("data-orig-file", "data-full-url", "src", "data-src") if (found := image.get(name))), ""
    )
    address = conversion.address(written) if written else ""
    tiny = image.get("width") in {"0", "1"} and image.get("height") in {"0", "1"}
    if not address or tiny or parts_of(address).hostname in PIXELS:
        conversion.notes.add(Reason.PICTURE_DATA, image.get("alt") or address)
        return None
    number = re.search(r"\bwp-image-(\d+)\b", image.get("class"))
    alt = told(image.get("alt"), address)
    return Picture(address, number[1] if number else image.get("data-id"), alt, caption)


def told(alt: str, address: str) -> str:
    """A text alternative; nothing if it only repeats the file's name, which tells a blind reader nothing."""
    words = " ".join(alt.split())
    repeats = re.search(r"[\d_]", words) and _bare(words) == _bare(PurePosixPath(parts_of(address).path).stem)
    return "" if repeats or FILE_NAME.fullmatch(words) else words


def lone(element: Element, conversion: Conversion) -> Sequence[Piece] | None:
    """A picture by itself."""
    if element.tag != "img" or is_smiley(element):
        return None
    found = picture(element, conversion)
    return [Photo(found)] if found else []


def captioned(element: Element, conversion: Conversion) -> Sequence[Piece] | None:
    """A picture with its caption: `figure`, or what WordPress wrote before there was one."""
    if element.tag != "figure" and not CAPTIONED & set(element.classes):
        return None
    images = _images(element)
    if len(images) != 1:
        return None
    caption = _caption(element)
    words = plain(caption.children, conversion) if caption else ""
    if len("".join(element.text().split())) > len("".join(words.split())):
        return None
    note_links(element, conversion)
    found = picture(images[0], conversion, words)
    return [Photo(found)] if found else []


def together(element: Element, conversion: Conversion) -> Sequence[Piece] | None:
    """Several pictures in one frame, each with its caption, and the words under all of them."""
    images = _images(element)
    if not (GALLERIES & set(element.classes) or (element.tag == "figure" and len(images) > 1)) or not images:
        return None
    frames = list(_frames(element))
    inside = {id(each) for frame in frames for each in frame.walk()}
    title = next((each for each in element.walk() if each.tag == "figcaption" and id(each) not in inside), None)
    title_words = plain(title.children, conversion) if title else ""
    captions = [_caption(frame) for frame in frames]
    words = [plain(caption.children, conversion) if caption else "" for caption in captions]
    if len("".join(element.text().split())) > len("".join("".join([title_words, *words]).split())):
        return None
    note_links(element, conversion)
    pictures = [
        found
        for frame, said in zip(frames, words, strict=True)
        if (found := picture(_images(frame)[0], conversion, said))
    ]
    if len(pictures) == 1 and not title_words:
        return [Photo(pictures[0])]
    return [Gallery(title_words, tuple(pictures))] if pictures else []


def note_links(element: Element, conversion: Conversion) -> None:
    """Notes the links around pictures that lead to something else than the picture itself."""
    for link in element.walk():
        target = link.get("href")
        if link.tag == "a" and target and link.find("img") and not leads_to_picture(target):
            conversion.notes.add(Reason.PICTURE_LINK, target)


def leads_to_picture(address: str) -> bool:
    return PurePosixPath(parts_of(address).path).suffix.lower() in SUFFIXES


def _bare(name: str) -> str:
    """A file's name without its suffix, its size and everything but letters and figures."""
    return re.sub(r"[\W_]+", "", re.sub(r"(-\d+x\d+|-scaled)?(\.\w{3,4})?$", "", name.lower()))


def _images(element: Element) -> list[Element]:
    return [each for each in element.walk() if each.tag == "img" and not is_smiley(each)]


def _frames(element: Element) -> Iterator[Element]:
    """The smallest parts that hold one picture and its caption."""
    for child in element.children:
        if not isinstance(child, Element) or not _images(child):
            continue
        if len(_images(child)) == 1:
            yield child
        else:
            yield from _frames(child)


def _caption(element: Element) -> Element | None:
    return next(
        (each for each in element.walk() if each.tag == "figcaption" or CAPTIONS & set(each.classes)),
        None,
    )
