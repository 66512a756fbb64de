"""Opinions that need the sea: one idea a picture, in black, grey and one red."""

import math

from broadsheet.demo.art.figures import walker
from broadsheet.demo.art.nature import birds, swell
from broadsheet.demo.art.shapes import (
    Area,
    arc,
    area,
    blob,
    curve,
    ellipse,
    rectangle,
    rounded,
    stroke,
    turned,
)
from broadsheet.demo.art.sheet import Fade, Sheet, Tones


def pencil_light(sheet: Sheet) -> None:
    """A lighthouse that is a pencil, its beam over dark water."""
    sheet.fill(key=Fade(0.95, 0.62), cool=Fade(0.4, 0.8))
    sheet.glaze(area((1080, 250), (-60, -40), (-60, 420)), key=Fade(0.06, 0.16, "right"), light=0.9, cool=0.0)
    sheet.glaze(area((1080, 250), (1640, 130), (1640, 400)), key=0.3, light=0.8, cool=0.1)
    x, base = 1080.0, 930.0
    sheet.paint(area((x - 92, 470), (x + 92, 470), (x + 92, base), (x - 92, base)), warm=1.0)
    sheet.shade(area((x + 34, 470), (x + 92, 470), (x + 92, base), (x + 34, base)), key=0.6)
    sheet.glaze(area((x - 92, 470), (x - 40, 470), (x - 40, base), (x - 92, base)), warm=0.72)
    wood = Area(
        (
            (x, 210),
            (x - 92, 470),
            *[p for k in range(3) for p in arc((x - 61 + k * 61, 470), 31, 26, 180, 360)],
            (x + 92, 470),
        )
    )
    sheet.paint(wood, light=1.0, warm=0.16)
    with sheet.inside(wood):
        sheet.shade(area((x + 8, 200), (x + 120, 200), (x + 120, 520), (x + 34, 520)), key=0.5)
    sheet.paint(area((x, 206), (x - 31, 294), (x + 31, 294)), key=1)
    sheet.paint(ellipse(x, 250, 26), light=0.15)
    sheet.paint(rectangle(x - 98, 872, 196, 26), light=0.5, key=0.35)
    sheet.paint(
        area((x - 330, 1080), (x - 250, 960), (x - 110, 916), (x + 130, 916), (x + 300, 980), (x + 380, 1080)), key=1
    )
    sheet.paint(rectangle(0, 980, 1600, 100), key=0.98, cool=0.6)
    swell(sheet, 980, 40, light=0.5, key=0.35, cool=0.4)


def map_boat(sheet: Sheet) -> None:
    """A paper boat folded from a chart, on a sea of ruled lines."""
    sheet.fill(light=Fade(0.15, 0.55))
    sheet.paint(ellipse(1230, 260, 130), warm=1.0)
    x, y = 740.0, 660.0
    sail = area((x, y - 470), (x - 250, y - 20), (x + 250, y - 20))
    hull = area(
        (x - 430, y - 130),
        (x - 90, y - 30),
        (x + 90, y - 30),
        (x + 430, y - 130),
        (x + 250, y + 150),
        (x - 250, y + 150),
    )
    for part, dark in ((sail, 0.5), (hull, 0.4)):
        sheet.paint(part, light=0.05)
        with sheet.inside(part):
            for line in range(7):
                across = [260.0 + 24 * step for step in range(41)]
                wave = [(px, 240.0 + line * 92 + 30 * math.sin(px / 90 + line)) for px in across]
                sheet.shade(stroke(3, *wave), cool=0.8)
            sheet.shade(area((x, y - 480), (x + 480, y - 480), (x + 480, y + 200), (x, y + 200)), key=Fade(dark, 0.2))
    with sheet.inside(hull):
        coast = blob([(x - 330, y - 120), (x - 210, y - 60), (x - 190, y + 40), (x - 260, y + 90), (x - 420, y + 60)])
        sheet.shade(coast, cool=0.75)
        for dash in range(9):
            begin = (x - 200 + dash * 50, y + 30 - dash * 9)
            sheet.paint(stroke(8, begin, (begin[0] + 28, begin[1] - 5)), warm=1.0)
    for line in range(9):
        level = 742 + line * 44
        swell_line = [
            (px, level + (12 + line * 3) * math.sin(px / (96 + line * 17) + line * 2.1))
            for px in [40.0 * step for step in range(-1, 42)]
        ]
        wave = curve(swell_line)
        sheet.paint(Area((*wave, (1680, 1100), (-40, 1100))), cool=0.5 + line * 0.05, key=0.06 * line)
        sheet.glaze(stroke(4 + line * 0.6, *wave), cool=0.1, key=0.0)


def low_tide(sheet: Sheet) -> None:
    """Boats lying on wet mud at low water, a line of footprints out to the edge of the sea."""
    sheet.fill(light=Fade(0.1, 0.75), cool=Fade(0.4, 0.05))
    sheet.paint(ellipse(1180, 330, 90), warm=1.0)
    sheet.paint(rectangle(0, 430, 1600, 60), cool=0.85, key=0.2)
    sheet.paint(rectangle(0, 474, 1600, 600), light=0.5, cool=Fade(0.25, 0.65), key=Fade(0.02, 0.42))
    for channel in range(6):
        y = 520 + channel**1.6 * 34
        wave = curve(
            [
                (x, y + (10 + channel * 7) * math.sin(x / (110 + channel * 30) + channel * 2))
                for x in range(-40, 1700, 60)
            ]
        )
        sheet.glaze(stroke(5 + channel * 5, *wave), cool=0.1, key=0.0, light=0.25)
    _stranded(sheet)
    path = curve([(420, 1060), (480, 900), (620, 760), (690, 640), (760, 560), (780, 510)])
    for index, (step_x, step_y) in enumerate(path[::2]):
        size = 3 + (step_y - 500) / 60
        sheet.shade(ellipse(step_x + (size if index % 2 else -size), step_y, size * 0.8, size * 1.1), key=0.9)
    walker(sheet, (784, 516), 74, {"warm": 1.0})
    birds(sheet, (420, 220), 8, 22)


def _stranded(sheet: Sheet) -> None:
    for x, y, length, tilt, tones in (
        (250, 640, 220, -14, {"key": 0.95}),
        (1210, 610, 180, 12, {"key": 0.9}),
        (880, 880, 460, -17, {"warm": 1.0}),
    ):
        tones_: Tones = dict(tones)
        parts = [
            area(
                (x - length * 0.06, y - length * 0.22),
                (x + length, y - length * 0.17),
                (x + length * 0.86, y + length * 0.04),
                (x + length * 0.1, y + length * 0.04),
            ),
            rectangle(x + length * 0.54, y - length * 0.4, length * 0.24, length * 0.22),
            rectangle(x + length * 0.36, y - length * 0.9, length * 0.018, length * 0.72),
        ]
        sheet.shade(ellipse(x + length * 0.5, y + length * 0.08, length * 0.6, length * 0.06), key=0.85)
        for part, look in zip(parts, (tones_, {"light": 0.1}, {"key": 0.95}), strict=True):
            sheet.paint(turned(part, tilt, (x + length / 2, y)), **look)
        sheet.shade(
            turned(
                area(
                    (x + length * 0.03, y - length * 0.08),
                    (x + length * 0.95, y - length * 0.06),
                    (x + length * 0.86, y + length * 0.04),
                    (x + length * 0.1, y + length * 0.04),
                ),
                tilt,
                (x + length / 2, y),
            ),
            key=0.6,
        )


def pilot_ladder(sheet: Sheet) -> None:
    """A pilot climbing a rope ladder up a ship's sheer side."""
    sheet.fill(key=0.92, cool=0.7)
    sheet.paint(rectangle(0, 640, 1600, 300), warm=1.0, key=Fade(0.0, 0.3))
    sheet.paint(rectangle(0, 626, 1600, 14), light=0.1)
    for seam in range(-100, 1700, 320):
        sheet.shade(rectangle(seam, 0, 4, 930), key=1)
    for seam in range(120, 900, 170):
        sheet.shade(rectangle(0, seam, 1600, 4), key=1)
    for side in (720, 846):
        sheet.paint(stroke(8, (side, -10), (side, 920)), light=0.7, key=0.1)
    for rung in range(15):
        y = 20.0 + rung * 62
        sheet.paint(rounded((704, y, 158, 16), 5), light=0.9, warm=0.35)
    x, y = 783.0, 560.0
    sheet.paint(stroke(34, (x - 26, y + 120), (x - 40, y + 210), (x - 24, y + 300)), cool=0.6, key=0.5)
    sheet.paint(stroke(34, (x + 26, y + 120), (x + 56, y + 180), (x + 28, y + 240)), cool=0.6, key=0.5)
    sheet.paint(rounded((x - 74, y - 70, 148, 220), 50), warm=1.0, light=1.0)
    sheet.shade(rounded((x + 6, y - 70, 68, 220), 40), key=0.3)
    for band in (0, 90):
        sheet.paint(rectangle(x - 70, y - 10 + band, 140, 17), light=0.05)
    sheet.paint(stroke(32, (x - 54, y - 40), (x - 84, y - 110), (x - 56, y - 180)), warm=1.0, light=1.0)
    sheet.paint(stroke(32, (x + 54, y - 40), (x + 86, y - 80), (x + 58, y - 120)), warm=1.0, light=1.0, key=0.2)
    sheet.paint(ellipse(x, y - 110, 46, 52), light=1.0)
    sheet.shade(Area(tuple(arc((x, y - 110), 46, 52, -60, 90))), key=0.4)
    sheet.paint(rectangle(0, 930, 1600, 140), cool=0.9, key=Fade(0.1, 0.7))
    for line in range(5):
        wave = curve(
            [(px, 936 + line * 28 + 15 * math.sin(px / (50 + line * 9) + line * 2)) for px in range(-40, 1680, 30)]
        )
        sheet.glaze(stroke(9, *wave), cool=0.2, key=0.0)
