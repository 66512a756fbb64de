"""Evenings out: books, music, the market."""

import math

from broadsheet.demo.art.figures import walker
from broadsheet.demo.art.nature import (
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
from broadsheet.demo.art.sheet import Fade, Sheet, Tones


def spines(sheet: Sheet) -> None:
    """A bookshop's shelves, one book leaning out and a cat asleep on the lowest."""
    sheet.fill(key=0.85, warm=0.5)
    for shelf in range(3):
        floor = 336.0 + shelf * 352
        sheet.paint(rectangle(0, floor, 1600, 26), warm=0.75, light=0.9, key=0.4)
        sheet.shade(rectangle(0, floor + 18, 1600, 30), key=0.8)
        x = 14.0
        while x < 1590:
            if shelf == 2 and 980 < x < 1380:
                x = 1388.0
            width, height = sheet.random.uniform(26, 74), sheet.random.uniform(200, 296)
            tones: Tones = sheet.random.choice(
                (
                    {"warm": 0.95},
                    {"cool": 0.95},
                    {"light": 0.95},
                    {"light": 0.3},
                    {"warm": 0.5, "light": 1.0},
                    {"key": 0.55, "cool": 0.6},
                    {"warm": 0.85, "key": 0.4},
                )
            )
            book = rectangle(x, floor - height, width, height)
            if sheet.random.random() < 0.09:
                book = turned(book, -8, (x, floor))
                x += height * 0.13
            sheet.paint(book, **tones)
            with sheet.inside(book):
                for level in (0.12, 0.17, 0.82):
                    sheet.shade(rectangle(x - 60, floor - height * (1 - level), width + 120, 5), key=0.6)
                sheet.paint(rectangle(x + width * 0.3, floor - height * 0.62, width * 0.4, height * 0.34), light=0.15)
            sheet.shade(
                area(
                    *[(px + (width * 0.72 if index in (0, 3) else 0), py) for index, (px, py) in enumerate(book.points)]
                ),
                key=0.42,
            )
            x += width + sheet.random.choice((1, 2, 3))
    floor = 1040.0
    _cat(sheet, floor)


def _cat(sheet: Sheet, floor: float) -> None:
    cat = blob(
        [
            (1000, floor),
            (1010, floor - 70),
            (1080, floor - 130),
            (1190, floor - 138),
            (1280, floor - 100),
            (1350, floor - 40),
            (1360, floor),
            (1180, floor + 4),
        ]
    )
    sheet.paint(cat, light=1.0, warm=0.45)
    with sheet.inside(cat):
        for stripe in range(5):
            sheet.shade(stroke(13, *arc((1150 + stripe * 34, floor - 30), 50, 110, 210, 290)), warm=0.95)
        sheet.shade(area((1000, floor - 34), (1400, floor - 34), (1400, floor + 10), (1000, floor + 10)), key=0.35)
    sheet.paint(ellipse(1050, floor - 54, 60, 52), light=1.0, warm=0.45)
    for ear in (1010, 1068):
        sheet.paint(area((ear, floor - 84), (ear + 14, floor - 136), (ear + 36, floor - 92)), light=1.0, warm=0.55)
    for eye in (1026, 1070):
        sheet.glaze(stroke(4, *arc((eye, floor - 58), 10, 6, 10, 170)), key=1)
    sheet.paint(
        stroke(22, *curve([(1350, floor - 10), (1280, floor + 2), (1160, floor - 8), (1110, floor - 2)])),
        light=1.0,
        warm=0.6,
    )


def stage(sheet: Sheet) -> None:
    """A pianist in one cone of light, the hall's curves rising around."""
    sheet.fill(key=0.95, warm=0.4)
    for tier in range(6):
        inset = tier * 120
        wave = Area((*arc((800, 1250), 1060 - inset, 1060 - inset * 0.9, 180, 360), (800, 1400)))
        sheet.paint(wave, warm=0.6 + 0.06 * tier, key=0.85 - tier * 0.09, light=0.2)
        sheet.shade(ring((800, 1250), 1060 - inset, 1046 - inset, 180, 360), key=0.95)
        for seat in range(184, 357, 4):
            px, py = arc((800, 1250), 1020 - inset, 1020 - inset * 0.96, seat, seat + 1)[0]
            if tier < 4 and sheet.random.random() < 0.86:
                sheet.paint(ellipse(px, py, 11), key=0.95)
    sheet.glaze(
        area((740, -10), (860, -10), (1240, 960), (360, 960)),
        light=Fade(0.9, 0.45),
        key=Fade(0.25, 0.5),
        warm=Fade(0.2, 0.4),
    )
    sheet.paint(ellipse(800, 950, 470, 96), light=0.95, warm=0.4, key=0.05)
    sheet.shade(ellipse(820, 966, 280, 36), key=0.75)
    body = Area(
        (*curve([(600, 800), (700, 772), (860, 760), (1010, 720), (1080, 776), (1050, 830), (900, 846), (600, 846)]),)
    )
    sheet.paint(body, key=1)
    sheet.paint(Area((*curve([(690, 770), (800, 640), (980, 560), (1100, 570), (1086, 700), (1040, 740)]),)), key=0.98)
    sheet.glaze(stroke(5, *curve([(700, 762), (806, 646), (980, 570), (1084, 578)])), key=0.3)
    sheet.paint(rectangle(590, 806, 96, 15), light=0.02)
    for leg in (640, 870, 1020):
        sheet.paint(stroke(17, (leg, 840), (leg - 4, 964)), key=1)
    sheet.paint(rectangle(470, 866, 96, 18), key=1)
    for leg in (482, 552):
        sheet.paint(rectangle(leg, 880, 11, 84), key=1)
    torso = blob([(486, 866), (480, 760), (504, 684), (546, 684), (562, 760), (556, 866)])
    sheet.paint(torso, warm=1.0)
    with sheet.inside(torso):
        sheet.shade(rectangle(530, 600, 80, 300), key=0.5)
    sheet.paint(stroke(24, (528, 716), (570, 786), (626, 800)), warm=1.0, key=0.2)
    sheet.paint(stroke(26, (520, 866), (606, 876), (612, 958)), key=1)
    sheet.paint(ellipse(536, 642, 34, 40), light=0.7, warm=0.35)
    sheet.paint(Area(tuple(arc((530, 634), 38, 40, 130, 330))), key=1)
    sheet.paint(ellipse(494, 650, 22), key=1)


def night_market(sheet: Sheet) -> None:
    """Stalls under strings of paper lanterns, people passing."""
    sheet.fill(key=Fade(0.96, 0.75), cool=Fade(0.4, 0.1), warm=Fade(0.1, 0.6))
    for stall in range(5):
        x = -30 + stall * 340.0
        sheet.paint(rectangle(x, 520, 300, 360), warm=0.75, light=1.0, key=0.15)
        for row in range(2):
            for item in range(7):
                sheet.paint(
                    ellipse(x + 32 + item * 40, 620 + row * 74, 17, 22),
                    **sheet.random.choice(
                        ({"warm": 1.0}, {"light": 0.4}, {"cool": 0.9, "light": 1.0}, {"key": 0.6, "warm": 0.5})
                    ),
                )
            sheet.shade(rectangle(x, 644 + row * 74, 300, 8), key=0.8)
        sheet.paint(rectangle(x, 780, 300, 150), cool=0.7, key=0.62)
        for stripe in range(6):
            tones: Tones = {"warm": 1.0} if stripe % 2 else {"light": 0.15}
            left = x - 16 + stripe * 55.4
            sheet.paint(area((left + 14, 440), (left + 66, 440), (left + 55, 536), (left, 536)), **tones)
            sheet.paint(Area(tuple(arc((left + 27.6, 536), 27.6, 22, 0, 180))), **tones)
        sheet.paint(ellipse(x + 150, 600, 29, 33), light=0.75, warm=0.36)
        sheet.paint(
            rounded((x + 112, 632, 76, 150), 26), **sheet.random.choice(({"cool": 0.9}, {"light": 0.1}, {"key": 0.7}))
        )
        sheet.paint(Area(tuple(arc((x + 150, 592), 31, 31, 180, 360))), key=1)
    for string in range(3):
        start, end = (-20, 60 + string * 90), (1620, 20 + string * 130)
        line = curve([start, (420, 210 + string * 86), (860, 120 + string * 100), (1240, 230 + string * 70), end])
        sheet.glaze(stroke(3, *line), key=1)
        for px, py in line[2 + string * 2 :: 7]:
            size = 34 + string * 9
            sheet.glaze(ellipse(px, py + size, size * 1.7), key=Fade(0.35, 0.8, "out"), warm=0.5)
            sheet.paint(ellipse(px, py + size, size, size * 0.86), light=1.0, warm=0.55 if string % 2 else 0.9)
            sheet.paint(ellipse(px, py + size, size * 0.45, size * 0.7), light=1.0, warm=0.25)
            for end_y in (py + size * 0.14, py + size * 1.8):
                sheet.paint(rectangle(px - size * 0.36, end_y - 4, size * 0.72, 9), key=0.95)
    sheet.paint(rectangle(0, 930, 1600, 140), key=0.9, warm=0.5)
    for x in range(40, 1640, 150):
        height = sheet.random.uniform(250, 330)
        walker(
            sheet,
            (x + sheet.random.uniform(-40, 40), 1060),
            height,
            sheet.random.choice(({"key": 0.95, "cool": 0.4}, {"key": 0.8, "warm": 0.8}, {"cool": 0.9, "key": 0.6})),
            facing=sheet.random.choice((-1, 1)),
        )


def umbrellas(sheet: Sheet) -> None:
    """Open umbrellas from above in the rain."""
    sheet.fill(key=0.8, cool=0.5)
    for _ in range(130):
        x, y = sheet.random.uniform(0, 1600), sheet.random.uniform(0, 1067)
        sheet.glaze(
            ellipse(x, y, sheet.random.uniform(20, 110), sheet.random.uniform(4, 11)), warm=0.5, light=0.8, key=0.55
        )
    places = [
        (150, 160),
        (420, 90),
        (720, 190),
        (1010, 100),
        (1330, 170),
        (260, 430),
        (560, 420),
        (880, 440),
        (1180, 400),
        (1480, 470),
        (110, 720),
        (430, 740),
        (740, 720),
        (1040, 740),
        (1350, 760),
        (250, 1000),
        (600, 1010),
        (930, 1020),
        (1230, 1030),
        (1530, 1000),
    ]
    colours: list[Tones] = [
        {"warm": 1.0},
        {"cool": 0.9},
        {"light": 1.0, "warm": 0.15},
        {"key": 0.6, "warm": 0.8},
        {"cool": 0.7, "light": 0.9},
    ]
    for place in places:
        x, y = place[0] + sheet.random.uniform(-34, 34), place[1] + sheet.random.uniform(-30, 30)
        _canopy(sheet, (x, y), sheet.random.uniform(120, 158), sheet.random.choice(colours))
    rain(sheet, 420, light=0.2, key=0.1, cool=0.15)


def _canopy(sheet: Sheet, centre: Point, radius: float, tones: Tones) -> None:
    x, y = centre
    turn = sheet.random.uniform(0, 0.78)
    rim: list[Point] = []
    for rib in range(16):
        far = radius if rib % 2 == 0 else radius * 0.9
        rim.append((x + far * math.cos(turn + rib * math.pi / 8), y + far * math.sin(turn + rib * math.pi / 8)))
    sheet.shade(moved(Area(tuple(rim)), 26, 34), key=1)
    sheet.paint(Area(tuple(rim)), **tones)
    for rib in range(0, 16, 2):
        gore = area((x, y), rim[rib], rim[rib + 1], rim[(rib + 2) % 16])
        facing = math.cos(turn + (rib + 1) * math.pi / 8 - 0.9)
        sheet.shade(gore, key=max(0.02, 0.34 * facing + 0.2))
        sheet.shade(stroke(3, (x, y), rim[rib]), key=0.7)
    sheet.paint(ellipse(x, y, radius * 0.07), key=0.95)
