"""The stadium: its lights, its lines, its people."""

import math

from broadsheet.demo.art.figures import Look, bust, from_above
from broadsheet.demo.art.nature import (
    stars,
)
from broadsheet.demo.art.shapes import (
    Area,
    Point,
    arc,
    area,
    curve,
    ellipse,
    rectangle,
    rounded,
    stroke,
)
from broadsheet.demo.art.sheet import Fade, Sheet


def floodlights(sheet: Sheet) -> None:
    """A stadium at night from the top row, four masts of light over the pitch."""
    sheet.fill(key=Fade(0.98, 0.62), cool=Fade(0.4, 0.1), warm=Fade(0.0, 0.25))
    stars(sheet, 90, 300)
    for side in (-1, 1):
        for x, top, size in ((800 + side * 640, 130, 1.0), (800 + side * 380, 240, 0.66)):
            sheet.glaze(
                area((x, top), (800 - side * 480, 900), (800 + side * 560, 900)),
                light=Fade(0.55, 0.2),
                key=Fade(0.42, 0.5),
            )
            sheet.paint(stroke(13 * size, (x, top), (x, 640)), key=1)
            sheet.paint(rounded((x - 78 * size, top - 52 * size, 156 * size, 92 * size), 8), key=1)
            for lamp in range(12):
                lx, ly = x - 58 * size + (lamp % 4) * 39 * size, top - 32 * size + (lamp // 4) * 27 * size
                sheet.paint(ellipse(lx, ly, 12 * size), light=0.5)
    _stands(sheet)
    _lit_pitch(sheet)
    _players(sheet)
    sheet.paint(rectangle(0, 1000, 1600, 70), key=1)
    _heads(sheet)


def _players(sheet: Sheet) -> None:
    for _ in range(11):
        for tones in ({"warm": 1.0}, {"light": 0.1}):
            x, y = sheet.random.uniform(380, 1220), sheet.random.uniform(720, 960)
            size = 10 + (y - 700) * 0.05
            sheet.shade(stroke(size * 0.4, (x, y), (x + size * 2, y + size * 0.6)), key=0.7)
            sheet.paint(rounded((x - size * 0.4, y - size * 2, size * 0.8, size * 2), 4), **tones)
            sheet.paint(ellipse(x, y - size * 2.3, size * 0.4), key=0.9)


def _stands(sheet: Sheet) -> None:
    for tier in range(9):
        y = 486 + tier * 21
        sheet.paint(
            area(
                (-20, y + 40),
                (300 - tier * 26, y),
                (1300 + tier * 26, y),
                (1620, y + 40),
                (1620, y + 90),
                (-20, y + 90),
            ),
            key=0.92 - tier * 0.03,
            cool=0.3,
        )
        for _ in range(110):
            sheet.paint(
                ellipse(sheet.random.uniform(0, 1600), y + 16 + sheet.random.uniform(-5, 5), 4.2),
                **sheet.random.choice(
                    ({"warm": 1.0}, {"light": 0.9}, {"key": 0.5}, {"light": 0.2}, {"warm": 0.5, "light": 1.0})
                ),
            )


def _lit_pitch(sheet: Sheet) -> None:
    pitch = area((430, 680), (1170, 680), (1560, 1000), (40, 1000))
    sheet.paint(pitch, cool=0.9, light=1.0)
    with sheet.inside(pitch):
        for stripe in range(0, 12, 2):
            left, right = 430 + 740 * stripe / 12, 430 + 740 * (stripe + 1) / 12
            sheet.shade(
                area((left, 680), (right, 680), (40 + 1520 * (stripe + 1) / 12, 1000), (40 + 1520 * stripe / 12, 1000)),
                key=0.22,
                cool=1.0,
            )
        line = {"light": 0.05}
        sheet.paint(stroke(5, (800, 680), (800, 1000)), **line)
        sheet.paint(stroke(5, *arc((800, 812), 170, 62, 0, 360)), **line)
        for side in (-1, 1):
            sheet.paint(
                stroke(
                    5,
                    (800 + side * 430, 752),
                    (800 + side * 290, 752),
                    (800 + side * 368, 900),
                    (800 + side * 640, 900),
                ),
                **line,
            )


def _heads(sheet: Sheet) -> None:
    for x in range(30, 1600, 74):
        head = 1010 + sheet.random.uniform(-16, 8)
        sheet.paint(ellipse(x, head, 24), key=1)
        sheet.paint(ellipse(x, head + 52, 42, 38), key=1)


def pitch_plan(sheet: Sheet) -> None:
    """A pitch from straight above with one move drawn across it."""
    _stripes(sheet, 14)
    _markings(sheet)
    reds = [
        (300, 533),
        (420, 250),
        (440, 800),
        (640, 390),
        (660, 660),
        (840, 200),
        (900, 533),
        (1010, 840),
        (1180, 330),
        (1230, 640),
    ]
    whites = [
        (1440, 520),
        (1300, 240),
        (1310, 480),
        (1290, 740),
        (1120, 520),
        (1080, 180),
        (980, 380),
        (960, 700),
        (720, 520),
        (560, 300),
    ]
    move: list[tuple[Point, Point, float]] = [
        ((440, 800), (640, 390), -60),
        ((640, 390), (1010, 840), 90),
        ((1010, 840), (1330, 610), -90),
        ((1330, 610), (1525, 470), -20),
    ]
    for start, end, bow in move:
        middle = ((start[0] + end[0]) / 2 + bow * 0.3, (start[1] + end[1]) / 2 + bow)
        line = curve([start, middle, end], steps=16)
        for dash in range(0, len(line) - 2, 2):
            sheet.paint(stroke(8, *line[dash : dash + 2]), light=1.0, warm=0.05)
    for group, coat in ((reds, {"warm": 1.0}), (whites, {"light": 0.05})):
        for place in group:
            from_above(sheet, place, 62, (86, 52), dict(coat))
    sheet.shade(ellipse(1540, 480, 16), key=0.8)
    sheet.paint(ellipse(1522, 462, 16), light=0.3)


def _markings(sheet: Sheet) -> None:
    white = {"light": 0.04}
    sheet.paint(stroke(8, (70, 60), (1530, 60), (1530, 1007), (70, 1007), (70, 60)), **white)
    sheet.paint(stroke(8, (800, 60), (800, 1007)), **white)
    sheet.paint(stroke(8, *arc((800, 533), 140, 140, 0, 360)), **white)
    for side in (-1, 1):
        goal = 800 + side * 730
        sheet.paint(stroke(8, (goal, 250), (goal - side * 250, 250), (goal - side * 250, 817), (goal, 817)), **white)
        sheet.paint(stroke(8, (goal, 400), (goal - side * 90, 400), (goal - side * 90, 667), (goal, 667)), **white)
        start = 128 if side == 1 else -52
        sheet.paint(stroke(8, *arc((goal - side * 170, 533), 128, 128, start, start + 104)), **white)


def title_night(sheet: Sheet) -> None:
    """A stand full of people with banners and paper strips falling."""
    sheet.fill(key=0.85, warm=0.4)
    colours = (
        {"warm": 1.0},
        {"warm": 0.85, "key": 0.25},
        {"light": 0.95},
        {"key": 0.7},
        {"light": 0.15},
        {"warm": 0.6, "light": 1.0},
    )
    for row in range(17):
        y = 90 + row * 64
        size = 22 + row * 1.9
        sheet.paint(rectangle(0, y, 1600, 70), key=0.9, warm=0.5)
        count = int(1600 / (size * 1.9))
        for seat in range(count + 2):
            x = seat * size * 1.9 - (row % 2) * size + sheet.random.uniform(-4, 4)
            coat = sheet.random.choice(colours)
            top = y + sheet.random.uniform(-10, 10)
            if sheet.random.random() < 0.36:
                for side in (-1, 1):
                    sheet.paint(
                        stroke(
                            size * 0.3,
                            (x + side * size * 0.5, top + size * 0.6),
                            (x + side * size * 0.85, top - size * 0.9),
                        ),
                        **coat,
                    )
            sheet.paint(rounded((x - size * 0.72, top + size * 0.3, size * 1.44, size * 2), size * 0.5), **coat)
            sheet.paint(
                ellipse(x, top, size * 0.42, size * 0.48),
                light=0.6,
                warm=sheet.random.choice((0.2, 0.35, 0.6)),
                key=sheet.random.choice((0.0, 0.1, 0.4)),
            )
            sheet.paint(Area(tuple(arc((x, top - size * 0.08), size * 0.44, size * 0.44, 180, 360))), key=0.95)
    _banners(sheet)
    _paper_strips(sheet)


def _paper_strips(sheet: Sheet) -> None:
    for _ in range(320):
        x, y = sheet.random.uniform(0, 1600), sheet.random.uniform(0, 1067)
        angle, long = sheet.random.uniform(0, 6.28), sheet.random.uniform(8, 26)
        strip = stroke(sheet.random.uniform(4, 9), (x, y), (x + long * math.cos(angle), y + long * math.sin(angle)))
        sheet.paint(strip, light=sheet.random.choice((0.0, 0.2, 1.0)))


def _banners(sheet: Sheet) -> None:
    for x, y, width, turn in ((250, 330, 420, 26), (1010, 250, 470, -30), (640, 650, 520, 18)):
        wave = curve([(x, y), (x + width * 0.3, y - turn), (x + width * 0.7, y + turn), (x + width, y)])
        cloth = Area((*wave, *[(px, py + 130) for px, py in reversed(wave)]))
        sheet.shade(Area(tuple((px + 14, py + 22) for px, py in cloth.points)), key=0.9)
        sheet.paint(cloth, warm=1.0)
        with sheet.inside(cloth):
            sheet.paint(stroke(30, *[(px, py + 65) for px, py in wave]), light=0.05)
            sheet.shade(rectangle(x + width * 0.52, y - 80, width * 0.2, 300), key=0.4)


def mown(sheet: Sheet) -> None:
    """A groundsman and his mower drawing stripes on a pitch, from above."""
    sheet.fill(cool=0.72, light=1.0)
    for stripe in range(0, 15, 2):
        sheet.paint(
            area((stripe * 110 - 90, -10), (stripe * 110 + 20, -10), (stripe * 110 + 110, 1080), (stripe * 110, 1080)),
            cool=0.98,
            light=0.85,
            key=0.14,
        )
    sheet.paint(area((1010, 430), (1120, 430), (1180, 1080), (1070, 1080)), cool=0.98, light=0.85, key=0.14)
    sheet.paint(area((1100, 430), (1600, -10), (1610, 1080), (1180, 1080)), cool=0.66, light=1.0, warm=0.1)
    for _ in range(330):
        x, y = sheet.random.uniform(1120, 1600), sheet.random.uniform(0, 1067)
        sheet.shade(stroke(3, (x, y), (x + 8, y - 14)), key=0.35)
    sheet.paint(stroke(12, (130, -10), (250, 1080)), light=0.03)
    sheet.paint(stroke(12, *arc((205, 560), 300, 300, -80, 80)), light=0.03)
    x, y = 1062.0, 400.0
    sheet.shade(area((x - 40, y + 60), (x + 60, y + 50), (x + 400, y + 240), (x + 320, y + 330)), key=0.75)
    sheet.paint(rounded((x - 62, y - 60, 124, 66), 12), warm=1.0)
    sheet.paint(rounded((x - 70, y - 90, 140, 36), 12), key=0.9)
    sheet.paint(stroke(8, (x - 44, y + 6), (x - 30, y + 104)), key=1)
    sheet.paint(stroke(8, (x + 44, y + 6), (x + 30, y + 104)), key=1)
    sheet.paint(stroke(8, (x - 34, y + 104), (x + 34, y + 104)), key=1)
    sheet.paint(ellipse(x, y + 150, 62, 40), light=0.1)
    sheet.paint(stroke(20, (x - 46, y + 146), (x - 32, y + 104)), light=0.7, warm=0.4)
    sheet.paint(stroke(20, (x + 46, y + 146), (x + 32, y + 104)), light=0.7, warm=0.4)
    sheet.paint(ellipse(x, y + 142, 42), light=1.0, warm=0.5)
    sheet.paint(ellipse(x, y + 142, 25), light=1.0, warm=0.75)


def keeper(sheet: Sheet) -> None:
    """A goalkeeper before her net, for an interview."""
    sheet.fill(key=Fade(0.85, 0.6), cool=Fade(0.6, 1.0))
    for line in range(-1400, 1500, 92):
        sheet.glaze(stroke(4, (line, -20), (line + 1500, 1500)), key=0.3, cool=0.2)
        sheet.glaze(stroke(4, (line + 1300, -20), (line - 200, 1500)), key=0.3, cool=0.2)
    sheet.paint(rectangle(0, 0, 1067, 66), light=0.04)
    sheet.shade(rectangle(0, 44, 1067, 22), key=0.5)
    look = Look(
        "bun",
        hair_tones=(("key", 1.0), ("warm", 0.4)),
        skin=(("light", 0.8), ("warm", 0.5), ("key", 0.08)),
        clothes=(("light", 1.0), ("warm", 0.25)),
    )
    bust(sheet, (530, 610), 440, look)
    for side in (-1, 1):
        glove = rounded((530 + side * 330 - 112, 1010, 224, 300), 80)
        sheet.shade(Area(tuple((x + 20, y + 24) for x, y in glove.points)), key=0.8)
        sheet.paint(glove, warm=1.0)
        for finger in range(4):
            sheet.paint(rounded((530 + side * 330 - 110 + finger * 57, 950, 50, 160), 25), warm=1.0)
            sheet.shade(rounded((530 + side * 330 - 80 + finger * 57, 960, 20, 150), 10), key=0.4)
        sheet.paint(rectangle(530 + side * 330 - 112, 1240, 224, 60), key=0.9)


def _stripes(sheet: Sheet, number: int) -> None:
    sheet.fill(cool=0.8, light=0.9)
    width = sheet.width / number
    for stripe in range(0, number, 2):
        sheet.paint(rectangle(stripe * width, 0, width, sheet.height), cool=0.98, light=0.8, key=0.1)
