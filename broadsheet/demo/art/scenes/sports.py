"""Scenes for the Sports section: the geometry of pitches, lanes, boards and targets."""

import math

from broadsheet.demo.art.figures import Look, Tones, bust, from_above
from broadsheet.demo.art.nature import stars
from broadsheet.demo.art.shapes import Area, Point, area, arc, blob, curve, ellipse, rectangle, ring, rounded, stroke
from broadsheet.demo.art.sheet import Fade, Sheet


def _stripes(sheet: Sheet, number: int) -> None:
    sheet.fill(cool=0.8, light=0.9)
    width = sheet.width / number
    for stripe in range(0, number, 2):
        sheet.paint(rectangle(stripe * width, 0, width, sheet.height), cool=0.98, light=0.8, key=0.1)


def floodlights(sheet: Sheet) -> None:
    """A stadium at night from the top row, four masts of light over the pitch."""
    sheet.fill(key=Fade(0.98, 0.62), cool=Fade(0.4, 0.1), warm=Fade(0.0, 0.25))
    stars(sheet, 90, 300)
    for side in (-1, 1):
        for x, top, size in ((800 + side * 640, 130, 1.0), (800 + side * 380, 240, 0.66)):
            sheet.glaze(area((x, top), (800 - side * 480, 900), (800 + side * 560, 900)), light=Fade(0.55, 0.2), key=Fade(0.42, 0.5))
            sheet.paint(stroke(13 * size, (x, top), (x, 640)), key=1)
            sheet.paint(rounded((x - 78 * size, top - 52 * size, 156 * size, 92 * size), 8), key=1)
            for lamp in range(12):
                lx, ly = x - 58 * size + (lamp % 4) * 39 * size, top - 32 * size + (lamp // 4) * 27 * size
                sheet.paint(ellipse(lx, ly, 12 * size), light=0.5)
    for tier in range(9):
        y = 486 + tier * 21
        sheet.paint(area((-20, y + 40), (300 - tier * 26, y), (1300 + tier * 26, y), (1620, y + 40), (1620, y + 90), (-20, y + 90)), key=0.92 - tier * 0.03, cool=0.3)
        for _ in range(110):
            sheet.paint(ellipse(sheet.random.uniform(0, 1600), y + 16 + sheet.random.uniform(-5, 5), 4.2), **sheet.random.choice(({"warm": 1.0}, {"light": 0.9}, {"key": 0.5}, {"light": 0.2}, {"warm": 0.5, "light": 1.0})))
    pitch = area((430, 680), (1170, 680), (1560, 1000), (40, 1000))
    sheet.paint(pitch, cool=0.9, light=1.0)
    with sheet.inside(pitch):
        for stripe in range(0, 12, 2):
            left, right = 430 + 740 * stripe / 12, 430 + 740 * (stripe + 1) / 12
            sheet.shade(area((left, 680), (right, 680), (40 + 1520 * (stripe + 1) / 12, 1000), (40 + 1520 * stripe / 12, 1000)), key=0.22, cool=1.0)
        line = {"light": 0.05}
        sheet.paint(stroke(5, (800, 680), (800, 1000)), **line)
        sheet.paint(stroke(5, *arc((800, 812), 170, 62, 0, 360)), **line)
        for side in (-1, 1):
            sheet.paint(stroke(5, (800 + side * 430, 752), (800 + side * 290, 752), (800 + side * 368, 900), (800 + side * 640, 900)), **line)
    for _ in range(11):
        for tones in ({"warm": 1.0}, {"light": 0.1}):
            x, y = sheet.random.uniform(380, 1220), sheet.random.uniform(720, 960)
            size = 10 + (y - 700) * 0.05
            sheet.shade(stroke(size * 0.4, (x, y), (x + size * 2, y + size * 0.6)), key=0.7)
            sheet.paint(rounded((x - size * 0.4, y - size * 2, size * 0.8, size * 2), 4), **tones)
            sheet.paint(ellipse(x, y - size * 2.3, size * 0.4), key=0.9)
    sheet.paint(rectangle(0, 1000, 1600, 70), key=1)
    for x in range(30, 1600, 74):
        head = 1010 + sheet.random.uniform(-16, 8)
        sheet.paint(ellipse(x, head, 24), key=1)
        sheet.paint(ellipse(x, head + 52, 42, 38), key=1)


def pitch_plan(sheet: Sheet) -> None:
    """A pitch from straight above with one move drawn across it."""
    _stripes(sheet, 14)
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
    reds = [(300, 533), (420, 250), (440, 800), (640, 390), (660, 660), (840, 200), (900, 533), (1010, 840), (1180, 330), (1230, 640)]
    whites = [(1440, 520), (1300, 240), (1310, 480), (1290, 740), (1120, 520), (1080, 180), (980, 380), (960, 700), (720, 520), (560, 300)]
    move: list[tuple[Point, Point, float]] = [((440, 800), (640, 390), -60), ((640, 390), (1010, 840), 90), ((1010, 840), (1330, 610), -90), ((1330, 610), (1525, 470), -20)]
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


def title_night(sheet: Sheet) -> None:
    """A stand full of people with banners and paper strips falling."""
    sheet.fill(key=0.85, warm=0.4)
    colours = ({"warm": 1.0}, {"warm": 0.85, "key": 0.25}, {"light": 0.95}, {"key": 0.7}, {"light": 0.15}, {"warm": 0.6, "light": 1.0})
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
                    sheet.paint(stroke(size * 0.3, (x + side * size * 0.5, top + size * 0.6), (x + side * size * 0.85, top - size * 0.9)), **coat)
            sheet.paint(rounded((x - size * 0.72, top + size * 0.3, size * 1.44, size * 2), size * 0.5), **coat)
            sheet.paint(ellipse(x, top, size * 0.42, size * 0.48), light=0.6, warm=sheet.random.choice((0.2, 0.35, 0.6)), key=sheet.random.choice((0.0, 0.1, 0.4)))
            sheet.paint(Area(tuple(arc((x, top - size * 0.08), size * 0.44, size * 0.44, 180, 360))), key=0.95)
    for x, y, width, turn in ((250, 330, 420, 26), (1010, 250, 470, -30), (640, 650, 520, 18)):
        wave = curve([(x, y), (x + width * 0.3, y - turn), (x + width * 0.7, y + turn), (x + width, y)])
        cloth = Area((*wave, *[(px, py + 130) for px, py in reversed(wave)]))
        sheet.shade(Area(tuple((px + 14, py + 22) for px, py in cloth.points)), key=0.9)
        sheet.paint(cloth, warm=1.0)
        with sheet.inside(cloth):
            sheet.paint(stroke(30, *[(px, py + 65) for px, py in wave]), light=0.05)
            sheet.shade(rectangle(x + width * 0.52, y - 80, width * 0.2, 300), key=0.4)
    for _ in range(320):
        x, y = sheet.random.uniform(0, 1600), sheet.random.uniform(0, 1067)
        angle, long = sheet.random.uniform(0, 6.28), sheet.random.uniform(8, 26)
        sheet.paint(stroke(sheet.random.uniform(4, 9), (x, y), (x + long * math.cos(angle), y + long * math.sin(angle))), light=sheet.random.choice((0.0, 0.2, 1.0)))


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
        y = dash * 128
        sheet.paint(stroke(8, (1014 - y * 0.25, y), (1000 - y * 0.25, y + 60)), light=1.0)
    for _ in range(64):
        y = sheet.random.uniform(20, 1050)
        x = 690 - y * 0.265 + sheet.random.uniform(50, 590)
        coat = sheet.random.choice(({"warm": 1.0}, {"light": 1.0}, {"light": 0.1}, {"key": 0.9}, {"cool": 1.0, "key": 0.1}, {"warm": 0.6, "light": 1.0}))
        from_above(sheet, (x, y), 44, (168, 46), coat)
    for x, y in ((1420, 160), (1380, 420), (1470, 640), (1290, 900), (1500, 1000)):
        sheet.shade(ellipse(x + 60, y + 26, 100, 60), key=0.55)
        for _ in range(9):
            sheet.paint(ellipse(x + sheet.random.gauss(0, 30), y + sheet.random.gauss(0, 26), sheet.random.uniform(24, 42)), cool=0.95, light=0.7, key=sheet.random.choice((0.1, 0.3)))


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
        sheet.paint(blob([(x - 150, y - 8), (x - 20, y - 30), (x + 44, y - 34), (x + 52, y + 34), (x - 20, y + 28), (x - 150, y + 10)]), **skin)
        sheet.paint(blob([(x - 150, y - 12), (x - 60, y - 25), (x - 30, y), (x - 60, y + 25), (x - 150, y + 14)]), key=0.9, cool=0.5)
        reach = -1 if lane % 2 else 1
        sheet.paint(stroke(22, *curve([(x + 30, y + reach * 26), (x + 96, y + reach * 46), (x + 172, y + reach * 20)])), **skin)
        sheet.paint(stroke(22, *curve([(x + 24, y - reach * 28), (x - 20, y - reach * 62), (x - 86, y - reach * 52)])), **skin)
        sheet.paint(ellipse(x + 84, y, 34, 29), **({"warm": 1.0} if lane == 2 else {"light": 0.9}))


def go_board(sheet: Sheet) -> None:
    """The middle of a baduk board late in a game, seen from above."""
    sheet.fill(light=1.0, warm=0.26)
    for grain in range(46):
        x = grain * 36
        sheet.shade(stroke(3, *curve([(x, -10), (x + sheet.random.uniform(-26, 26), 350), (x + sheet.random.uniform(-26, 26), 700), (x, 1090)])), warm=0.42)
    step, left, top = 104, 70, 62
    for line in range(15):
        sheet.paint(rectangle(left + line * step - 1.5, 0, 3, 1067), key=0.95)
        sheet.paint(rectangle(0, top + line * step - 1.5, 1600, 3), key=0.95)
    for x, y in ((3, 4), (9, 4)):
        sheet.paint(ellipse(left + x * step, top + y * step, 10), key=1)
    black = [(2, 1), (3, 2), (3, 3), (4, 4), (5, 4), (5, 5), (6, 6), (7, 6), (8, 7), (9, 7), (10, 5), (10, 4), (11, 3), (12, 3), (7, 3), (8, 2), (2, 6), (3, 7), (4, 8), (12, 8)]
    white = [(3, 1), (4, 2), (4, 3), (5, 3), (6, 4), (6, 5), (7, 5), (8, 6), (9, 6), (9, 5), (9, 4), (9, 3), (10, 2), (11, 1), (3, 5), (2, 5), (4, 6), (5, 7), (6, 8), (11, 7), (13, 5)]
    for stones, tones in ((black, {"key": 1.0}), (white, {"light": 0.02})):
        for x, y in stones:
            px, py = left + x * step + sheet.random.uniform(-4, 4), top + y * step + sheet.random.uniform(-4, 4)
            sheet.shade(ellipse(px + 13, py + 16, 48), key=0.8)
            sheet.paint(ellipse(px, py, 48), **tones)
            if tones.get("key"):
                sheet.glaze(ellipse(px - 15, py - 16, 18), key=0.68)
            else:
                sheet.shade(ring((px, py), 48, 34, -30, 120), key=0.3)
    px, py = left + 8 * step, top + 4 * step
    sheet.shade(ellipse(px + 30, py + 44, 48), key=0.7)
    sheet.paint(ellipse(px, py, 48), key=1.0)
    sheet.paint(ellipse(px, py, 17), warm=1.0)
    hand = {"light": 0.7, "warm": 0.42}
    for fingers in ([(1640, 120), (1330, 260), (1090, 380), (930, 466)], [(1640, 220), (1340, 330), (1110, 430), (952, 500)]):
        sheet.shade(stroke(74, *[(x + 34, y + 54) for x, y in curve(fingers)]), key=0.6)
    for fingers in ([(1640, 220), (1340, 330), (1110, 430), (952, 500)], [(1640, 120), (1330, 260), (1090, 380), (930, 466)]):
        sheet.paint(stroke(66, *curve(fingers)), **hand)
        sheet.paint(ellipse(fingers[-1][0] + 6, fingers[-1][1] - 4, 22, 16), light=0.3, warm=0.2)
    sheet.paint(area((1420, 40), (1640, -60), (1640, 420), (1500, 380)), cool=1.0, key=0.3)


def target(sheet: Sheet) -> None:
    """An archery target with six arrows close round the centre and their shadows."""
    sheet.fill(cool=Fade(0.75, 0.95), light=Fade(1.0, 0.7))
    for blade in range(240):
        x, y = sheet.random.uniform(0, 1600), sheet.random.uniform(300, 1100)
        sheet.shade(stroke(4, (x, y), (x + sheet.random.uniform(-14, 14), y - sheet.random.uniform(30, 80))), key=0.35)
    x, y = 690.0, 540.0
    sheet.shade(ellipse(x + 60, y + 56, 500), key=0.75)
    bands = ({"light": 0.05}, {"light": 0.05}, {"key": 0.9}, {"key": 0.9}, {"cool": 0.5, "key": 0.35}, {"cool": 0.5, "key": 0.35}, {"warm": 1.0}, {"warm": 1.0}, {"light": 1.0}, {"light": 1.0})
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
            sheet.paint(area((tip[0] - 96, tip[1] + 27), (tip[0] - 64, tip[1] + 18 + side * 36), (tip[0] + 2, tip[1] + side * 34), (tip[0] - 6, tip[1] + 2)), **({"warm": 1.0} if side == 1 else {"light": 1.0}))
        sheet.paint(ellipse(px, py, 9), key=1)


def mown(sheet: Sheet) -> None:
    """A groundsman and his mower drawing stripes on a pitch, from above."""
    sheet.fill(cool=0.72, light=1.0)
    for stripe in range(0, 15, 2):
        sheet.paint(area((stripe * 110 - 90, -10), (stripe * 110 + 20, -10), (stripe * 110 + 110, 1080), (stripe * 110, 1080)), cool=0.98, light=0.85, key=0.14)
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
    look = Look("bun", hair_tones=(("key", 1.0), ("warm", 0.4)), skin=(("light", 0.8), ("warm", 0.5), ("key", 0.08)), clothes=(("light", 1.0), ("warm", 0.25)))
    bust(sheet, (530, 610), 440, look)
    for side in (-1, 1):
        glove = rounded((530 + side * 330 - 112, 1010, 224, 300), 80)
        sheet.shade(Area(tuple((x + 20, y + 24) for x, y in glove.points)), key=0.8)
        sheet.paint(glove, warm=1.0)
        for finger in range(4):
            sheet.paint(rounded((530 + side * 330 - 110 + finger * 57, 950, 50, 160), 25), warm=1.0)
            sheet.shade(rounded((530 + side * 330 - 80 + finger * 57, 960, 20, 150), 10), key=0.4)
        sheet.paint(rectangle(530 + side * 330 - 112, 1240, 224, 60), key=0.9)
