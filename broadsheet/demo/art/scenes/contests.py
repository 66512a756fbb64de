"""Contests on roads, in lanes, on boards and before targets."""

import math

from broadsheet.demo.art.figures import from_above
from broadsheet.demo.art.shapes import (
    Area,
    Point,
    arc,
    area,
    blob,
    curve,
    ellipse,
    rectangle,
    ring,
    rounded,
    stroke,
)
from broadsheet.demo.art.sheet import Fade, Sheet


def long_shadows(sheet: Sheet) -> None:
    """Runners on a coastal road from above, early sun stretching their shadows."""
    sheet.fill(cool=0.35, light=0.9, warm=0.08)
    sheet.paint(area((-20, -20), (560, -20), (250, 1090), (-20, 1090)), cool=0.25, key=0.2)
    for wave in range(5):
        line = curve([(560 - wave * 70 - t * 31 + 18 * math.sin(t * 1.4 + wave), -20 + t * 112) for t in range(11)])
        sheet.glaze(stroke(16 - wave * 2.4, *line), key=0.0, cool=0.05)
    road = area((690, -20), (1340, -20), (1090, 1090), (400, 1090))
    sheet.paint(road, key=0.34, light=0.3)
    sheet.paint(stroke(13, (676, -20), (386, 1090)), light=0.1)
    sheet.paint(stroke(13, (1354, -20), (1104, 1090)), light=0.1)
    for dash in range(9):
        y = dash * 128.0
        sheet.paint(stroke(8, (1014 - y * 0.25, y), (1000 - y * 0.25, y + 60)), light=1.0)
    for _ in range(64):
        y = sheet.random.uniform(20, 1050)
        x = 690 - y * 0.265 + sheet.random.uniform(50, 590)
        coat = sheet.random.choice(
            (
                {"warm": 1.0},
                {"light": 1.0},
                {"light": 0.1},
                {"key": 0.9},
                {"cool": 1.0, "key": 0.1},
                {"warm": 0.6, "light": 1.0},
            )
        )
        from_above(sheet, (x, y), 44, (168, 46), coat)
    for x, y in ((1420, 160), (1380, 420), (1470, 640), (1290, 900), (1500, 1000)):
        sheet.shade(ellipse(x + 60, y + 26, 100, 60), key=0.55)
        for _ in range(9):
            sheet.paint(
                ellipse(x + sheet.random.gauss(0, 30), y + sheet.random.gauss(0, 26), sheet.random.uniform(24, 42)),
                cool=0.95,
                light=0.7,
                key=sheet.random.choice((0.1, 0.3)),
            )


def lanes(sheet: Sheet) -> None:
    """Swimmers in their lanes from above, one a body's length ahead."""
    sheet.fill(cool=0.55, key=0.06)
    for column in range(30):
        for row in range(20):
            if (column + row) % 2:
                sheet.glaze(rectangle(column * 54, row * 54, 53, 53), cool=0.46)
    for lane in range(7):
        y = lane * 178.0
        for bead in range(0, 1620, 26):
            tones = {"warm": 1.0} if (bead // 26 // 6) % 2 else {"light": 0.05}
            sheet.paint(rounded((bead, y - 9, 22, 18), 8), **tones)
        sheet.shade(rectangle(0, y + 76, 1600, 26), key=0.55)
    for lane, x in enumerate((760, 900, 1280, 840, 980, 700)):
        y = lane * 178.0 + 89
        for _ in range(34):
            px, py = x - abs(sheet.random.gauss(0, 190)) - 30, y + sheet.random.gauss(0, 26)
            sheet.paint(ellipse(px, py, sheet.random.uniform(6, 30), sheet.random.uniform(3, 8)), light=0.0)
        skin = {"light": 0.8, "warm": 0.45}
        sheet.shade(blob([(x - 100, y + 30), (x + 30, y + 10), (x + 80, y + 30), (x + 20, y + 56)]), key=0.5)
        sheet.paint(
            blob(
                [
                    (x - 150, y - 8),
                    (x - 20, y - 30),
                    (x + 44, y - 34),
                    (x + 52, y + 34),
                    (x - 20, y + 28),
                    (x - 150, y + 10),
                ]
            ),
            **skin,
        )
        sheet.paint(
            blob([(x - 150, y - 12), (x - 60, y - 25), (x - 30, y), (x - 60, y + 25), (x - 150, y + 14)]),
            key=0.9,
            cool=0.5,
        )
        reach = -1 if lane % 2 else 1
        sheet.paint(
            stroke(22, *curve([(x + 30, y + reach * 26), (x + 96, y + reach * 46), (x + 172, y + reach * 20)])), **skin
        )
        sheet.paint(
            stroke(22, *curve([(x + 24, y - reach * 28), (x - 20, y - reach * 62), (x - 86, y - reach * 52)])), **skin
        )
        sheet.paint(ellipse(x + 84, y, 34, 29), **({"warm": 1.0} if lane == 2 else {"light": 0.9}))


def go_board(sheet: Sheet) -> None:
    """The middle of a baduk board late in a game, seen from above."""
    sheet.fill(light=1.0, warm=0.26)
    for grain in range(46):
        x = grain * 36
        sheet.shade(
            stroke(
                3,
                *curve(
                    [
                        (x, -10),
                        (x + sheet.random.uniform(-26, 26), 350),
                        (x + sheet.random.uniform(-26, 26), 700),
                        (x, 1090),
                    ]
                ),
            ),
            warm=0.42,
        )
    step, left, top = 104, 70, 62
    for line in range(15):
        sheet.paint(rectangle(left + line * step - 1.5, 0, 3, 1067), key=0.95)
        sheet.paint(rectangle(0, top + line * step - 1.5, 1600, 3), key=0.95)
    for x, y in ((3, 4), (9, 4)):
        sheet.paint(ellipse(left + x * step, top + y * step, 10), key=1)
    black = _stones("2,1 3,2 3,3 4,4 5,4 5,5 6,6 7,6 8,7 9,7 10,5 10,4 11,3 12,3 7,3 8,2 2,6 3,7 4,8 12,8")
    white = _stones("3,1 4,2 4,3 5,3 6,4 6,5 7,5 8,6 9,6 9,5 9,4 9,3 10,2 11,1 3,5 2,5 4,6 5,7 6,8 11,7 13,5")
    for stones, tones in ((black, {"key": 1.0}), (white, {"light": 0.02})):
        for x, y in stones:
            px, py = left + x * step + sheet.random.uniform(-4, 4), top + y * step + sheet.random.uniform(-4, 4)
            sheet.shade(ellipse(px + 13, py + 16, 48), key=0.8)
            sheet.paint(ellipse(px, py, 48), **tones)
            if tones.get("key"):
                sheet.glaze(ellipse(px - 15, py - 16, 18), key=0.68)
            else:
                sheet.shade(ring((px, py), 48, 34, -30, 120), key=0.3)
    _last_stone(sheet, (left + 8 * step, top + 4 * step))


def _last_stone(sheet: Sheet, place: Point) -> None:
    px, py = place
    sheet.shade(ellipse(px + 30, py + 44, 48), key=0.7)
    sheet.paint(ellipse(px, py, 48), key=1.0)
    sheet.paint(ellipse(px, py, 17), warm=1.0)
    hand = {"light": 0.7, "warm": 0.42}
    for fingers in (
        [(1640, 120), (1330, 260), (1090, 380), (930, 466)],
        [(1640, 220), (1340, 330), (1110, 430), (952, 500)],
    ):
        sheet.shade(stroke(74, *[(x + 34, y + 54) for x, y in curve(fingers)]), key=0.6)
    for fingers in (
        [(1640, 220), (1340, 330), (1110, 430), (952, 500)],
        [(1640, 120), (1330, 260), (1090, 380), (930, 466)],
    ):
        sheet.paint(stroke(66, *curve(fingers)), **hand)
        sheet.paint(ellipse(fingers[-1][0] + 6, fingers[-1][1] - 4, 22, 16), light=0.3, warm=0.2)
    sheet.paint(area((1420, 40), (1640, -60), (1640, 420), (1500, 380)), cool=1.0, key=0.3)


def _stones(places: str) -> list[tuple[int, int]]:
    """Crossings from “column,row column,row …”."""
    return [(int(column), int(row)) for column, row in (place.split(",") for place in places.split())]


def target(sheet: Sheet) -> None:
    """An archery target with six arrows close round the centre and their shadows."""
    sheet.fill(cool=Fade(0.75, 0.95), light=Fade(1.0, 0.7))
    for _blade in range(240):
        x, y = sheet.random.uniform(0, 1600), sheet.random.uniform(300, 1100)
        sheet.shade(stroke(4, (x, y), (x + sheet.random.uniform(-14, 14), y - sheet.random.uniform(30, 80))), key=0.35)
    x, y = 690.0, 540.0
    sheet.shade(ellipse(x + 60, y + 56, 500), key=0.75)
    bands = (
        {"light": 0.05},
        {"light": 0.05},
        {"key": 0.9},
        {"key": 0.9},
        {"cool": 0.5, "key": 0.35},
        {"cool": 0.5, "key": 0.35},
        {"warm": 1.0},
        {"warm": 1.0},
        {"light": 1.0},
        {"light": 1.0},
    )
    for band, tones in enumerate(bands):
        radius = 490 - band * 48.0
        sheet.paint(ellipse(x, y, radius), **tones)
        sheet.shade(ring((x, y), radius, radius - 3), key=0.85)
    sheet.shade(Area(tuple(arc((x, y), 490, 490, -40, 140))), key=0.16)
    for dx, dy in ((-20, 14), (26, -30), (44, 36), (-52, -38), (8, 72), (-90, 60)):
        px, py = x + dx, y + dy
        tip = (px + 430 + dx * 0.6, py - 120 + dy * 0.5)
        sheet.shade(stroke(11, (px, py), (px + 250, py + 210)), key=0.8)
        sheet.paint(stroke(10, (px, py), tip), key=0.95)
        for side in (-1, 1):
            sheet.paint(
                area(
                    (tip[0] - 96, tip[1] + 27),
                    (tip[0] - 64, tip[1] + 18 + side * 36),
                    (tip[0] + 2, tip[1] + side * 34),
                    (tip[0] - 6, tip[1] + 2),
                ),
                **({"warm": 1.0} if side == 1 else {"light": 1.0}),
            )
        sheet.paint(ellipse(px, py, 9), key=1)
