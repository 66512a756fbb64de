"""Out of doors: pools, ridges, balconies, tides."""

import math

from broadsheet.demo.art.figures import walker
from broadsheet.demo.art.nature import (
    birds,
    frond,
    pine,
    streaks,
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
    ridge,
    stroke,
    under,
)
from broadsheet.demo.art.sheet import Fade, Sheet, Tones


def tide_pool(sheet: Sheet) -> None:
    """A rock pool from above: a starfish, anemones, a crab and a reflected sky."""
    sheet.fill(key=0.68, cool=0.45, warm=0.2)
    _rocks(sheet)
    pool = blob(
        [
            (240, 300),
            (520, 150),
            (860, 190),
            (1180, 130),
            (1400, 330),
            (1380, 640),
            (1450, 830),
            (1120, 930),
            (820, 880),
            (480, 950),
            (220, 780),
            (300, 540),
        ]
    )
    sheet.paint(Area(tuple((x - 12, y - 16) for x, y in pool.points)), key=0.95)
    sheet.paint(pool, cool=Fade(0.28, 0.95, "right"), light=Fade(1.0, 0.3, "right"))
    with sheet.inside(pool):
        for depth in range(4):
            inner = Area(
                tuple(
                    (800 + (x - 800) * (0.88 - depth * 0.14), 540 + (y - 540) * (0.88 - depth * 0.14))
                    for x, y in pool.points
                )
            )
            sheet.shade(inner, cool=0.55 + depth * 0.14, key=0.02 + depth * 0.07)
        for _ in range(150):
            sheet.paint(
                ellipse(sheet.random.uniform(220, 1430), sheet.random.uniform(160, 940), sheet.random.uniform(5, 17)),
                **sheet.random.choice(
                    ({"light": 0.8}, {"light": 0.2}, {"warm": 0.35, "light": 0.6}, {"key": 0.45, "cool": 0.4})
                ),
            )
        _anemones(sheet)
        _starfish(sheet, (730, 500), 190)
        for glint in (
            [(330, 420), (520, 300), (800, 290)],
            [(420, 470), (560, 390), (700, 370)],
            [(960, 770), (1100, 720), (1240, 740)],
        ):
            sheet.glaze(stroke(9, *curve(glint)), cool=0.06, key=0.0)
    _limpets(sheet)


def _rocks(sheet: Sheet) -> None:
    for _ in range(190):
        x, y, size = sheet.random.uniform(0, 1600), sheet.random.uniform(0, 1067), sheet.random.uniform(30, 120)
        points = [
            (
                x + size * sheet.random.uniform(0.6, 1) * math.cos(a),
                y + size * sheet.random.uniform(0.5, 0.9) * math.sin(a),
            )
            for a in (0, 1, 2, 3, 4, 5)
        ]
        sheet.glaze(blob(points), key=sheet.random.uniform(0.5, 0.85))


def _anemones(sheet: Sheet) -> None:
    for x, y, size, tones in (
        (1130, 380, 96, {"warm": 0.95}),
        (1250, 520, 66, {"warm": 0.7, "light": 1.0}),
        (470, 770, 84, {"warm": 0.95}),
        (590, 830, 54, {"light": 1.0, "warm": 0.3}),
    ):
        sheet.shade(ellipse(x + 14, y + 18, size), key=0.55)
        for arm in range(26):
            angle = arm * 6.283 / 26
            far = size * sheet.random.uniform(0.85, 1.15)
            sheet.paint(stroke(size * 0.13, (x, y), (x + far * math.cos(angle), y + far * math.sin(angle))), **tones)
        sheet.paint(ellipse(x, y, size * 0.46), light=1.0, warm=0.35)
        sheet.paint(ellipse(x, y, size * 0.15), key=0.7, warm=0.8)


def _limpets(sheet: Sheet) -> None:
    for _ in range(70):
        x, y = sheet.random.choice(((120, 200), (1500, 180), (90, 950), (1480, 980), (780, 70)))
        px, py = x + sheet.random.gauss(0, 74), y + sheet.random.gauss(0, 60)
        sheet.paint(ellipse(px, py, 19), light=0.15)
        sheet.paint(ellipse(px + 2, py + 2, 8), key=0.9)


def _starfish(sheet: Sheet, centre: Point, size: float) -> None:
    points: list[Point] = []
    for arm in range(10):
        angle = math.radians(arm * 36 - 76)
        far = size if arm % 2 == 0 else size * 0.36
        points.append((centre[0] + far * math.cos(angle), centre[1] + far * math.sin(angle)))
    sheet.shade(moved(blob(points), 22, 28), key=0.6)
    sheet.paint(blob(points), warm=1.0, light=0.7)
    for arm in range(0, 10, 2):
        tip = points[arm]
        for bead in range(1, 9):
            along = bead / 9
            sheet.paint(
                ellipse(
                    centre[0] + (tip[0] - centre[0]) * along, centre[1] + (tip[1] - centre[1]) * along, 9 - along * 4
                ),
                light=0.5,
            )


def balcony(sheet: Sheet) -> None:
    """A balcony full of plants in the morning, the city pale behind."""
    sheet.fill(light=Fade(0.3, 0.95), warm=Fade(0.1, 0.4), cool=Fade(0.22, 0.0))
    sheet.paint(ellipse(1190, 300, 130), warm=0.45, light=1.0)
    _pale_city(sheet)
    sheet.paint(rectangle(0, 0, 70, 1067), cool=0.8, key=0.55)
    sheet.paint(rectangle(1530, 0, 70, 1067), cool=0.8, key=0.55)
    for bar in range(70, 1530, 44):
        sheet.paint(rectangle(bar, 640, 8, 330), key=0.92)
    sheet.paint(rectangle(40, 626, 1520, 20), key=0.95)
    sheet.paint(rectangle(0, 950, 1600, 120), warm=0.5, light=0.9, key=0.18)
    pots = (
        (180, 170, {"warm": 1.0}),
        (420, 130, {"light": 0.2}),
        (610, 190, {"warm": 0.8, "key": 0.2}),
        (860, 140, {"cool": 0.8}),
        (1080, 200, {"warm": 1.0}),
        (1340, 170, {"light": 1.0, "warm": 0.2}),
    )
    for x0, size, pot in pots:
        for stem in range(7):
            lean = (stem - 3) * size * 0.2 + sheet.random.uniform(-20, 20)
            frond(
                sheet,
                (x0 + stem * 5 - 15, 1010 - size),
                size * sheet.random.uniform(1.4, 2.7),
                lean,
                cool=sheet.random.choice((0.75, 0.95)),
                light=sheet.random.choice((0.4, 1.0)),
                key=sheet.random.choice((0.05, 0.3)),
            )
        if size > 150:
            for _ in range(9):
                fx, fy = x0 + sheet.random.gauss(0, size * 0.5), 1010 - size * sheet.random.uniform(1.5, 2.6)
                for petal in range(5):
                    sheet.paint(
                        ellipse(fx + 15 * math.cos(petal * 1.257), fy + 15 * math.sin(petal * 1.257), 13),
                        warm=0.95 if size == 170 else 0.5,
                        light=0.3,
                    )
                sheet.paint(ellipse(fx, fy, 8), light=1.0)
        _pot(sheet, (x0, 1016.0), size, pot)


def _pale_city(sheet: Sheet) -> None:
    x = -10.0
    while x < 1600:
        width, height = sheet.random.uniform(80, 190), sheet.random.uniform(160, 460)
        sheet.paint(rectangle(x, 800 - height, width, 400), cool=0.3, warm=0.14, light=0.3)
        for row in range(int(height / 44)):
            for column in range(int(width / 40)):
                sheet.shade(rectangle(x + 14 + column * 40, 816 - height + row * 44, 17, 24), cool=0.55)
        x += width + 6


def _pot(sheet: Sheet, foot: Point, size: float, pot: Tones) -> None:
    x0 = foot[0]
    body = area(
        (x0 - size * 0.5, 1010 - size),
        (x0 + size * 0.5, 1010 - size),
        (x0 + size * 0.36, 1016),
        (x0 - size * 0.36, 1016),
    )
    sheet.paint(body, **pot)
    sheet.shade(
        area(
            (x0 + size * 0.1, 1010 - size),
            (x0 + size * 0.5, 1010 - size),
            (x0 + size * 0.36, 1016),
            (x0 + size * 0.1, 1016),
        ),
        key=0.45,
    )
    sheet.paint(rectangle(x0 - size * 0.55, 1000 - size, size * 1.1, size * 0.17), **pot)
    sheet.shade(rectangle(x0 - size * 0.55, 1000 - size + size * 0.14, size * 1.1, size * 0.06), key=0.5)


def ridges(sheet: Sheet) -> None:
    """Mountain ridges one behind another in morning mist, two walkers on the nearest."""
    sheet.fill(light=Fade(0.25, 1.0), warm=Fade(0.35, 0.2))
    sheet.paint(ellipse(560, 330, 150), warm=0.85, light=0.9)
    streaks(sheet, 90, 300, 7, light=0.1, warm=0.15)
    for layer in range(7):
        level, rise = 400 + layer * 92, 105 + layer * 10
        line = ridge(
            sheet.random,
            (-20, level + sheet.random.uniform(-50, 50)),
            (1620, level + sheet.random.uniform(-50, 50)),
            rise,
        )
        dark = layer / 6
        sheet.paint(
            under(line, level + 330),
            cool=Fade(0.25 + 0.7 * dark, 0.06 + 0.3 * dark),
            key=Fade(0.75 * dark**1.6, 0.02),
            warm=Fade(0.22 * (1 - dark), 0.18),
            light=0.3 * (1 - dark),
        )
    line = ridge(sheet.random, (-20, 960), (1640, 880), 36)
    sheet.paint(under(line, 1080), key=0.96, warm=0.4)
    for index in (60, 70):
        walker(sheet, (line[index][0], line[index][1] + 4), 118, {"warm": 1.0} if index == 60 else {"light": 1.0})
    for index in (8, 18, 24, 196, 214, 228, 240, 250):
        pine(sheet, (line[index][0], line[index][1] + 10), sheet.random.uniform(110, 250), key=0.98, warm=0.3)
    birds(sheet, (1120, 260), 7, 20)


def tide_curve(sheet: Sheet) -> None:
    """The tide of a fortnight as one long curve over a moon's phases, like an old almanac."""
    sheet.fill(light=0.35)
    for line in range(9):
        sheet.shade(rectangle(90, 350 + line * 76, 1420, 2), key=0.5)
    points = []
    for step in range(521):
        day = step / 520 * 14
        height = math.cos(day * 2 * math.pi * 1.932) * 0.72 + math.cos(day * 2 * math.pi * 2.0) * 0.28
        points.append((90 + step / 520 * 1420, 640 - height * 236))
    water = under(points, 962)
    sheet.paint(water, cool=Fade(0.35, 1.0), light=0.3)
    with sheet.inside(water):
        for line in range(9):
            sheet.shade(rectangle(90, 350 + line * 76, 1420, 2), key=0.5)
        sheet.shade(under([(x, y + 120) for x, y in points], 990), key=0.3)
    sheet.paint(stroke(6, *points), key=0.95)
    for phase in range(8):
        x = 170 + phase * 180.0
        sheet.paint(ellipse(x, 178, 66), key=0.95, cool=0.4)
        if phase:
            lit = math.cos(phase / 7 * math.pi) * 62
            half = arc((x, 178), 62, 62, -90, 90)
            edge = arc((x, 178), abs(lit), 62, 90, 270) if lit < 0 else arc((x, 178), lit, 62, 90, -90)
            sheet.paint(Area((*half, *edge)), light=0.6)
    for day in range(15):
        sheet.paint(rectangle(90 + day * 1420 / 14 - 1.5, 962, 3, 22 if day % 7 else 40), key=0.95)
    sheet.paint(ellipse(*points[int(520 * 0.62)], 16), warm=1.0)
