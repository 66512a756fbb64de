"""Scenes for the Lifestyle section: tables, shelves, stages, shores and plants."""

import math

from broadsheet.demo.art.figures import Tones, walker
from broadsheet.demo.art.nature import birds, frond, hills, pine, rain, streaks
from broadsheet.demo.art.shapes import Area, Point, area, arc, blob, curve, ellipse, moved, rectangle, ridge, ring, rounded, stroke, turned, under
from broadsheet.demo.art.sheet import Fade, Sheet


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
            loop = arc((cx, cy), sheet.random.uniform(70, 170), sheet.random.uniform(40, 110), start, start + sheet.random.uniform(120, 260))
            sheet.shade(stroke(15, *[(px + 4, py + 6) for px, py in loop]), warm=0.85, key=0.25)
            sheet.paint(stroke(12, *loop), light=0.55)
        for _ in range(36):
            sheet.paint(stroke(3, *arc((x + sheet.random.gauss(90, 150), y + sheet.random.gauss(-60, 150)), 9, 9, 0, 360)), warm=0.7, light=1.0)
        for leaf in range(5):
            leaf_shape = turned(blob([(0, 0), (60, -44), (150, -30), (190, 10), (130, 40), (50, 34)]), leaf * 24 - 70, (0, 0))
            sheet.shade(moved(leaf_shape, x + 88, y - 92), key=0.5)
            sheet.paint(moved(leaf_shape, x + 80, y - 104), cool=0.95, light=1.0, key=0.1)
            sheet.shade(moved(turned(area((10, -3), (180, 2), (10, 3)), leaf * 24 - 70, (0, 0)), x + 80, y - 104), key=0.6)
        for dx, dy in ((130, 130), (-10, 190)):
            sheet.shade(ellipse(x + dx + 8, y + dy + 12, 86, 74), key=0.45)
            sheet.paint(ellipse(x + dx, y + dy, 86, 74), light=0.02)
            sheet.paint(ellipse(x + dx + 4, y + dy - 2, 44, 40), warm=0.55, light=1.0)
            sheet.glaze(ellipse(x + dx - 10, y + dy - 16, 13, 9), warm=0.1)
        for _ in range(28):
            px, py = x + sheet.random.gauss(-130, 70), y + sheet.random.gauss(-120, 60)
            sheet.paint(stroke(7, *arc((px, py), 15, 13, 0, 360)), cool=0.7, light=1.0)
    for dx in (0, 46):
        sheet.shade(stroke(20, (1250 + dx, 60), (1418 + dx, 1010)), key=0.65)
        sheet.paint(area((1216 + dx, 30), (1242 + dx, 26), (1398 + dx, 996), (1384 + dx, 998)), key=0.9, warm=0.5)
        sheet.paint(area((1216 + dx, 30), (1242 + dx, 26), (1258 + dx, 128), (1231 + dx, 132)), light=1.0)
    sheet.shade(ellipse(178, 236, 118), key=0.7)
    sheet.paint(ellipse(160, 214, 118), light=0.1)
    sheet.paint(ellipse(160, 214, 100), cool=0.55, light=1.0, key=0.1)


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
            tones: Tones = sheet.random.choice(({"warm": 0.95}, {"cool": 0.95}, {"light": 0.95}, {"light": 0.3}, {"warm": 0.5, "light": 1.0}, {"key": 0.55, "cool": 0.6}, {"warm": 0.85, "key": 0.4}))
            book = rectangle(x, floor - height, width, height)
            if sheet.random.random() < 0.09:
                book = turned(book, -8, (x, floor))
                x += height * 0.13
            sheet.paint(book, **tones)
            with sheet.inside(book):
                for level in (0.12, 0.17, 0.82):
                    sheet.shade(rectangle(x - 60, floor - height * (1 - level), width + 120, 5), key=0.6)
                sheet.paint(rectangle(x + width * 0.3, floor - height * 0.62, width * 0.4, height * 0.34), light=0.15)
            sheet.shade(area(*[(px + (width * 0.72 if index in (0, 3) else 0), py) for index, (px, py) in enumerate(book.points)]), key=0.42)
            x += width + sheet.random.choice((1, 2, 3))
    floor = 1040.0
    cat = blob([(1000, floor), (1010, floor - 70), (1080, floor - 130), (1190, floor - 138), (1280, floor - 100), (1350, floor - 40), (1360, floor), (1180, floor + 4)])
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
    sheet.paint(stroke(22, *curve([(1350, floor - 10), (1280, floor + 2), (1160, floor - 8), (1110, floor - 2)])), light=1.0, warm=0.6)


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
    sheet.glaze(area((740, -10), (860, -10), (1240, 960), (360, 960)), light=Fade(0.9, 0.45), key=Fade(0.25, 0.5), warm=Fade(0.2, 0.4))
    sheet.paint(ellipse(800, 950, 470, 96), light=0.95, warm=0.4, key=0.05)
    sheet.shade(ellipse(820, 966, 280, 36), key=0.75)
    body = Area((*curve([(600, 800), (700, 772), (860, 760), (1010, 720), (1080, 776), (1050, 830), (900, 846), (600, 846)]),))
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


def tide_pool(sheet: Sheet) -> None:
    """A rock pool from above: a starfish, anemones, a crab and a reflected sky."""
    sheet.fill(key=0.68, cool=0.45, warm=0.2)
    for _ in range(190):
        x, y, size = sheet.random.uniform(0, 1600), sheet.random.uniform(0, 1067), sheet.random.uniform(30, 120)
        points = [(x + size * sheet.random.uniform(0.6, 1) * math.cos(a), y + size * sheet.random.uniform(0.5, 0.9) * math.sin(a)) for a in (0, 1, 2, 3, 4, 5)]
        sheet.glaze(blob(points), key=sheet.random.uniform(0.5, 0.85))
    pool = blob([(240, 300), (520, 150), (860, 190), (1180, 130), (1400, 330), (1380, 640), (1450, 830), (1120, 930), (820, 880), (480, 950), (220, 780), (300, 540)])
    sheet.paint(Area(tuple((x - 12, y - 16) for x, y in pool.points)), key=0.95)
    sheet.paint(pool, cool=Fade(0.28, 0.95, "right"), light=Fade(1.0, 0.3, "right"))
    with sheet.inside(pool):
        for depth in range(4):
            inner = Area(tuple((800 + (x - 800) * (0.88 - depth * 0.14), 540 + (y - 540) * (0.88 - depth * 0.14)) for x, y in pool.points))
            sheet.shade(inner, cool=0.55 + depth * 0.14, key=0.02 + depth * 0.07)
        for _ in range(150):
            sheet.paint(ellipse(sheet.random.uniform(220, 1430), sheet.random.uniform(160, 940), sheet.random.uniform(5, 17)), **sheet.random.choice(({"light": 0.8}, {"light": 0.2}, {"warm": 0.35, "light": 0.6}, {"key": 0.45, "cool": 0.4})))
        for x, y, size, tones in ((1130, 380, 96, {"warm": 0.95}), (1250, 520, 66, {"warm": 0.7, "light": 1.0}), (470, 770, 84, {"warm": 0.95}), (590, 830, 54, {"light": 1.0, "warm": 0.3})):
            sheet.shade(ellipse(x + 14, y + 18, size), key=0.55)
            for arm in range(26):
                angle = arm * 6.283 / 26
                far = size * sheet.random.uniform(0.85, 1.15)
                sheet.paint(stroke(size * 0.13, (x, y), (x + far * math.cos(angle), y + far * math.sin(angle))), **tones)
            sheet.paint(ellipse(x, y, size * 0.46), light=1.0, warm=0.35)
            sheet.paint(ellipse(x, y, size * 0.15), key=0.7, warm=0.8)
        _starfish(sheet, (730, 500), 190)
        for glint in ([(330, 420), (520, 300), (800, 290)], [(420, 470), (560, 390), (700, 370)], [(960, 770), (1100, 720), (1240, 740)]):
            sheet.glaze(stroke(9, *curve(glint)), cool=0.06, key=0.0)
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
            sheet.paint(ellipse(centre[0] + (tip[0] - centre[0]) * along, centre[1] + (tip[1] - centre[1]) * along, 9 - along * 4), light=0.5)


def balcony(sheet: Sheet) -> None:
    """A balcony full of plants in the morning, the city pale behind."""
    sheet.fill(light=Fade(0.3, 0.95), warm=Fade(0.1, 0.4), cool=Fade(0.22, 0.0))
    sheet.paint(ellipse(1190, 300, 130), warm=0.45, light=1.0)
    x = -10.0
    while x < 1600:
        width, height = sheet.random.uniform(80, 190), sheet.random.uniform(160, 460)
        sheet.paint(rectangle(x, 800 - height, width, 400), cool=0.3, warm=0.14, light=0.3)
        for row in range(int(height / 44)):
            for column in range(int(width / 40)):
                sheet.shade(rectangle(x + 14 + column * 40, 816 - height + row * 44, 17, 24), cool=0.55)
        x += width + 6
    sheet.paint(rectangle(0, 0, 70, 1067), cool=0.8, key=0.55)
    sheet.paint(rectangle(1530, 0, 70, 1067), cool=0.8, key=0.55)
    for bar in range(70, 1530, 44):
        sheet.paint(rectangle(bar, 640, 8, 330), key=0.92)
    sheet.paint(rectangle(40, 626, 1520, 20), key=0.95)
    sheet.paint(rectangle(0, 950, 1600, 120), warm=0.5, light=0.9, key=0.18)
    pots = ((180, 170, {"warm": 1.0}), (420, 130, {"light": 0.2}), (610, 190, {"warm": 0.8, "key": 0.2}), (860, 140, {"cool": 0.8}), (1080, 200, {"warm": 1.0}), (1340, 170, {"light": 1.0, "warm": 0.2}))
    for x0, size, pot in pots:
        for stem in range(7):
            lean = (stem - 3) * size * 0.2 + sheet.random.uniform(-20, 20)
            frond(sheet, (x0 + stem * 5 - 15, 1010 - size), size * sheet.random.uniform(1.4, 2.7), lean, cool=sheet.random.choice((0.75, 0.95)), light=sheet.random.choice((0.4, 1.0)), key=sheet.random.choice((0.05, 0.3)))
        if size > 150:
            for _ in range(9):
                fx, fy = x0 + sheet.random.gauss(0, size * 0.5), 1010 - size * sheet.random.uniform(1.5, 2.6)
                for petal in range(5):
                    sheet.paint(ellipse(fx + 15 * math.cos(petal * 1.257), fy + 15 * math.sin(petal * 1.257), 13), warm=0.95 if size == 170 else 0.5, light=0.3)
                sheet.paint(ellipse(fx, fy, 8), light=1.0)
        body = area((x0 - size * 0.5, 1010 - size), (x0 + size * 0.5, 1010 - size), (x0 + size * 0.36, 1016), (x0 - size * 0.36, 1016))
        sheet.paint(body, **pot)
        sheet.shade(area((x0 + size * 0.1, 1010 - size), (x0 + size * 0.5, 1010 - size), (x0 + size * 0.36, 1016), (x0 + size * 0.1, 1016)), key=0.45)
        sheet.paint(rectangle(x0 - size * 0.55, 1000 - size, size * 1.1, size * 0.17), **pot)
        sheet.shade(rectangle(x0 - size * 0.55, 1000 - size + size * 0.14, size * 1.1, size * 0.06), key=0.5)


def ridges(sheet: Sheet) -> None:
    """Mountain ridges one behind another in morning mist, two walkers on the nearest."""
    sheet.fill(light=Fade(0.25, 1.0), warm=Fade(0.35, 0.2))
    sheet.paint(ellipse(560, 330, 150), warm=0.85, light=0.9)
    streaks(sheet, 90, 300, 7, light=0.1, warm=0.15)
    for layer in range(7):
        level, rise = 400 + layer * 92, 105 + layer * 10
        line = ridge(sheet.random, (-20, level + sheet.random.uniform(-50, 50)), (1620, level + sheet.random.uniform(-50, 50)), rise)
        dark = layer / 6
        sheet.paint(under(line, level + 330), cool=Fade(0.25 + 0.7 * dark, 0.06 + 0.3 * dark), key=Fade(0.75 * dark**1.6, 0.02), warm=Fade(0.22 * (1 - dark), 0.18), light=0.3 * (1 - dark))
    line = ridge(sheet.random, (-20, 960), (1640, 880), 36)
    sheet.paint(under(line, 1080), key=0.96, warm=0.4)
    for index in (60, 70):
        walker(sheet, (line[index][0], line[index][1] + 4), 118, {"warm": 1.0} if index == 60 else {"light": 1.0})
    for index in (8, 18, 24, 196, 214, 228, 240, 250):
        pine(sheet, (line[index][0], line[index][1] + 10), sheet.random.uniform(110, 250), key=0.98, warm=0.3)
    birds(sheet, (1120, 260), 7, 20)


def night_market(sheet: Sheet) -> None:
    """Stalls under strings of paper lanterns, people passing."""
    sheet.fill(key=Fade(0.96, 0.75), cool=Fade(0.4, 0.1), warm=Fade(0.1, 0.6))
    for stall in range(5):
        x = -30 + stall * 340.0
        sheet.paint(rectangle(x, 520, 300, 360), warm=0.75, light=1.0, key=0.15)
        for row in range(2):
            for item in range(7):
                sheet.paint(ellipse(x + 32 + item * 40, 620 + row * 74, 17, 22), **sheet.random.choice(({"warm": 1.0}, {"light": 0.4}, {"cool": 0.9, "light": 1.0}, {"key": 0.6, "warm": 0.5})))
            sheet.shade(rectangle(x, 644 + row * 74, 300, 8), key=0.8)
        sheet.paint(rectangle(x, 780, 300, 150), cool=0.7, key=0.62)
        for stripe in range(6):
            tones: Tones = {"warm": 1.0} if stripe % 2 else {"light": 0.15}
            left = x - 16 + stripe * 55.4
            sheet.paint(area((left + 14, 440), (left + 66, 440), (left + 55, 536), (left, 536)), **tones)
            sheet.paint(Area(tuple(arc((left + 27.6, 536), 27.6, 22, 0, 180))), **tones)
        sheet.paint(ellipse(x + 150, 600, 29, 33), light=0.75, warm=0.36)
        sheet.paint(rounded((x + 112, 632, 76, 150), 26), **sheet.random.choice(({"cool": 0.9}, {"light": 0.1}, {"key": 0.7})))
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
        walker(sheet, (x + sheet.random.uniform(-40, 40), 1060), height, sheet.random.choice(({"key": 0.95, "cool": 0.4}, {"key": 0.8, "warm": 0.8}, {"cool": 0.9, "key": 0.6})), facing=sheet.random.choice((-1, 1)))


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
                sheet.paint(blob([(bx, ly), (bx + side * 40, ly + 6), (bx + side * 96, ly + 44), (bx + side * 36, ly + 24)]), cool=0.95, light=1.0, key=0.22)
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
