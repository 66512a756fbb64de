"""Prints: the sizes and formats of a photo that readers get, each with its credit and rights written inside."""

from typing import IO, Any

from django.core.files import File
from PIL import Image, ImageFile
from wagtail.images.image_operations import ImageTransform
from wagtail.images.models import Filter
from willow import image as files
from willow.plugins.pillow import PillowImage

from broadsheet.stories.inscription import Inscription, write_exif, write_xmp

# Seen side by side at these qualities the formats look alike; AVIF at speed 8 costs a tenth of its slowest.
SAVING: dict[str, dict[str, Any]] = {
    "avif": {"quality": 61, "speed": 8},
    "webp": {"quality": 80, "method": 4},
    "jpeg": {"quality": 80, "progressive": True, "optimize": True},
    "png": {"optimize": True},
}
_FILES = {
    "avif": files.AvifImageFile,
    "webp": files.WebPImageFile,
    "jpeg": files.JPEGImageFile,
    "png": files.PNGImageFile,
}


def _cut(negative: ImageFile.ImageFile, transform: ImageTransform) -> Image.Image:
    """The part of the negative that a filter wants, in the size that it wants.

    A JPEG is decoded at a half, a quarter or an eighth where that is still at least twice the print: a card in a
    third of the time, and no difference to be seen.
    """
    area, size, whole = transform.get_rect(), transform.size, negative.width
    enlargement = max(size[0] / area.width, size[1] / area.height)
    negative.draft(None, (int(negative.width * enlargement * 2), int(negative.height * enlargement * 2)))
    scale = negative.width / whole
    box = (
        max(area.left * scale, 0),
        max(area.top * scale, 0),
        min(area.right * scale, negative.width),
        min(area.bottom * scale, negative.height),
    )
    return negative.resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=3)


class Enlarger(Filter):
    """Wagtail's filter, which also writes an inscription into the file it makes."""

    def __init__(self, spec: str, inscription: Inscription) -> None:
        super().__init__(spec)
        self.inscription = inscription

    def run(self, image: Any, output: IO[bytes], source: "File[Any] | None" = None) -> Any:
        """Write one print into `output`; gives Willow's file object of its format."""
        if source is None:
            with image.open_file() as file:
                return self.run(image, output, file)
        with Image.open(source, formats=["JPEG", "PNG"]) as negative:
            settings = {"original-format": str(negative.format).lower()}
            picture = PillowImage(_cut(negative, self.get_transform(image, negative.size)))
        for operation in self.filter_operations:
            picture = operation.run(picture, image, settings) or picture
        kind = settings.get("output-format", settings["original-format"])
        self._write(picture, output, kind)
        return _FILES[kind](output)

    def _write(self, picture: PillowImage, output: IO[bytes], kind: str) -> None:
        pixels: Image.Image = picture.image
        if pixels.mode not in {"RGB", "L"}:
            pixels = pixels.convert("RGB")
        pixels.info.clear()
        written = {"exif": write_exif(self.inscription), "xmp": write_xmp(self.inscription)}
        if kind == "png":
            written.pop("xmp")
        pixels.save(output, kind.upper(), **SAVING[kind], **written)
