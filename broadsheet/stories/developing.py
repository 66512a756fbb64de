"""Develops one uploaded picture in a process of its own, under limits: standard input to standard output.

Out comes one line of JSON, then the picture. Nothing of an uploaded file but its pixels and its inscription survives.
This module runs on hostile bytes, so it imports neither Django nor any other room.
"""

import json
import resource
import sys
import warnings
from dataclasses import asdict
from io import BytesIO

from PIL import Image, ImageCms, ImageFile, ImageOps, UnidentifiedImageError

from broadsheet.stories.inscription import read_inscription

FORMATS = ("AVIF", "GIF", "JPEG", "PNG", "WEBP")
MOST_PIXELS = 64_000_000  # 9,504 × 6,336 from the largest common cameras is 60 million
LONGEST_SIDE = 5_120  # of what is kept
LARGEST_DRAWING = 8 * 1024 * 1024  # bytes; a PNG above this is a photograph
MEMORY = 1_536 * 1024 * 1024  # bytes of address space
PROCESSOR_SECONDS = 20


class RefusedError(Exception):
    """The file is no picture that can be printed; `reason` is a key of darkroom.REASONS."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def develop(data: bytes, *, still: bool) -> tuple[dict[str, object], bytes]:
    """Facts and clean bytes of one picture; the first frame of a moving one if `still`. Raises RefusedError."""
    file = _open(data)
    if getattr(file, "is_animated", False) and not still:
        raise RefusedError("moving")
    inscription = read_inscription(file)
    file.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a large JPEG is decoded smaller
    file.load()
    image = _to_plain_mode(_upright(file))
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)  # before the rest, for it takes memory
    image = _flatten(_to_srgb(image))
    suffix, clean = _encode(image, drawing=file.format in {"PNG", "GIF"})
    facts = {"suffix": suffix, "width": image.width, "height": image.height, "inscription": asdict(inscription)}
    return facts, clean


def _open(data: bytes) -> ImageFile.ImageFile:
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(data), formats=FORMATS)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise RefusedError("pixels") from error
    except UnidentifiedImageError as error:
        raise RefusedError("unknown") from error
    if image.width * image.height > MOST_PIXELS:
        raise RefusedError("pixels")
    return image


def _upright(image: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # (a damaged EXIF block does not spoil the picture)
        return image


def _to_plain_mode(image: Image.Image) -> Image.Image:
    """A mode that can be made smaller smoothly: palettes and single bits spelled out, sixteen bits cut to eight."""
    if image.mode in {"P", "PA"}:
        return image.convert("RGBA" if image.has_transparency_data else "RGB")
    if image.mode in {"I;16", "I;16B", "I;16L", "I"}:
        return image.point(lambda value: value / 256).convert("L")
    return image.convert("L") if image.mode == "1" else image


def _to_srgb(image: Image.Image) -> Image.Image:
    """The colours as every screen shows them; a profile that cannot be read is dropped."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "RGBA", "CMYK", "L"}:
        return image
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        source, target = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, source, target, outputMode=mode) or image
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image


def _flatten(image: Image.Image) -> Image.Image:
    """Opaque on white: a chart with a transparent ground must stay legible on a dark page."""
    if not image.has_transparency_data:
        return image if image.mode in {"RGB", "L"} else image.convert("RGB")
    above = image.convert("RGBA")
    ground = Image.new("RGBA", above.size, "white")
    ground.alpha_composite(above)
    return ground.convert("RGB")


def _encode(image: Image.Image, *, drawing: bool) -> tuple[str, bytes]:
    image.info.clear()
    file = BytesIO()
    if drawing:
        image.save(file, "PNG", optimize=False)
        if file.tell() <= LARGEST_DRAWING:
            return "png", file.getvalue()
        file = BytesIO()
    image.save(file, "JPEG", quality=93, subsampling=0)
    return "jpg", file.getvalue()


def _limit_this_process() -> None:
    wanted = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: PROCESSOR_SECONDS,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for limit, value in wanted.items():
        resource.setrlimit(limit, (value, value))


def main() -> None:
    _limit_this_process()
    try:
        facts, picture = develop(sys.stdin.buffer.read(), still="--still" in sys.argv)
    except RefusedError as refusal:
        facts, picture = {"refused": refusal.reason}, b""
    except MemoryError:
        facts, picture = {"refused": "work"}, b""
    except Exception:  # (what a decoder raises depends on the damage)
        facts, picture = {"refused": "damaged"}, b""
    sys.stdout.buffer.write(json.dumps(facts).encode() + b"\n" + picture)


if __name__ == "__main__":
    main()
