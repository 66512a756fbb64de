"""Opinions on land: one idea a picture, in black, grey and one red."""

import math

from broadsheet.demo.art.figures import walker
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
