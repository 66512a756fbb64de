"""People: walkers seen from the side and from above, and busts cut like linoleum."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from broadsheet.demo.art.shapes import Area, Point, arc, area, blob, curve, ellipse, rectangle, rounded, stroke
from broadsheet.demo.art.sheet import Fade, Sheet, Tone, Tones

# Outlines in units of a walker's height, from the foot, and of a head's height, from between the eyes.
COAT = [(-0.1, -0.79), (0, -0.84), (0.1, -0.79), (0.12, -0.45), (0.13, -0.35), (-0.13, -0.35), (-0.12, -0.45)]
SHOULDERS = [
    (-1.02, 2.2),
    (-0.98, 1.25),
    (-0.72, 0.98),
    (-0.24, 0.8),
    (0.24, 0.8),
    (0.72, 0.98),
    (0.98, 1.25),
    (1.02, 2.2),
]
FACE = [
    (-0.36, -0.18),
    (-0.22, -0.46),
    (0, -0.52),
    (0.22, -0.46),
    (0.36, -0.18),
    (0.34, 0.18),
    (0.2, 0.44),
    (0, 0.53),
    (-0.2, 0.44),
    (-0.34, 0.18),
]
WRAP = [
    (-0.42, 0.2),
    (-0.24, 0.46),
    (0, 0.56),
    (0.24, 0.46),
    (0.42, 0.2),
    (0.5, 0.9),
    (0.3, 1.2),
    (0, 1.32),
    (-0.3, 1.2),
    (-0.5, 0.9),
]
FRINGES: dict[str, list[tuple[float, float]]] = {
    "short": [(0.34, -0.1), (0.24, -0.3), (-0.05, -0.26), (-0.3, -0.3), (-0.36, -0.08)],
    "crop": [(0.35, -0.16), (0.26, -0.36), (0, -0.41), (-0.26, -0.36), (-0.35, -0.16)],
    "side": [(0.36, -0.02), (0.3, -0.24), (0.1, -0.2), (-0.22, -0.4), (-0.37, -0.05)],
    "bob": [(0.38, 0.1), (0.3, -0.2), (0, -0.17), (-0.3, -0.2), (-0.38, 0.1)],
    "long": [(0.38, 0.1), (0.27, -0.22), (-0.12, -0.42), (-0.31, -0.16), (-0.38, 0.1)],
    "bun": [(0.37, -0.02), (0.27, -0.3), (-0.02, -0.42), (-0.28, -0.28), (-0.37, -0.02)],
    "curls": [(0.36, -0.12), (0.2, -0.34), (0, -0.3), (-0.2, -0.35), (-0.36, -0.12)],
}


def walker(sheet: Sheet, foot: Point, height: float, coat: Tones, *, facing: int = 1) -> None:
    """Someone in a coat, mid-step."""
    x, y = foot
    head = height * 0.075
    hip, shoulder = y - height * 0.45, y - height * 0.82
    for step in (-1, 1):
        leg = [
            (x + step * height * 0.02, hip),
            (x + step * height * 0.07 * facing, y - height * 0.22),
            (x + step * height * 0.11 * facing, y),
        ]
        sheet.paint(stroke(height * 0.055, *leg), key=0.95)
    body = blob(_at(foot, height, COAT))
    sheet.paint(body, **coat)
    with sheet.inside(body):
        sheet.shade(rectangle(x + height * 0.02, shoulder - 9, height * 0.2, height), key=0.55)
    sheet.paint(ellipse(x + facing * height * 0.012, shoulder - height * 0.075, head * 0.8, head), light=0.6, warm=0.3)
    sheet.paint(
        Area(tuple(arc((x + facing * height * 0.005, shoulder - height * 0.09), head * 0.9, head, 170, 370))), key=0.95
    )


def _at(origin: Point, size: float, outline: Sequence[Point]) -> list[Point]:
    """An outline in units of `size`, placed."""
    return [(origin[0] + size * across, origin[1] + size * down) for across, down in outline]


def umbrella(sheet: Sheet, top: Point, width: float, **tones: Tone) -> None:
    x, y = top
    canopy = Area((*arc((x, y + width * 0.36), width / 2, width * 0.36, 180, 360), *[
        point for rib in range(4, 0, -1)
        for point in arc((x - width / 2 + width * (rib - 0.5) / 4, y + width * 0.36), width / 8, width * 0.05, 0, -180)
    ]))  # fmt: skip
    sheet.paint(canopy, **tones)
    with sheet.inside(canopy):
        sheet.shade(rectangle(x + width * 0.1, y, width, width), key=0.5)
    sheet.paint(stroke(width * 0.02, (x, y - width * 0.05), (x, y + width * 0.8)), key=0.95)


def from_above(sheet: Sheet, place: Point, size: float, shadow: Point, coat: Tones) -> None:
    """Someone seen from straight above, with a long shadow running off by `shadow`."""
    x, y = place
    sheet.shade(stroke(size * 0.5, (x, y), (x + shadow[0], y + shadow[1])), key=0.75)
    sheet.paint(ellipse(x, y, size * 0.52, size * 0.34), **coat)
    sheet.paint(ellipse(x, y - size * 0.03, size * 0.2), key=0.9)


@dataclass(frozen=True)
class Look:
    """What tells one bust from another."""

    hair: Literal["short", "crop", "bob", "long", "bun", "curls", "bald", "scarf", "cap", "side"] = "short"
    hair_tones: tuple[tuple[str, float], ...] = (("key", 1.0),)
    skin: tuple[tuple[str, float], ...] = (("light", 0.55), ("warm", 0.22))
    clothes: tuple[tuple[str, float], ...] = (("cool", 0.9),)
    glasses: bool = False
    beard: bool = False
    tie: bool = False


def bust(sheet: Sheet, centre: Point, size: float, look: Look) -> None:
    """Head and shoulders; `centre` is between the eyes, `size` the head's height. Light falls from the left."""
    x, y = centre
    skin, hair = dict(look.skin), dict(look.hair_tones)
    _hair_behind(sheet, (x, y), size, look.hair, hair)
    _torso(sheet, (x, y), size, look)
    face = blob(_at((x, y), size, FACE))
    for side in () if look.hair == "scarf" else (-1, 1):
        sheet.paint(ellipse(x + side * size * 0.36, y + size * 0.04, size * 0.06, size * 0.1), **skin)
    sheet.paint(face, **skin)
    with sheet.inside(face):
        _features(sheet, (x, y), size, look)
    _hair_before(sheet, (x, y), size, look.hair, hair)
    if look.glasses:
        for side in (-1, 1):
            lens = (x + side * size * 0.165, y + size * 0.01)
            sheet.paint(stroke(size * 0.028, *arc(lens, size * 0.115, size * 0.1, 0, 360)), key=1)
        sheet.paint(
            stroke(
                size * 0.024,
                (x - size * 0.05, y - size * 0.01),
                (x, y - size * 0.03),
                (x + size * 0.05, y - size * 0.01),
            ),
            key=1,
        )


def _torso(sheet: Sheet, eyes: Point, size: float, look: Look) -> None:
    x, y = eyes
    skin, clothes = dict(look.skin), dict(look.clothes)
    shoulders = blob(_at((x, y), size, SHOULDERS))
    sheet.paint(shoulders, **clothes)
    with sheet.inside(shoulders):
        sheet.shade(
            area(
                (x + size * 0.1, y + size * 0.7),
                (x + size * 0.34, y + size * 1.4),
                (x + size * 0.2, y + size * 2.4),
                (x + size * 1.4, y + size * 2.4),
                (x + size * 1.4, y),
            ),
            key=Fade(0.85, 0.5),
        )
    neck = area(
        (x - size * 0.2, y + size * 0.3),
        (x + size * 0.2, y + size * 0.3),
        (x + size * 0.23, y + size * 0.86),
        (x, y + size * 1.06),
        (x - size * 0.23, y + size * 0.86),
    )
    sheet.paint(neck, **skin)
    sheet.shade(
        area(
            (x - size * 0.2, y + size * 0.46),
            (x + size * 0.2, y + size * 0.4),
            (x + size * 0.23, y + size * 0.86),
            (x, y + size * 1.06),
        ),
        key=0.62,
    )
    _collar(sheet, (x, y), size, tie=look.tie)


def _features(sheet: Sheet, eyes: Point, size: float, look: Look) -> None:
    x, y = eyes
    shadow = curve(
        [
            (x + size * 0.07, y - size * 0.6),
            (x + size * 0.1, y - size * 0.1),
            (x + size * 0.05, y),
            (x + size * 0.12, y + size * 0.15),
            (x + size * 0.03, y + size * 0.22),
            (x + size * 0.1, y + size * 0.36),
            (x + size * 0.03, y + size * 0.6),
        ]
    )
    sheet.shade(Area((*shadow, (x + size, y + size * 0.6), (x + size, y - size * 0.6))), key=0.66, warm=0.5)
    for side in (-1, 1):
        brow = [
            (x + side * size * 0.08, y - size * 0.1),
            (x + side * size * 0.16, y - size * 0.145),
            (x + side * size * 0.26, y - size * 0.1),
        ]
        sheet.glaze(stroke(size * 0.03, *curve(brow)), key=0.95)
        lid = [
            (x + side * size * 0.1, y + size * 0.02),
            (x + side * size * 0.165, y - size * 0.005),
            (x + side * size * 0.23, y + size * 0.025),
        ]
        sheet.glaze(stroke(size * 0.026, *curve(lid)), key=0.95)
    mouth = [(x - size * 0.1, y + size * 0.3), (x, y + size * 0.315), (x + size * 0.11, y + size * 0.29)]
    sheet.glaze(stroke(size * 0.026, *curve(mouth)), key=0.8, warm=0.8)
    sheet.glaze(stroke(size * 0.014, (x - size * 0.04, y + size * 0.19), (x + size * 0.03, y + size * 0.2)), key=0.8)
    if look.beard:
        jaw = [
            (x - size * 0.4, y + size * 0.1),
            (x - size * 0.26, y + size * 0.24),
            (x - size * 0.12, y + size * 0.23),
            (x, y + size * 0.25),
            (x + size * 0.12, y + size * 0.23),
            (x + size * 0.26, y + size * 0.24),
            (x + size * 0.4, y + size * 0.1),
        ]
        sheet.glaze(
            Area((*curve(jaw), (x + size * 0.4, y + size * 0.7), (x - size * 0.4, y + size * 0.7))),
            **dict(look.hair_tones),
        )
        sheet.glaze(stroke(size * 0.03, *curve(mouth)), key=0.3, warm=0.9)


def _collar(sheet: Sheet, eyes: Point, size: float, *, tie: bool) -> None:
    x, y = eyes
    for side in (-1, 1):
        sheet.paint(
            area(
                (x + side * size * 0.24, y + size * 0.78),
                (x, y + size * 1.08),
                (x + side * size * 0.14, y + size * 1.26),
                (x + side * size * 0.36, y + size * 0.86),
            ),
            light=0.1,
        )
    if tie:
        sheet.paint(
            area(
                (x - size * 0.07, y + size * 1.05),
                (x + size * 0.07, y + size * 1.05),
                (x + size * 0.11, y + size * 1.9),
                (x, y + size * 2.1),
                (x - size * 0.11, y + size * 1.9),
            ),
            warm=1,
            key=0.15,
        )


def _hair_behind(sheet: Sheet, eyes: Point, size: float, hair: str, tones: Tones) -> None:
    x, y = eyes
    if hair == "long":
        sheet.paint(rounded((x - size * 0.5, y - size * 0.56, size, size * 1.62), size * 0.42), **tones)
    elif hair == "bob":
        sheet.paint(rounded((x - size * 0.5, y - size * 0.58, size, size * 1.02), size * 0.36), **tones)
    elif hair == "bun":
        sheet.paint(ellipse(x + size * 0.06, y - size * 0.68, size * 0.2), **tones)
    elif hair == "curls":
        for angle in range(150, 400, 22):
            point = arc((x, y - size * 0.12), size * 0.43, size * 0.46, angle, angle + 1)[0]
            sheet.paint(ellipse(*point, size * 0.17), **tones)
    elif hair == "scarf":
        sheet.paint(
            blob(
                [
                    (x - size * 0.46, y),
                    (x - size * 0.3, y - size * 0.56),
                    (x, y - size * 0.68),
                    (x + size * 0.3, y - size * 0.56),
                    (x + size * 0.46, y),
                    (x + size * 0.5, y + size * 0.9),
                    (x, y + size * 1.2),
                    (x - size * 0.5, y + size * 0.9),
                ]
            ),
            **tones,
        )


def _hair_before(sheet: Sheet, eyes: Point, size: float, hair: str, tones: Tones) -> None:
    x, y = eyes
    dome = arc((x, y - size * 0.12), size * 0.4, size * 0.46, 180, 360)
    if hair in FRINGES:
        sheet.paint(Area((*dome, *_at(eyes, size, FRINGES[hair]))), **tones)
        shine = arc((x, y - size * 0.12), size * 0.31, size * 0.36, 200, 262)
        sheet.glaze(stroke(size * 0.022, *shine), key=0.25)
    elif hair == "cap":
        sheet.paint(Area((*arc((x, y - size * 0.2), size * 0.41, size * 0.42, 180, 360),)), **tones)
        sheet.paint(rounded((x - size * 0.62, y - size * 0.26, size * 0.96, size * 0.1), size * 0.05), **tones)
    elif hair == "scarf":
        sheet.paint(blob(_at(eyes, size, WRAP)), **tones)
        sheet.shade(blob(_at((x + size * 0.06, y + size * 0.1), size * 0.8, WRAP[1:6])), key=0.3)
        edge = [
            (x - size * 0.4, y + size * 0.3),
            (x - size * 0.36, y - size * 0.2),
            (x, y - size * 0.46),
            (x + size * 0.36, y - size * 0.2),
            (x + size * 0.4, y + size * 0.3),
        ]
        sheet.paint(
            Area((*arc((x, y - size * 0.1), size * 0.47, size * 0.56, 180, 360), *reversed(curve(edge)))), **tones
        )
