"""Shortcodes: `[gallery]`, `[caption]` and their like are lifted out of the text before it is read as HTML.

KNOWN is the list of those that become pieces of a body. Of the others, what is surely code is dropped, what may be
words in brackets is kept, and the report names both.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from html import unescape

from broadsheet.wires.markup.conversion import Conversion
from broadsheet.wires.markup.embeds import page_of_player
from broadsheet.wires.markup.pictures import note_links, picture
from broadsheet.wires.markup.pieces import Code, Embed, Gallery, Photo, Piece
from broadsheet.wires.markup.runs import plain
from broadsheet.wires.markup.tree import TooDeepError, parse
from broadsheet.wires.reasons import Reason
from broadsheet.wires.wordpress.lifting import Lifting

type Reader = Callable[[Mapping[str, str], str, Lifting], Sequence[Piece] | None]

VALUE = r"\"[^\"]{0,2000}\"|'[^']{0,2000}'|[^\s\[\]\"']{1,2000}"
TOKEN = re.compile(
    rf"(?P<tag><[!/a-zA-Z][^<>]*>)|(?P<escaped>\[\[[^\[\]]{{1,2000}}\]\])"
    rf"|\[(?P<closing>/?)(?P<name>[a-zA-Z][\w-]{{0,60}})(?P<rest>(?:=|\s+|{VALUE}){{0,200}}+)/?\]"
)
ATTRIBUTE = re.compile(rf"(?:([\w-]+)\s*=\s*)?({VALUE})")
SITES = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "dailymotion": "https://www.dailymotion.com/video/{}",
    "wpvideo": "https://videopress.com/v/{}",
    "videopress": "https://videopress.com/v/{}",
    "tweet": "https://twitter.com/i/status/{}",
    "twitter": "https://twitter.com/i/status/{}",
    "instagram": "https://www.instagram.com/p/{}/",
    "ted": "https://www.ted.com/talks/{}",
    "slideshare": "https://www.slideshare.net/slideshow/{}",
    "soundcloud": "https://soundcloud.com/{}",
    "spotify": "https://open.spotify.com/{}",
    "googlemaps": "https://www.google.com/maps/{}",
    "facebook": "https://www.facebook.com/{}",
    "tiktok": "https://www.tiktok.com/{}",
    "embed": "{}",
    "audio": "{}",
    "video": "{}",
}
LANGUAGES = {"code", "sourcecode", "php", "python", "js", "javascript", "css", "html", "xml", "sql", "bash", "ruby"}
MEDIA = ("src", "mp4", "m4v", "webm", "ogv", "flv", "mp3", "m4a", "ogg", "wav", "wma", "url", "id", "link", "0")


def lift_shortcodes(text: str, lifting: Lifting) -> str:
    """The text with every known shortcode replaced by the place that its pieces keep."""
    tokens = list(TOKEN.finditer(text))
    ends = _ends(tokens)
    written: list[str] = []
    position = index = 0
    while index < len(tokens):
        token = tokens[index]
        written.append(text[position : token.start()])
        end = ends.get(index)
        position, index = token.end(), index + 1
        if token["tag"] or token["escaped"]:
            written.append(token["tag"] or token["escaped"][1:-1])
            continue
        pieces = _known(token, text[token.end() : tokens[end].start()] if end else "", lifting)
        if pieces is None:
            written.append(_unknown(token, lifting.conversion, has_end=end is not None))
        else:
            written.append(lifting.place(pieces))
            if end:
                position, index = tokens[end].end(), end + 1
    written.append(text[position:])
    return "".join(written)


def _ends(tokens: Sequence[re.Match[str]]) -> dict[int, int]:
    """For each opening shortcode, the place of the next closing one of its name."""
    ends: dict[int, int] = {}
    closings: dict[str, int] = {}
    for index in reversed(range(len(tokens))):
        name = (tokens[index]["name"] or "").lower()
        if tokens[index]["closing"]:
            closings[name] = index
        elif name in closings:
            ends[index] = closings[name]
    return ends


def _known(token: re.Match[str], inner: str, lifting: Lifting) -> Sequence[Piece] | None:
    reader = KNOWN.get(token["name"].lower())
    if reader is None or token["closing"]:
        return None
    try:
        return reader(attributes_of(token["rest"]), inner, lifting)
    except TooDeepError:
        return None


def attributes_of(rest: str) -> dict[str, str]:
    """A shortcode's attributes; those without a name are numbered from 0. `[youtube=…]` gives the address as 0."""
    found: dict[str, str] = {}
    unnamed = 0
    for name, value in ATTRIBUTE.findall(rest.strip().lstrip("=")):
        plain_value = unescape(value.strip("\"'"))
        if name:
            found.setdefault(name.lower(), plain_value)
        else:
            found[str(unnamed)] = plain_value
            unnamed += 1
    return found


def _unknown(token: re.Match[str], conversion: Conversion, *, has_end: bool) -> str:
    """Surely code (it has an end, named values, or a name that no prose has): out. Perhaps words: kept."""
    written, name = token[0], token["name"]
    if token["closing"]:
        return ""
    if has_end:
        conversion.notes.add(Reason.SHORTCODE_UNWRAPPED, written)
        return ""
    if "=" in token["rest"] or "_" in name or (("-" in name or written.endswith("/]")) and name.islower()):
        conversion.notes.add(Reason.SHORTCODE, written)
        return ""
    before, after = token.string[: token.start()], token.string[token.end() :]
    if before.rstrip(" \t").endswith(("\n", ">", "")) and re.match(r"[ \t]*(\n|<|$)", after):
        conversion.notes.add(Reason.SHORTCODE_PERHAPS, written)
    return written


def _gallery(attributes: Mapping[str, str], inner: str, lifting: Lifting) -> Sequence[Piece]:  # noqa: ARG001
    """The pictures named, else all that were uploaded to the post."""
    named = re.findall(r"\d+", attributes.get("ids", "") or attributes.get("include", ""))
    excluded = set(re.findall(r"\d+", attributes.get("exclude", "")))
    if named:
        found = [lifting.library.picture(number) for number in named]
        for number, one in zip(named, found, strict=True):
            if one is None:
                lifting.conversion.notes.add(Reason.PICTURE_MISSING, f"[gallery] number {number}, not in the file")
    else:
        found = [*lifting.library.attached(attributes.get("id", "") or lifting.post)]
    pictures = tuple(one for one in found if one and one.number not in excluded)
    if not pictures:
        lifting.conversion.notes.add(Reason.PICTURE_MISSING, "[gallery] without pictures in the file")
        return []
    return [Gallery("", pictures)] if len(pictures) > 1 else [Photo(pictures[0])]


def _caption(attributes: Mapping[str, str], inner: str, lifting: Lifting) -> Sequence[Piece] | None:
    """A picture and the words under it; older posts have them as an attribute."""
    root = parse(inner)
    image = root.find("img")
    if image is None:
        return None
    below = parse(attributes.get("caption", ""))
    words = plain(root.children, lifting.conversion) or plain(below.children, lifting.conversion)
    note_links(root, lifting.conversion)
    number = re.search(r"\d+", attributes.get("id", ""))
    if number and "wp-image-" not in image.get("class"):
        image.attributes["data-id"] = number[0]
    found = picture(image, lifting.conversion, words)
    return [Photo(found)] if found else []


def _site(name: str) -> Reader:
    def read(attributes: Mapping[str, str], inner: str, lifting: Lifting) -> Sequence[Piece] | None:
        written = next((found for key in MEDIA if (found := attributes.get(key, "").strip())), "")
        written = written or plain(parse(inner).children, Conversion(lifting.conversion.base))
        if not written:
            return None
        if not re.match(r"(https?:)?/", written):
            written = SITES[name].format(written)
        address = lifting.conversion.address(written)
        if not address or " " in address:
            return None
        return [Embed(page_of_player(address), caption=attributes.get("caption", ""))]

    return read


def _program(name: str) -> Reader:
    def read(attributes: Mapping[str, str], inner: str, lifting: Lifting) -> Sequence[Piece] | None:  # noqa: ARG001
        if not inner.strip():
            return None
        language = attributes.get("language") or attributes.get("lang") or ("" if name.endswith("code") else name)
        return [Code(language[:40], unescape(re.sub(r"<br\s*/?>", "\n", inner)).strip("\n"))]

    return read


KNOWN: dict[str, Reader] = {
    "gallery": _gallery,
    "caption": _caption,
    "wp_caption": _caption,
    **{name: _site(name) for name in SITES},
    **{name: _program(name) for name in LANGUAGES},
}
