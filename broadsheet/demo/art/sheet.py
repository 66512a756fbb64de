"""A sheet of paper: shapes are laid down as tones, one image an ink, then printed over each other with grain."""

import functools
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from random import Random
from typing import Literal

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from broadsheet.demo.art.shapes import Box, Shape, rectangle

INKS = ("light", "warm", "cool", "key")
"""Every palette's inks in printing order: a pale one, a warm one, a cool one and the dark key."""

GRAIN = 0.55  # how much of a tone is dots; the rest is flat
SCALE = 2  # drawn at twice the size, then reduced: smooth edges without a drawing library


@dataclass(frozen=True)
class Palette:
    """The paper's colour and the four inks, as #rrggbb."""

    paper: str
    light: str
    warm: str
    cool: str
    key: str


@dataclass(frozen=True)
class Fade:
    """A tone that changes across a shape's bounding box, from `start` to `end` (0 no ink, 1 full)."""

    start: float
    end: float
    towards: Literal["down", "right", "out"] = "down"


type Tone = float | Fade
type Tones = Mapping[str, Tone]


def seeded(name: str) -> Random:
    """Chance that always falls the same way for one name."""
    return Random(name)  # noqa: S311 (pictures, not secrets)


class Sheet:
    """One picture in the making. Shapes painted later cover earlier ones; glazed ones let them show through."""

    def __init__(self, name: str, palette: Palette, size: tuple[int, int] = (1600, 1067)) -> None:
        self.palette = palette
        self.width, self.height = size
        self.random = seeded(name)
        self._layers = {ink: Image.new("L", (self.width * SCALE, self.height * SCALE)) for ink in INKS}

    def paint(self, *shapes: Shape, **tones: Tone) -> None:
        """Lay shapes down opaquely: an ink that is not named leaves bare paper there."""
        self._lay(shapes, {ink: tones.get(ink, 0.0) for ink in INKS})

    def glaze(self, *shapes: Shape, **tones: Tone) -> None:
        """Change only the named inks' tones inside shapes; the others show through."""
        self._lay(shapes, tones)

    def fill(self, **tones: Tone) -> None:
        self.paint(rectangle(0, 0, self.width, self.height), **tones)

    def shade(self, *shapes: Shape, **tones: Tone) -> None:
        """Add ink inside shapes where that makes them darker, as a brush of shadow does."""
        for shape in shapes:
            box = self._pixels(shape.bounds())
            mask = self._mask(shape, box)
            for ink, tone in tones.items():
                layer = self._layers[ink]
                darker = ImageChops.lighter(layer.crop(box), _tone(tone, _size(box)))
                layer.paste(darker, box, mask)

    @contextmanager
    def inside(self, *shapes: Shape) -> Iterator[None]:
        """Whatever is laid down meanwhile stays inside the shapes."""
        whole = (0, 0, self.width * SCALE, self.height * SCALE)
        mask = Image.new("L", _size(whole))
        for shape in shapes:
            shape.draw(ImageDraw.Draw(mask), SCALE, (0, 0), 255)
        before = {ink: layer.copy() for ink, layer in self._layers.items()}
        yield
        self._layers = {ink: Image.composite(self._layers[ink], before[ink], mask) for ink in INKS}

    def soften(self, radius: float, *inks: str) -> None:
        """Blur what the named inks hold so far, as mist and glow do; `radius` in sheet units."""
        for ink in inks:
            small = self._layers[ink].reduce(4)
            blurred = small.filter(ImageFilter.GaussianBlur(radius * SCALE / 4))
            self._layers[ink] = blurred.resize(self._layers[ink].size, Image.Resampling.BILINEAR)

    def print(self) -> Image.Image:
        """The finished picture: every ink through the grain, slightly out of register, over the paper."""
        size = (self.width, self.height)
        picture = _paper(size, self.palette.paper)
        for ink in INKS:
            tone = self._layers[ink].reduce(SCALE)
            register = (self.random.choice((-1, 0, 1)), self.random.choice((-1, 0, 1)))
            if register != (0, 0):
                tone = _shifted(tone, register)
            grain = ImageChops.offset(_grain(size), self.random.randrange(1600), self.random.randrange(1000))
            dots = Image.blend(tone, ImageChops.subtract(tone, grain, scale=0.4, offset=118), GRAIN)
            coloured = Image.composite(
                Image.new("RGB", size, getattr(self.palette, ink)), Image.new("RGB", size, "white"), dots
            )
            picture = ImageChops.multiply(picture, coloured)
        return picture

    def _lay(self, shapes: Sequence[Shape], tones: dict[str, Tone]) -> None:
        for shape in shapes:
            fading = any(isinstance(tone, Fade) for tone in tones.values())
            box = self._pixels(shape.bounds())
            if box[0] >= box[2] or box[1] >= box[3]:
                continue
            mask = self._mask(shape, box) if fading else None
            for ink, tone in tones.items():
                layer = self._layers[ink]
                if isinstance(tone, Fade):
                    layer.paste(_tone(tone, _size(box)), box, mask)
                else:
                    shape.draw(ImageDraw.Draw(layer), SCALE, (0, 0), round(tone * 255))

    def _mask(self, shape: Shape, box: tuple[int, int, int, int]) -> Image.Image:
        mask = Image.new("L", _size(box))
        shape.draw(ImageDraw.Draw(mask), SCALE, (box[0] / SCALE, box[1] / SCALE), 255)
        return mask

    def _pixels(self, bounds: Box) -> tuple[int, int, int, int]:
        left, top, right, bottom = (round(edge * SCALE) for edge in bounds)
        return left, top, max(right, left + 1), max(bottom, top + 1)


def _size(box: tuple[int, int, int, int]) -> tuple[int, int]:
    return box[2] - box[0], box[3] - box[1]


def _tone(tone: Tone, size: tuple[int, int]) -> Image.Image:
    if not isinstance(tone, Fade):
        return Image.new("L", size, round(tone * 255))
    ramp = [round(255 * (tone.start + (tone.end - tone.start) * step / 255)) for step in range(256)]
    match tone.towards:
        case "out":
            gradient = Image.radial_gradient("L")
        case "right":
            gradient = Image.linear_gradient("L").transpose(Image.Transpose.ROTATE_90)
        case "down":
            gradient = Image.linear_gradient("L")
    return gradient.point(ramp).resize(size, Image.Resampling.BILINEAR)


def _shifted(layer: Image.Image, register: tuple[int, int]) -> Image.Image:
    moved = layer.copy()
    moved.paste(layer, register)
    return moved


@functools.cache
def _grain(size: tuple[int, int]) -> Image.Image:
    """Fine noise between 36 and 222: full ink covers it almost whole, no ink never reaches it."""
    noise = Image.frombytes("L", size, seeded(f"grain {size}").randbytes(size[0] * size[1]))
    fine = noise.filter(ImageFilter.GaussianBlur(0.7))
    return fine.point([min(222, max(36, round(128 + (level - 128) * 1.55))) for level in range(256)])


@functools.cache
def _paper(size: tuple[int, int], colour: str) -> Image.Image:
    noise = Image.frombytes("L", size, seeded(f"paper {size}").randbytes(size[0] * size[1]))
    fibres = noise.filter(ImageFilter.GaussianBlur(1.6)).point([min(255, 226 + level // 5) for level in range(256)])
    return ImageChops.multiply(Image.new("RGB", size, colour), Image.merge("RGB", (fibres, fibres, fibres)))
