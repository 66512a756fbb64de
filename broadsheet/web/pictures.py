"""The sizes in which a reader may be sent a photo: one short list, so that each is made once and used everywhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from broadsheet.stories.models import Photo, Rendition

FORMATS = ("avif", "webp", "jpeg")
CUTS = {
    "card": ("fill-480x320", "fill-960x640"),
    "wide": ("width-720", "width-1440"),
    "portrait": ("fill-192x192",),
}


@dataclass(frozen=True)
class Source:
    """One format of a picture: its MIME type and its `srcset`."""

    mime: str
    srcset: str


@dataclass(frozen=True)
class Picture:
    """A photo as a `<picture>` prints it: the best formats first, then the plain image every browser reads."""

    sources: Sequence[Source]
    plain: Rendition
    srcset: str


def specifications(cut: str) -> list[str]:
    """Wagtail's filter specifications of one cut, every format."""
    return [f"format-{name}|{operation}" for name in FORMATS for operation in CUTS[cut]]


def picture(photo: Photo, cut: str) -> Picture:
    """The photo in one cut; sizes that do not exist yet are made, which takes a second or two."""
    renditions = photo.get_renditions(*specifications(cut))
    sets = [_srcset([renditions[f"format-{name}|{operation}"] for operation in CUTS[cut]]) for name in FORMATS]
    sources = [Source(f"image/{name}", srcset) for name, srcset in zip(FORMATS[:-1], sets[:-1], strict=True)]
    return Picture(sources, renditions[f"format-{FORMATS[-1]}|{CUTS[cut][0]}"], sets[-1])


def _srcset(renditions: Sequence[Rendition]) -> str:
    """Addresses with widths; a small photo has the same width in two sizes, of which one is named."""
    widths = {rendition.width: rendition.url for rendition in renditions}
    return ", ".join(f"{address} {width}w" for width, address in widths.items())
