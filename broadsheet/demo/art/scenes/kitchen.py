"""What is eaten and drunk."""

import math

from broadsheet.demo.art.nature import (
    hills,
    rain,
)
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
    ring,
    rounded,
    stroke,
    turned,
)
from broadsheet.demo.art.sheet import Fade, Sheet


def noodles(sheet: Sheet) -> None:
    """A bowl of noodles in broth from above, with egg, greens and chopsticks."""
    sheet.fill(warm=0.72, light=0.5)
    _cloth(sheet, 92, warm=1.0, key=0.1)
    x, y, radius = 730.0, 545.0, 440.0
    _bowl(sheet, (x, y), radius)
    broth = ellipse(x, y, radius * 0.85)
    sheet.paint(broth, light=1.0, warm=Fade(0.55, 0.28, "out"))
    with sheet.inside(broth):
        for _ in range(46):
            turn, off = sheet.random.uniform(0, 6.28), sheet.random.uniform(0, 200)
            cx, cy = x - 60 + off * math.cos(turn), y + 40 + off * math.sin(turn)
            start = sheet.random.uniform(0, 360)
            loop = arc(
                (cx, cy),
                sheet.random.uniform(70, 170),
                sheet.random.uniform(40, 110),
                start,
                start + sheet.random.uniform(120, 260),
            )
            sheet.shade(stroke(15, *[(px + 4, py + 6) for px, py in loop]), warm=0.85, key=0.25)
            sheet.paint(stroke(12, *loop), light=0.55)
        for _ in range(36):
            sheet.paint(
                stroke(3, *arc((x + sheet.random.gauss(90, 150), y + sheet.random.gauss(-60, 150)), 9, 9, 0, 360)),
                warm=0.7,
                light=1.0,
            )
        for leaf in range(5):
            leaf_shape = turned(
                blob([(0, 0), (60, -44), (150, -30), (190, 10), (130, 40), (50, 34)]), leaf * 24 - 70, (0, 0)
            )
            sheet.shade(moved(leaf_shape, x + 88, y - 92), key=0.5)
            sheet.paint(moved(leaf_shape, x + 80, y - 104), cool=0.95, light=1.0, key=0.1)
            sheet.shade(
                moved(turned(area((10, -3), (180, 2), (10, 3)), leaf * 24 - 70, (0, 0)), x + 80, y - 104), key=0.6
            )
        for dx, dy in ((130, 130), (-10, 190)):
            sheet.shade(ellipse(x + dx + 8, y + dy + 12, 86, 74), key=0.45)
            sheet.paint(ellipse(x + dx, y + dy, 86, 74), light=0.02)
            sheet.paint(ellipse(x + dx + 4, y + dy - 2, 44, 40), warm=0.55, light=1.0)
            sheet.glaze(ellipse(x + dx - 10, y + dy - 16, 13, 9), warm=0.1)
        for _ in range(28):
            px, py = x + sheet.random.gauss(-130, 70), y + sheet.random.gauss(-120, 60)
            sheet.paint(stroke(7, *arc((px, py), 15, 13, 0, 360)), cool=0.7, light=1.0)
    _chopsticks(sheet)
    sheet.shade(ellipse(178, 236, 118), key=0.7)
    sheet.paint(ellipse(160, 214, 118), light=0.1)
    sheet.paint(ellipse(160, 214, 100), cool=0.55, light=1.0, key=0.1)


def _chopsticks(sheet: Sheet) -> None:
    for dx in (0, 46):
        sheet.shade(stroke(20, (1250 + dx, 60), (1418 + dx, 1010)), key=0.65)
        sheet.paint(area((1216 + dx, 30), (1242 + dx, 26), (1398 + dx, 996), (1384 + dx, 998)), key=0.9, warm=0.5)
        sheet.paint(area((1216 + dx, 30), (1242 + dx, 26), (1258 + dx, 128), (1231 + dx, 132)), light=1.0)


def anchovies(sheet: Sheet) -> None:
    """Dried anchovies in rows on a dark tray, kelp and onion beside it."""
    sheet.fill(light=0.9, warm=0.22)
    _cloth(sheet, 110, light=1.0, warm=0.45)
    sheet.shade(rounded((110, 110, 980, 890), 40), key=0.7)
    sheet.paint(rounded((86, 84, 980, 890), 40), key=0.86, cool=0.4)
    sheet.paint(rounded((116, 114, 920, 830), 26), key=0.7, cool=0.5)
    for row in range(5):
        for column in range(6):
            tilt = sheet.random.uniform(-9, 9)
            centre = (196 + column * 152 + sheet.random.uniform(-8, 8), 204 + row * 162 + sheet.random.uniform(-10, 10))
            _anchovy(sheet, centre, tilt)
    for x, y, turn in ((1150, 110, 6), (1290, 190, -5)):
        leaf = turned(
            blob(
                [
                    (x, y),
                    (x + 130, y - 10),
                    (x + 150, y + 210),
                    (x + 120, y + 430),
                    (x - 10, y + 420),
                    (x + 10, y + 200),
                ]
            ),
            turn,
            (x, y),
        )
        sheet.shade(moved(leaf, 16, 22), key=0.6)
        sheet.paint(leaf, cool=0.95, key=0.62)
        with sheet.inside(leaf):
            for _ in range(60):
                sheet.glaze(
                    ellipse(
                        x + sheet.random.uniform(-20, 160), y + sheet.random.uniform(0, 440), sheet.random.uniform(2, 7)
                    ),
                    key=0.2,
                    cool=0.4,
                )
    sheet.shade(ellipse(1340, 838, 150), key=0.6)
    for layer in range(6):
        sheet.paint(
            ellipse(1320, 812, 150 - layer * 25, 144 - layer * 24),
            **({"light": 0.12} if layer % 2 else {"warm": 0.35, "light": 0.35}),
        )


def _anchovy(sheet: Sheet, centre: Point, tilt: float) -> None:
    x, y = centre
    outline = blob([(x - 60, y), (x - 30, y - 20), (x + 24, y - 14), (x + 58, y), (x + 22, y + 16), (x - 30, y + 18)])
    tail = area((x + 50, y), (x + 82, y - 20), (x + 74, y), (x + 82, y + 20))
    sheet.shade(moved(turned(outline, tilt, centre), 7, 10), key=1)
    sheet.paint(turned(tail, tilt, centre), cool=0.4, light=0.8, key=0.1)
    sheet.paint(turned(outline, tilt, centre), light=0.45, cool=0.15)
    back = area((x - 58, y - 3), (x - 30, y - 19), (x + 24, y - 13), (x + 56, y), (x + 10, y - 4))
    sheet.glaze(turned(back, tilt, centre), cool=0.85, key=0.35)
    sheet.paint(turned(ellipse(x - 42, y - 3, 5), tilt, centre), key=1)


def teahouse(sheet: Sheet) -> None:
    """A round window onto bamboo and rain, a teapot and two cups on the sill."""
    sheet.fill(key=Fade(0.82, 0.95), warm=0.55)
    x, y, radius = 533.0, 560.0, 430.0
    sheet.paint(ellipse(x, y, radius + 34), warm=0.75, light=0.8, key=0.35)
    opening = ellipse(x, y, radius)
    sheet.paint(opening, cool=Fade(0.2, 0.55), light=0.65)
    with sheet.inside(opening):
        hills(sheet, 620, 120, cool=0.5, light=0.4)
        sheet.paint(rectangle(0, 800, 1067, 300), cool=0.62, light=0.5)
        for stem in range(9):
            bx = 130 + stem * 102 + sheet.random.uniform(-20, 20)
            sheet.paint(stroke(sheet.random.uniform(12, 24), (bx, 1050), (bx + 14, 60)), cool=0.85, light=1.0, key=0.15)
            for joint in range(9):
                sheet.shade(rectangle(bx - 12, 140 + joint * 104 + stem * 9, 42, 6), key=0.7)
            for _ in range(7):
                ly = sheet.random.uniform(120, 880)
                side = sheet.random.choice((-1, 1))
                sheet.paint(
                    blob([(bx, ly), (bx + side * 40, ly + 6), (bx + side * 96, ly + 44), (bx + side * 36, ly + 24)]),
                    cool=0.95,
                    light=1.0,
                    key=0.22,
                )
        rain(sheet, 240, cool=0.05, key=0.0)
    sheet.paint(rectangle(0, 1080, 1067, 330), warm=0.7, light=0.9, key=0.22)
    for grain in range(9):
        sheet.shade(rectangle(0, 1104 + grain * 34, 1067, 3), key=0.5)
    sheet.shade(ellipse(470, 1216, 220, 26), key=0.75)
    pot = blob([(300, 1080), (370, 990), (490, 970), (600, 1000), (650, 1090), (620, 1190), (480, 1220), (340, 1186)])
    sheet.paint(stroke(32, *curve([(640, 1120), (710, 1090), (740, 1010)])), key=0.5, cool=0.9)
    sheet.paint(stroke(20, *arc((476, 990), 130, 130, 195, 345)), key=0.9)
    sheet.paint(pot, cool=0.95, key=0.3)
    with sheet.inside(pot):
        sheet.shade(area((520, 900), (700, 900), (700, 1300), (560, 1300)), key=0.75)
        sheet.glaze(blob([(340, 1060), (380, 1016), (420, 1010), (370, 1090)]), key=0.02, cool=0.4)
    sheet.paint(ellipse(476, 984, 76, 17), cool=0.8, key=0.6)
    sheet.paint(ellipse(476, 962, 21), cool=0.8, key=0.6)
    for cx in (820, 176):
        sheet.shade(ellipse(cx + 12, 1216, 92, 17), key=0.75)
        sheet.paint(area((cx - 76, 1110), (cx + 76, 1110), (cx + 52, 1214), (cx - 52, 1214)), light=0.1)
        sheet.shade(area((cx + 10, 1110), (cx + 76, 1110), (cx + 52, 1214), (cx + 20, 1214)), key=0.4)
        sheet.paint(ellipse(cx, 1110, 76, 18), light=0.05)
        sheet.paint(ellipse(cx, 1112, 64, 13), cool=0.6, light=1.0, warm=0.3)


def _cloth(sheet: Sheet, step: int, **tones: float) -> None:
    for line in range(0, 1700, step):
        sheet.shade(rectangle(line, 0, step * 0.42, 1067), **tones)
        sheet.shade(rectangle(0, line, 1600, step * 0.42), **tones)


def _bowl(sheet: Sheet, centre: Point, radius: float) -> None:
    x, y = centre
    sheet.shade(ellipse(x + radius * 0.14, y + radius * 0.17, radius), key=0.75)
    sheet.paint(ellipse(x, y, radius), light=0.08)
    sheet.shade(Area(tuple(arc((x, y), radius, radius, -50, 130))), key=0.28)
    sheet.paint(ring((x, y), radius * 0.965, radius * 0.925), cool=0.9, key=0.45)
    sheet.paint(ellipse(x, y, radius * 0.87), cool=0.5, key=0.5)
