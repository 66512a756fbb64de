"""Sky, water, land and weather, as pieces of a picture."""

import math

from broadsheet.demo.art.shapes import Area, Point, area, blob, curve, ellipse, rectangle, ridge, stroke, under
from broadsheet.demo.art.sheet import Fade, Sheet


def sky(sheet: Sheet, **tones: float | Fade) -> None:
    sheet.fill(**tones)


def sun(sheet: Sheet, centre: Point, radius: float, **tones: float | Fade) -> None:
    """A disc with a faint halo around it."""
    for step in (2.1, 1.55):
        sheet.glaze(ellipse(*centre, radius * step), cool=0.0, key=0.0)
    sheet.paint(ellipse(*centre, radius), **tones)


def stars(sheet: Sheet, number: int, floor: float) -> None:
    for _ in range(number):
        x, y = sheet.random.uniform(0, sheet.width), sheet.random.uniform(0, 1) ** 1.4 * floor
        size = sheet.random.choice((1.1, 1.1, 1.6, 2.4))
        sheet.paint(ellipse(x, y, size), light=0.35)


def cloud(sheet: Sheet, centre: Point, width: float, **tones: float | Fade) -> None:
    """A flat-bottomed bank of round tops."""
    x, y = centre
    with sheet.inside(rectangle(x - width, y - width, width * 2, width)):
        for puff in range(9):
            across = (puff + 0.5) / 9
            radius = width * (0.05 + 0.1 * math.sin(math.pi * across)) * sheet.random.uniform(0.8, 1.2)
            sheet.paint(ellipse(x - width / 2 + width * across, y - radius * 0.35, radius * 1.25, radius), **tones)


def streaks(sheet: Sheet, top: float, bottom: float, number: int, **tones: float | Fade) -> None:
    """Long thin clouds, lens-shaped."""
    for _ in range(number):
        x, y = sheet.random.uniform(0, sheet.width), sheet.random.uniform(top, bottom)
        half, thick = sheet.random.uniform(120, 460), sheet.random.uniform(4, 13)
        sheet.glaze(area((x - half, y), (x, y - thick), (x + half, y), (x + half * 0.3, y + thick * 0.8)), **tones)


def birds(sheet: Sheet, centre: Point, number: int, size: float = 16) -> None:
    for _ in range(number):
        x, y = centre[0] + sheet.random.gauss(0, size * 9), centre[1] + sheet.random.gauss(0, size * 3)
        s = size * sheet.random.uniform(0.6, 1.2)
        wing = curve(
            [
                (x - s, y - s * 0.35),
                (x - s * 0.45, y - s * 0.3),
                (x, y),
                (x + s * 0.5, y - s * 0.42),
                (x + s, y - s * 0.3),
            ]
        )
        sheet.glaze(stroke(s * 0.16, *wing), key=0.95)


def sea(sheet: Sheet, horizon: float, **tones: float | Fade) -> None:
    sheet.paint(rectangle(0, horizon, sheet.width, sheet.height - horizon), **tones)


def swell(sheet: Sheet, horizon: float, number: int, **tones: float | Fade) -> None:
    """Short wave marks, wider and further apart towards the viewer."""
    for _ in range(number):
        depth = sheet.random.random() ** 1.6
        y = horizon + 6 + depth * (sheet.height - horizon)
        half = 10 + depth * sheet.random.uniform(40, 150)
        x = sheet.random.uniform(0, sheet.width)
        thick = 0.8 + depth * 5
        sheet.glaze(_lens(x, y, half, thick), **tones)


def glitter(sheet: Sheet, x: float, horizon: float, width: float, **tones: float | Fade) -> None:
    """The sun's or a lamp's path on the water."""
    y = horizon + 3.0
    while y < sheet.height:
        depth = (y - horizon) / (sheet.height - horizon)
        for _ in range(3):
            offset = sheet.random.gauss(0, width * (0.35 + depth * 0.55))
            half = width * sheet.random.uniform(0.12, 0.55) * (0.5 + depth)
            sheet.glaze(_lens(x + offset, y, half, 1.4 + depth * 6), **tones)
        y += 5 + depth * 22


def _lens(x: float, y: float, half: float, thick: float) -> Area:
    return area(
        (x - half, y),
        (x - half * 0.3, y - thick / 2),
        (x + half * 0.5, y - thick / 2.4),
        (x + half, y),
        (x, y + thick / 2),
    )


def hills(sheet: Sheet, level: float, rise: float, **tones: float | Fade) -> None:
    """A range across the whole sheet, about `rise` high over `level`."""
    start, end = (-20, level - sheet.random.uniform(0, rise)), (sheet.width + 20, level - sheet.random.uniform(0, rise))
    sheet.paint(under(ridge(sheet.random, start, end, rise), sheet.height + 4), **tones)


def mountain(sheet: Sheet, peak: Point, half: float, floor: float, **tones: float | Fade) -> Area:
    """One peak, its right side in shadow; answers its outline."""
    rng, (x, y) = sheet.random, peak
    left = ridge(rng, (x - half, floor), peak, (floor - y) * 0.12)
    right = ridge(rng, peak, (x + half * 1.1, floor), (floor - y) * 0.12)
    outline = Area((*left, *right))
    sheet.paint(outline, **tones)
    spine = ridge(rng, (x + half * 0.12, floor), peak, half * 0.16)
    sheet.shade(Area((*spine, *right)), key=Fade(0.75, 0.25))
    return outline


def rain(sheet: Sheet, number: int, slant: float = 26, **tones: float | Fade) -> None:
    for _ in range(number):
        x, y = sheet.random.uniform(-60, sheet.width), sheet.random.uniform(-60, sheet.height)
        long = sheet.random.uniform(26, 74)
        sheet.glaze(stroke(1.6, (x, y), (x - slant * long / 60, y + long)), **tones)


def pine(sheet: Sheet, foot: Point, height: float, **tones: float | Fade) -> None:
    x, y = foot
    sheet.paint(rectangle(x - height * 0.02, y - height * 0.16, height * 0.04, height * 0.16), key=0.95)
    for tier in range(4):
        base = y - height * (0.1 + 0.2 * tier)
        half = height * (0.24 - 0.045 * tier)
        top = base - height * 0.34
        sheet.paint(area((x - half, base), (x, top), (x + half, base), (x, base - height * 0.03)), **tones)


def tree(sheet: Sheet, foot: Point, height: float, **tones: float | Fade) -> None:
    """A round-headed tree with a forked trunk."""
    x, y = foot
    crown = (x, y - height * 0.68)
    for lean in (-0.12, 0.02, 0.13):
        sheet.paint(
            stroke(height * 0.028, (x, y), (x, y - height * 0.3), (x + height * lean, y - height * 0.62)), key=0.95
        )
    for _ in range(13):
        angle, far = sheet.random.uniform(0, 6.28), height * sheet.random.uniform(0.02, 0.24)
        centre = (crown[0] + math.cos(angle) * far * 1.15, crown[1] + math.sin(angle) * far * 0.85)
        sheet.paint(ellipse(*centre, height * sheet.random.uniform(0.09, 0.16)), **tones)


def frond(sheet: Sheet, foot: Point, height: float, lean: float, **tones: float | Fade) -> None:
    """A leafy stem: kelp under water, fern or bamboo above it."""
    x, y = foot
    stem = curve(
        [(x, y), (x + lean * 0.1, y - height * 0.35), (x + lean * 0.6, y - height * 0.7), (x + lean, y - height)]
    )
    sheet.paint(stroke(height * 0.012, *stem), **tones)
    for number, (left, right) in enumerate(zip(stem[3::3], stem[4::3], strict=False)):
        side = -1 if number % 2 else 1
        long = height * 0.17 * (1 - 0.6 * number / (len(stem) / 3))
        tip = (left[0] + side * long, left[1] - long * 0.55)
        middle = ((left[0] + tip[0]) / 2, (left[1] + tip[1]) / 2)
        sheet.paint(
            blob(
                [
                    left,
                    (middle[0], middle[1] - long * 0.17),
                    tip,
                    (middle[0] + side * long * 0.06, middle[1] + long * 0.13),
                    right,
                ]
            ),
            **tones,
        )
