"""Scenes for the Debate section: one idea a picture, in black, grey and one red."""

import math

from broadsheet.demo.art.figures import walker
from broadsheet.demo.art.nature import birds, swell
from broadsheet.demo.art.shapes import (
    Area,
    Point,
    arc,
    area,
    blob,
    curve,
    ellipse,
    moved,
    rectangle,
    rounded,
    stroke,
    turned,
)
from broadsheet.demo.art.sheet import Fade, Sheet, Tones


def two_profiles(sheet: Sheet) -> None:
    """Two faces looking at each other; the space between them is a vase."""
    sheet.fill(light=0.7)
    half: list[Point] = [
        (640, -20),
        (640, 90),
        (600, 190),
        (584, 280),
        (612, 350),
        (700, 440),
        (716, 480),
        (668, 520),
        (700, 560),
        (668, 596),
        (694, 640),
        (676, 700),
        (690, 760),
        (660, 830),
        (560, 880),
        (500, 960),
        (480, 1090),
    ]
    left = curve(half)
    sheet.paint(Area((*left, (-20, 1090), (-20, -20))), key=0.97)
    right = [(1600 - x, y) for x, y in left]
    sheet.paint(Area((*right, (1620, 1090), (1620, -20))), warm=1.0, key=0.05)
    sheet.shade(Area((*right, (1620, 1090), (1620, -20))), key=Fade(0.0, 0.6, "right"))
    for level in (150, 236, 900, 980):
        line = [(800 + (x - 800) * 1.0, level + 26 * math.sin(x / 30)) for x in range(480, 1130, 10)]
        with sheet.inside(Area((*left, *reversed(right)))):
            sheet.glaze(stroke(9, *line), warm=0.75)
    with sheet.inside(Area((*left, *reversed(right)))):
        sheet.shade(rectangle(830, 0, 400, 1080), key=Fade(0.05, 0.5, "right"))


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


def empty_chairs(sheet: Sheet) -> None:
    """Two chairs facing each other in a large room, one lamp between them."""
    sheet.fill(warm=0.92, key=Fade(0.1, 0.5))
    sheet.glaze(area((800, 190), (240, 1080), (1360, 1080)), warm=Fade(0.2, 0.5), key=0.0, light=0.6)
    sheet.paint(area((0, 860), (1600, 860), (1600, 1080), (0, 1080)), key=0.9, warm=0.6)
    sheet.paint(ellipse(800, 960, 520, 80), light=0.75, warm=0.12)
    sheet.paint(rectangle(797, -10, 6, 130), key=1)
    sheet.paint(area((730, 200), (772, 116), (828, 116), (870, 200)), key=1)
    sheet.paint(ellipse(800, 202, 66, 15), light=0.5)
    for side in (-1, 1):
        x = 800 + side * 300.0
        sheet.shade(area((x - 70, 960), (x + 70, 960), (x + side * 420, 1010), (x + side * 320, 1024)), key=0.8)
        sheet.paint(stroke(19, (x + side * 84, 960), (x + side * 66, 700), (x + side * 96, 450)), key=1)
        sheet.paint(stroke(17, (x - side * 80, 960), (x - side * 70, 716)), key=1)
        sheet.paint(area((x - 92, 690), (x + 92, 690), (x + 84, 730), (x - 84, 730)), key=1)
        for rail in (480, 550, 620):
            sheet.paint(stroke(13, (x + side * 92, rail), (x + side * 74, rail + 18)), key=1)
        sheet.paint(stroke(10, (x - side * 74, 850), (x + side * 76, 850)), key=1)


def key_of_houses(sheet: Sheet) -> None:
    """A huge key whose bit is a row of houses, a small person reaching for it."""
    sheet.fill(light=0.85, warm=0.05)
    shape = [ellipse(380, 470, 230), rounded((560, 420, 880, 100), 20)]
    for part in shape:
        sheet.shade(moved(part, 26, 34), key=0.35)
    for part in shape:
        sheet.paint(part, key=0.95)
    sheet.paint(ellipse(380, 470, 120), light=0.85, warm=0.05)
    for x, height, width in ((980, 190, 100), (1090, 290, 110), (1210, 150, 90), (1310, 250, 120)):
        sheet.shade(rectangle(x + 24, 520, width, height + 30), key=0.35)
        sheet.paint(
            area(
                (x, 510),
                (x + width, 510),
                (x + width, 520 + height),
                (x + width / 2, 520 + height + width * 0.42),
                (x, 520 + height),
            ),
            warm=1.0 if width in (110, 90) else 0.0,
            key=0.0 if width in (110, 90) else 0.95,
        )
        for row in range(int(height / 62)):
            for column in range(2):
                sheet.paint(rectangle(x + width * (0.2 + 0.38 * column), 545 + row * 62, width * 0.2, 32), light=1.0)
    for notch in range(3):
        sheet.paint(rectangle(640 + notch * 90, 452, 46, 10), light=0.85)
    walker(sheet, (700, 1000), 190, {"warm": 1.0})
    sheet.paint(stroke(17, (708, 850), (760, 800), (790, 740)), warm=1.0, key=0.2)
    sheet.paint(rectangle(0, 1000, 1600, 70), key=0.95)
    sheet.shade(area((670, 1000), (730, 1000), (560, 1010), (420, 1012)), key=0.8)


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
    path = curve([(420, 1060), (480, 900), (620, 760), (690, 640), (760, 560), (780, 510)])
    for index, (step_x, step_y) in enumerate(path[::2]):
        size = 3 + (step_y - 500) / 60
        sheet.shade(ellipse(step_x + (size if index % 2 else -size), step_y, size * 0.8, size * 1.1), key=0.9)
    walker(sheet, (784, 516), 74, {"warm": 1.0})
    birds(sheet, (420, 220), 8, 22)


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


def hourglass(sheet: Sheet) -> None:
    """An hourglass whose sand is small houses, falling into a sea below."""
    sheet.fill(cool=0.3, light=0.45)
    x = 800.0
    left = curve(
        [(x - 300, 130), (x - 290, 300), (x - 160, 440), (x - 26, 533), (x - 160, 630), (x - 290, 770), (x - 300, 940)]
    )
    right = [(1600 - px, py) for px, py in left]
    glass = Area((*left, *reversed(right)))
    sheet.shade(moved(glass, 60, 30), key=0.28)
    sheet.paint(glass, light=0.06)
    with sheet.inside(glass):
        for row in range(7):
            y = 290 + row * 40.0
            for column in range(-6, 7):
                hx = x + column * 56 + (row % 2) * 28
                tones: Tones = {"warm": 1.0} if sheet.random.random() < 0.4 else {"key": 0.9}
                sheet.paint(
                    area((hx - 23, y + 36), (hx - 23, y + 8), (hx, y - 12), (hx + 23, y + 8), (hx + 23, y + 36)),
                    **tones,
                )
                sheet.paint(rectangle(hx - 6, y + 13, 12, 13), light=0.9)
        sheet.paint(rectangle(x - 320, 836, 640, 140), cool=0.95, key=0.25)
        for line in range(3):
            wave = curve([(px, 838 + line * 38 + 8 * math.sin(px / 26 + line)) for px in range(480, 1140, 14)])
            sheet.glaze(stroke(7, *wave), cool=0.2, key=0.0)
        for y, turn in ((590, 12), (660, -26), (750, 33), (812, -12)):
            sheet.paint(
                turned(
                    area((x - 17, y + 24), (x - 17, y + 4), (x, y - 14), (x + 17, y + 4), (x + 17, y + 24)),
                    turn,
                    (x, y),
                ),
                warm=1.0,
            )
        sheet.shade(area((x + 120, 100), (x + 320, 100), (x + 320, 960), (x + 120, 960)), key=0.24)
    sheet.paint(stroke(9, *left), key=0.95)
    sheet.paint(stroke(9, *right), key=0.95)
    for y in (84, 936):
        sheet.paint(rounded((x - 370, y, 740, 52), 18), key=0.96)
    for post in (-344, 322):
        sheet.paint(rectangle(x + post, 120, 22, 830), key=0.96)


def postbox(sheet: Sheet) -> None:
    """A red letter box with envelopes flying to it like birds."""
    sheet.fill(cool=Fade(0.32, 0.08), light=0.5)
    sheet.paint(rectangle(0, 900, 1600, 170), key=0.9)
    sheet.shade(area((1000, 930), (1330, 930), (1640, 1000), (1640, 1066), (1280, 1066)), key=1)
    box = rounded((980, 300, 360, 660), 60)
    sheet.paint(box, warm=1.0)
    sheet.paint(Area(tuple(arc((1160, 350), 206, 140, 180, 360))), warm=1.0, key=0.2)
    with sheet.inside(box):
        sheet.shade(rectangle(1230, 280, 140, 700), key=0.55)
        sheet.paint(rectangle(1050, 420, 220, 30), key=1)
        sheet.paint(rectangle(1060, 520, 200, 130), light=0.15)
        for line in range(4):
            sheet.shade(rectangle(1080, 544 + line * 26, 160 - line * 22, 6), key=0.8)
    sheet.paint(rectangle(960, 930, 400, 40), key=1)
    for index in range(6):
        along = index / 5
        x, y = 90 + along * 840, 700 - 480 * math.sin(along * 2.2) + 160 * along
        size, turn = 104 - 40 * along, -34 + 60 * along + sheet.random.uniform(-14, 14)
        letter = turned(rectangle(x - size, y - size * 0.62, size * 2, size * 1.24), turn, (x, y))
        sheet.shade(moved(letter, 20, 30), key=0.3)
        sheet.paint(letter, light=0.03)
        sheet.paint(
            turned(area((x - size, y - size * 0.62), (x, y + size * 0.16), (x + size, y - size * 0.62)), turn, (x, y)),
            light=0.25,
            key=0.08,
        )
        sheet.paint(turned(ellipse(x, y + size * 0.1, size * 0.14), turn, (x, y)), warm=1.0)
        for side in (-1, 1):
            beat = sheet.random.uniform(0.3, 0.9)
            wing = blob(
                [
                    (x + side * size * 0.8, y - size * 0.2),
                    (x + side * size * 1.3, y - size * beat),
                    (x + side * size * 1.9, y - size * beat * 0.9),
                    (x + side * size * 1.3, y - size * 0.1),
                ]
            )
            sheet.paint(turned(wing, turn * 0.5, (x, y)), key=0.9)
