"""A treaty's scenes: its table, its chart, its fish and its dead."""

import math

from broadsheet.demo.art.figures import Look, bust
from broadsheet.demo.art.nature import (
    stars,
)
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
    under,
)
from broadsheet.demo.art.sheet import Fade, Sheet


def treaty_table(sheet: Sheet) -> None:
    """A round table from above, with three delegations' papers and the light of a tall window across it."""
    sheet.fill(cool=0.5, light=0.3, key=Fade(0.12, 0.55, "out"))
    for line in range(0, 1700, 64):
        sheet.shade(rectangle(line, 0, 2, 1067), key=0.4)
    x, y = 800.0, 533.0
    sheet.shade(ellipse(x + 46, y + 52, 400), key=0.85)
    for seat in range(18):
        angle = math.radians(seat * 20 + 10)
        place = (x + 452 * math.cos(angle), y + 452 * math.sin(angle))
        tones = ({"warm": 0.95}, {"cool": 1.0, "key": 0.4}, {"light": 1.0, "warm": 0.25})[seat // 6]
        sheet.shade(ellipse(place[0] + 16, place[1] + 18, 44), key=0.8)
        sheet.paint(ellipse(*place, 42), **tones)
        sheet.shade(ring(place, 42, 30, seat * 20 - 80, seat * 20 + 100), key=0.6)
    sheet.paint(ellipse(x, y, 390), light=1.0, warm=0.42, key=0.06)
    for grain in range(60, 390, 26):
        sheet.shade(ring((x, y), grain, grain - 1.6), warm=0.7)
    sheet.paint(ellipse(x, y, 128), cool=0.85, key=0.3)
    sheet.paint(blob([(760, 470), (812, 452), (846, 500), (838, 560), (800, 610), (764, 580), (772, 520)]), light=0.7)
    for seat in range(18):
        angle = seat * 20 + 10.0
        px, py = x + 296 * math.cos(math.radians(angle)), y + 296 * math.sin(math.radians(angle))
        turn = math.radians(angle + 90 + sheet.random.uniform(-7, 7))
        corners = [(-28, -38), (28, -38), (28, 38), (-28, 38)]
        leaf = Area(
            tuple(
                (px + a * math.cos(turn) - b * math.sin(turn), py + a * math.sin(turn) + b * math.cos(turn))
                for a, b in corners
            )
        )
        sheet.paint(leaf, light=0.06)
        if seat % 3:
            sheet.paint(ellipse(px + 46 * math.cos(turn), py + 46 * math.sin(turn), 11), cool=0.3)
    for pane in range(3):
        left = 150 + pane * 360
        sheet.glaze(area((left, 0), (left + 230, 0), (left + 590, 1067), (left + 360, 1067)), key=0.0)


def ministers(sheet: Sheet) -> None:
    """Two people at two lecterns before tall windows and flags, as a wire agency frames them."""
    sheet.fill(cool=Fade(0.75, 0.5), key=Fade(0.6, 0.4))
    for arch in (-40, 360, 760, 1160, 1560):
        opening = Area((*arc((arch + 110, 240), 112, 130, 180, 360), (arch + 222, 760), (arch - 2, 760)))
        sheet.paint(opening, light=Fade(0.35, 0.9), warm=Fade(0.0, 0.3))
        for bar in (72, 148):
            sheet.paint(rectangle(arch + bar, 110, 7, 650), cool=0.7, key=0.6)
        for level in (300, 470, 620):
            sheet.paint(rectangle(arch - 2, level, 224, 7), cool=0.7, key=0.6)
    sheet.paint(rectangle(0, 760, 1600, 307), warm=Fade(0.75, 0.9), key=Fade(0.35, 0.75))
    flags = (
        (300, {"warm": 0.95}, {"light": 0.9}),
        (700, {"cool": 0.9}, {"light": 0.1}),
        (900, {"warm": 0.95}, {"light": 0.9}),
        (1300, {"cool": 0.9}, {"light": 0.1}),
    )
    for x, outer, inner in flags:
        sheet.paint(stroke(7, (x, 120), (x, 800)), light=0.8, key=0.4)
        cloth = Area((*curve([(x, 150), (x + 60, 190), (x + 96, 300), (x + 84, 470), (x + 104, 640)]), (x + 8, 660)))
        sheet.paint(cloth, **outer)
        with sheet.inside(cloth):
            sheet.paint(area((x, 300), (x + 160, 360), (x + 160, 480), (x, 420)), **inner)
            for fold in (26, 58, 84):
                sheet.shade(stroke(13, (x + fold, 180), (x + fold - 8, 700)), key=0.5)
    left = Look("bob", skin=(("light", 0.62), ("warm", 0.28)), clothes=(("cool", 1.0), ("key", 0.7)))
    right = Look(
        "side",
        hair_tones=(("key", 0.45),),
        skin=(("light", 0.4), ("warm", 0.3)),
        clothes=(("key", 0.95),),
        glasses=True,
        tie=True,
    )
    for x, look in ((505, left), (1110, right)):
        bust(sheet, (x, 430), 208, look)
        sheet.paint(
            area((x - 190, 800), (x + 190, 800), (x + 150, 1067), (x - 150, 1067)), light=0.55, warm=0.45, key=0.35
        )
        sheet.paint(rounded((x - 212, 772, 424, 38), 8), light=0.7, warm=0.4, key=0.2)
        sheet.paint(ellipse(x, 915, 56), light=0.95, key=0.1)
        sheet.paint(ring((x, 915), 44, 37), warm=0.8, key=0.3)
        for lean in (-44, 40):
            sheet.paint(stroke(7, (x + lean * 1.3, 776), (x + lean, 716)), key=1)
            sheet.paint(rounded((x + lean - 11, 688, 22, 40), 11), key=1)


def strait_map(sheet: Sheet) -> None:
    """Three coasts and the water between them, its zones drawn as on a chart."""
    sheet.fill(cool=0.34, light=0.12)
    coasts = (
        [(-60, -60), (620, -60), (560, 120), (640, 240), (470, 330), (420, 480), (220, 520), (140, 690), (-60, 720)],
        [
            (1660, -60),
            (1080, -60),
            (1130, 90),
            (1010, 190),
            (1150, 300),
            (1240, 260),
            (1300, 420),
            (1480, 450),
            (1660, 560),
        ],
        [
            (520, 1140),
            (600, 960),
            (760, 900),
            (830, 780),
            (960, 840),
            (1080, 820),
            (1180, 930),
            (1340, 980),
            (1400, 1140),
        ],
    )
    for depth, tone in ((92, 0.46), (58, 0.6), (26, 0.76)):
        for coast in coasts:
            sheet.glaze(stroke(depth * 2, *curve(coast, closed=True)), cool=tone)
    for coast, tones in zip(
        coasts, ({"warm": 0.9}, {"light": 0.95, "warm": 0.2}, {"key": 0.8, "cool": 0.5}), strict=True
    ):
        land = blob(coast)
        sheet.paint(land, **tones)
        with sheet.inside(land):
            for inset in range(3):
                sheet.shade(stroke(34 - inset * 10, *curve(coast, closed=True)), key=0.18 + 0.1 * inset)
    middle = curve([(860, -40), (800, 220), (720, 420), (690, 600), (470, 820), (300, 1100)])
    other = curve([(690, 600), (900, 620), (1150, 640), (1380, 740), (1660, 800)])
    for line in (middle, other):
        for start in range(0, len(line) - 2, 3):
            sheet.paint(stroke(7, *line[start : start + 2]), key=0.95)
    sheet.shade(ellipse(690, 600, 150), warm=0.55)
    sheet.paint(stroke(6, *arc((690, 600), 150, 150, 0, 360)), warm=1, key=0.2)
    for x, y in ((470, 330), (1150, 300), (830, 780)):
        sheet.paint(ellipse(x, y, 17), light=0.05)
        sheet.paint(ellipse(x, y, 9), key=1)
    _compass(sheet)


def _compass(sheet: Sheet) -> None:
    rose = (1400, 905)
    for point in range(8):
        angle = math.radians(point * 45)
        far = 96 if point % 2 == 0 else 56
        tip = (rose[0] + far * math.sin(angle), rose[1] - far * math.cos(angle))
        for side, tone in ((-1, 0.95), (1, 0.25)):
            wing = (rose[0] + 17 * math.sin(angle + side * 0.7), rose[1] - 17 * math.cos(angle + side * 0.7))
            sheet.paint(area(rose, wing, tip), key=tone)


def herring(sheet: Sheet) -> None:
    """A shoal turning in green light, one fish the other way."""
    sheet.fill(cool=Fade(0.55, 1.0), light=Fade(0.6, 0.0), key=Fade(0.0, 0.75))
    for ray in range(7):
        x = ray * 270 - 60
        sheet.glaze(
            area((x, -10), (x + 90, -10), (x + 20, 1067), (x - 210, 1067)), key=Fade(0.0, 0.5), light=Fade(0.75, 0.05)
        )
    rng = sheet.random
    for row in range(15):
        for column in range(13):
            fish_x = column * 138 + (row % 2) * 69 - 60 + rng.uniform(-14, 14)
            fish_y = row * 72 + 40 * math.sin(column / 1.9) + rng.uniform(-8, 8)
            lone = (row, column) == (7, 8)
            _fish(sheet, (fish_x, fish_y), 62, lone=lone)


def _fish(sheet: Sheet, centre: tuple[float, float], half: float, *, lone: bool) -> None:
    x, y = centre
    way = -1 if lone else 1
    outline = curve(
        [
            (x - way * half, y),
            (x - way * half * 0.4, y - half * 0.26),
            (x + way * half * 0.45, y - half * 0.16),
            (x + way * half * 0.8, y - half * 0.03),
        ]
    )
    belly = curve(
        [
            (x + way * half * 0.8, y + half * 0.03),
            (x + way * half * 0.4, y + half * 0.15),
            (x - way * half * 0.4, y + half * 0.23),
            (x - way * half, y),
        ]
    )
    tail = area(
        (x + way * half * 0.7, y),
        (x + way * half * 1.12, y - half * 0.24),
        (x + way * half * 0.98, y),
        (x + way * half * 1.12, y + half * 0.24),
    )
    body = Area((*outline, *belly))
    back = {"warm": 1.0, "key": 0.1} if lone else {"cool": 0.9, "key": 0.62}
    sheet.paint(tail, **back)
    sheet.paint(body, light=0.25 if not lone else 1.0, cool=0.0 if lone else 0.12, warm=0.4 if lone else 0.0)
    sheet.glaze(
        Area((*outline, (x + way * half * 0.4, y - half * 0.02), (x - way * half * 0.6, y - half * 0.04))), **back
    )
    sheet.paint(ellipse(x - way * half * 0.72, y - half * 0.02, half * 0.055), key=1)


def lifeboat(sheet: Sheet) -> None:
    """A lifeboat on a wave at night, its searchlight on a capsized hull."""
    sheet.fill(cool=Fade(0.9, 0.7), key=Fade(0.98, 0.6))
    stars(sheet, 70, 300)
    sheet.glaze(
        area((520, 470), (1500, 560), (1420, 790)), light=Fade(0.9, 0.35, "right"), key=Fade(0.25, 0.5, "right")
    )
    for row in range(9):
        level = 560 + row * 62
        wave = curve(
            [(x, level + (20 + row * 5) * math.sin(x / (120 + row * 12) + row * 1.9)) for x in range(-60, 1720, 60)]
        )
        if row == 2:
            sheet.paint(blob([(1180, 690), (1260, 640), (1390, 640), (1470, 700), (1330, 740)]), warm=0.7, key=0.45)
        if row == 4:
            _rescuers(sheet, (330, 690))
        sheet.paint(under(wave, 1080), cool=0.95, key=0.45 + row * 0.06)
        sheet.glaze(stroke(5 + row, *wave), cool=0.45, key=0.12)


def _rescuers(sheet: Sheet, bow: Point) -> None:
    x, y = bow
    hull = area((x - 90, y - 10), (x + 300, y - 110), (x + 310, y - 40), (x + 240, y + 60), (x - 20, y + 80))
    sheet.paint(hull, warm=1.0, light=0.8)
    sheet.shade(area((x - 60, y + 30), (x + 310, y - 60), (x + 240, y + 60), (x - 20, y + 80)), key=0.6)
    sheet.paint(area((x + 20, y - 36), (x + 44, y - 140), (x + 170, y - 170), (x + 196, y - 84)), light=0.15)
    sheet.paint(area((x + 60, y - 84), (x + 72, y - 128), (x + 156, y - 148), (x + 166, y - 112)), key=0.95)
    sheet.paint(stroke(7, (x + 150, y - 164), (x + 130, y - 260)), light=0.3)
    sheet.paint(ellipse(x + 190, y - 196, 22), light=0.9)
    sheet.paint(stroke(8, (x + 168, y - 168), (x + 188, y - 196)), light=0.3)


def negotiator(sheet: Sheet) -> None:
    """An old woman's head and shoulders before a chart, for an obituary."""
    sheet.fill(light=0.6, cool=Fade(0.2, 0.45))
    for line in range(9):
        points = [(x, 150 + line * 150 + 60 * math.sin(x / 170 + line * 0.8)) for x in range(-20, sheet.width + 40, 30)]
        sheet.shade(stroke(5, *curve(points)), cool=0.8)
    sheet.shade(stroke(9, (-10, 330), (520, 700), (1100, 1250)), warm=0.9)
    look = Look(
        "bun",
        hair_tones=(("key", 0.28), ("cool", 0.12)),
        skin=(("light", 0.45), ("warm", 0.25)),
        clothes=(("key", 0.95), ("cool", 0.6)),
        glasses=True,
    )
    bust(sheet, (sheet.width * 0.5, sheet.height * 0.46), sheet.height * 0.36, look)
