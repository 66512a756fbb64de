"""Scenes for the Asia section: a volcano and those who live under it, homes, a bridge and a court."""

from broadsheet.demo.art.figures import Tones, umbrella, walker
from broadsheet.demo.art.nature import birds, cloud, frond, glitter, hills, pine, sea, stars, streaks, sun, swell, tree
from broadsheet.demo.art.shapes import Area, Point, area, arc, blob, curve, ellipse, rectangle, ridge, rounded, stroke, under
from broadsheet.demo.art.sheet import Fade, Sheet, Tone
from broadsheet.demo.art.town import boat, bridge, house, roofs, skyline, tower, windows


def _cone(sheet: Sheet, peak: Point, half: float, floor: float, **tones: Tone) -> Area:
    x, y = peak
    left = curve([(x - half, floor), (x - half * 0.5, y + (floor - y) * 0.72), (x - half * 0.22, y + (floor - y) * 0.33), (x - half * 0.09, y)])
    right = curve([(x + half * 0.09, y + 6), (x + half * 0.24, y + (floor - y) * 0.33), (x + half * 0.54, y + (floor - y) * 0.72), (x + half * 1.08, floor)])
    outline = Area((*left, (x - half * 0.03, y + 16), (x + half * 0.04, y + 14), *right))
    sheet.paint(outline, **tones)
    with sheet.inside(outline):
        for gully in range(-4, 6):
            spread = gully * half * 0.2
            line = curve([(x + gully * half * 0.016, y), (x + spread * 0.4, y + (floor - y) * 0.4), (x + spread, floor)])
            sheet.shade(stroke(9, *line), key=0.4)
        sheet.shade(Area((*curve([(x, y), (x + half * 0.08, y + (floor - y) * 0.4), (x + half * 0.02, floor)]), (x + half * 1.2, floor), (x + half * 0.3, y))), key=Fade(0.8, 0.35))
    return outline


def _plume(sheet: Sheet, vent: Point, reach: Point, puffs: int, **tones: Tone) -> None:
    """Smoke from a vent towards `reach`, widening as it goes."""
    for puff in range(puffs):
        along = puff / (puffs - 1)
        x = vent[0] + (reach[0] - vent[0]) * along**1.5 + sheet.random.gauss(0, 26 * along + 5)
        y = vent[1] + (reach[1] - vent[1]) * along**0.8 + sheet.random.gauss(0, 22 * along + 2)
        radius = 24 + 118 * along * sheet.random.uniform(0.6, 1.1)
        sheet.paint(ellipse(x, y, radius), **tones)
        sheet.shade(ellipse(x + radius * 0.22, y + radius * 0.24, radius * 0.78), key=Fade(0.18, 0.6))
        sheet.glaze(ellipse(x - radius * 0.28, y - radius * 0.3, radius * 0.42), key=0.06)


def volcano_watch(sheet: Sheet) -> None:
    """A green cone at daybreak with one thread of steam, terraces below it."""
    sheet.fill(light=Fade(0.15, 1.0), warm=Fade(0.0, 0.55), cool=Fade(0.42, 0.0))
    sun(sheet, (330, 520), 120, light=0.75, warm=0.12)
    streaks(sheet, 150, 420, 8, light=0.1, warm=0.15)
    _plume(sheet, (930, 236), (1130, 60), 8, light=0.12)
    _cone(sheet, (930, 240), 700, 760, cool=Fade(0.72, 0.42), key=Fade(0.35, 0.0), warm=Fade(0.2, 0.0))
    hills(sheet, 730, 50, cool=0.8, light=0.5)
    for step in range(8):
        y = 740 + step**1.28 * 25
        wave = curve([(x, y + 16 * (1 if (x // 200 + step) % 2 else -1) + sheet.random.uniform(-6, 6)) for x in range(-200, 1900, 200)])
        tones: Tones = {"cool": 0.35 + step * 0.08, "light": 1.0} if step % 2 else {"light": 0.75, "cool": 0.08, "warm": 0.1}
        sheet.paint(under(wave, 1080), **tones)
        sheet.shade(stroke(4, *wave), key=0.6)
    house(sheet, (250, 884), 74, {"warm": 1.0})
    house(sheet, (350, 900), 60, {"warm": 0.9, "key": 0.2})
    walker(sheet, (620, 975), 92, {"warm": 1.0})
    for x in (40, 110, 1500, 1570):
        frond(sheet, (x, 1080), 250, -40 if x > 800 else 40, cool=0.95, key=0.62)


def evacuation(sheet: Sheet) -> None:
    """Fishing boats in a line carrying people away from an island under smoke."""
    sheet.fill(cool=Fade(0.55, 0.2), light=Fade(0.3, 0.8), warm=Fade(0.1, 0.42))
    _plume(sheet, (380, 300), (1150, 70), 18, light=0.3, warm=0.14, key=0.16)
    _cone(sheet, (380, 300), 480, 600, cool=0.8, key=0.62)
    sea(sheet, 590, cool=Fade(0.55, 1.0), key=Fade(0.0, 0.5), light=Fade(0.5, 0.0))
    swell(sheet, 590, 240, key=0.5)
    swell(sheet, 590, 80, cool=0.15, light=0.3, key=0.0)
    spots = ((330, 640, 84), (520, 676, 110), (700, 636, 80), (770, 730, 150), (1010, 690, 118), (1040, 812, 210), (1330, 750, 150), (420, 880, 300))
    for x, y, length in spots:
        wake = area((x + length, y - 3), (x + length * 2.2, y - 2), (x + length * 1.7, y + length * 0.05), (x + length * 0.9, y + 3))
        sheet.glaze(wake, cool=0.12, key=0.0)
        sheet.shade(ellipse(x + length * 0.5, y + 5, length * 0.52, length * 0.05), key=0.7)
        for person in range(5):
            px = x + length * (0.06 + 0.095 * person)
            tones: Tones = sheet.random.choice(({"warm": 1.0}, {"light": 1.0}, {"cool": 0.3}, {"warm": 0.7, "light": 1.0}))
            sheet.paint(rounded((px - length * 0.03, y - length * 0.3, length * 0.065, length * 0.18), 3), **tones)
            sheet.paint(ellipse(px, y - length * 0.33, length * 0.03), key=0.85, warm=0.4)
        boat(sheet, (x, y), length, warm=0.95 if length > 140 else 0.7, key=0.35)
    birds(sheet, (1240, 390), 8, 18)


def eruption(sheet: Sheet) -> None:
    """A cone erupting at night, its fire doubled in a lake."""
    sheet.fill(cool=Fade(1.0, 0.8), key=Fade(0.98, 0.45), warm=Fade(0.0, 0.4))
    stars(sheet, 140, 460)
    x, y, shore = 820.0, 330.0, 760.0
    _plume(sheet, (x, y - 40), (1180, -30), 17, warm=0.5, key=0.45, light=0.3)
    for _ in range(120):
        lean, rise = sheet.random.gauss(0, 0.32), sheet.random.uniform(60, 330)
        path = curve([(x, y), (x + lean * rise * 0.6, y - rise * 0.8), (x + lean * rise * 1.5, y - rise), (x + lean * rise * 2.3, y - rise * 0.72)])
        sheet.paint(stroke(sheet.random.uniform(1.6, 4.2), *path[8 : 8 + sheet.random.randrange(4, 20)]), light=1, warm=sheet.random.choice((0.2, 0.65)))
    jet = Area((*curve([(x - 30, y + 16), (x - 50, y - 120), (x - 14, y - 280)]), *curve([(x + 22, y - 270), (x + 62, y - 120), (x + 36, y + 16)])))
    sheet.paint(jet, warm=Fade(0.25, 1.0), light=1.0)
    sheet.paint(blob([(x - 18, y + 10), (x - 22, y - 90), (x + 4, y - 190), (x + 24, y - 90), (x + 18, y + 10)]), light=0.8)
    cone = _cone(sheet, (x, y), 760, shore, key=Fade(0.82, 1.0), cool=0.7, warm=Fade(0.7, 0.0))
    with sheet.inside(cone):
        for turns, width in (((0, -40, -130, -90, -220), 15), ((0, 34, 20, 120, 170), 13), ((0, -8, 40, 10, 40), 9)):
            flow = curve([(x + turn, y + 4 + step * 105) for step, turn in enumerate(turns)])
            for grow, tones in ((3.2, {"warm": 0.75}), (1.5, {"warm": 1.0, "light": 0.8}), (0.5, {"light": 1.0})):
                if grow > 3:
                    sheet.shade(stroke(width * grow, *flow), **tones)
                else:
                    sheet.paint(stroke(width * grow, *flow), **tones)
    sheet.paint(rectangle(0, shore, 1600, 310), key=Fade(0.75, 0.98), cool=0.9, warm=Fade(0.3, 0.0))
    glitter(sheet, x, shore, 150, warm=1.0, light=0.9, key=0.0, cool=0.0)
    for light in range(26):
        px = sheet.random.choice((sheet.random.uniform(20, 420), sheet.random.uniform(1180, 1580)))
        sheet.paint(rectangle(px, shore - sheet.random.uniform(6, 40), 6, 5), light=1.0)
    pine(sheet, (90, 1080), 330, key=1, cool=0.6)
    pine(sheet, (220, 1090), 250, key=1, cool=0.6)
    pine(sheet, (1500, 1085), 300, key=1, cool=0.6)


def ashfall(sheet: Sheet) -> None:
    """A street under falling ash; one bright umbrella."""
    sheet.fill(key=Fade(0.42, 0.14), light=0.3, warm=0.08)
    skyline(sheet, 640, (220, 420), 0, key=0.32, light=0.25)
    for side in (0, 1):
        for step in range(4):
            depth = 1 - step * 0.22
            width, height = 230 * depth, 760 * depth
            x = -40 + step * 170 if side == 0 else 1640 - step * 170 - width
            top = 660 - height * 0.62
            sheet.paint(rectangle(x, top, width, 700), key=0.62 - step * 0.11, light=0.3)
            windows(sheet, (x + 12, top + 20, width - 24, height * 0.7), (4, 7), 0.12)
            awning = area((x, 640), (x + width, 640), (x + width + (36 if side == 0 else 0), 690), (x - (36 if side else 0), 690))
            sheet.paint(awning, warm=0.55, key=0.3)
    sheet.paint(area((640, 640), (960, 640), (1700, 1080), (-100, 1080)), key=Fade(0.16, 0.3), light=0.22)
    for x, y, size, coat in ((700, 720, 120, {"key": 0.8}), (880, 735, 130, {"cool": 0.7, "key": 0.4}), (560, 850, 230, {"key": 0.9}), (1120, 960, 330, {"cool": 0.9, "key": 0.35})):
        sheet.shade(ellipse(x, y + 3, size * 0.3, size * 0.035), key=0.7)
        walker(sheet, (x, y), size, coat, facing=1 if x < 800 else -1)
        canopy: Tones = {"warm": 1.0} if size == 330 else {"key": 0.75, "cool": 0.4}
        umbrella(sheet, (x, y - size * 1.12), size * 0.82, **canopy)
    for _ in range(520):
        size = sheet.random.choice((1.6, 2.4, 3.6, 5.4))
        sheet.paint(ellipse(sheet.random.uniform(0, 1600), sheet.random.uniform(0, 1067), size, size * 0.7), key=sheet.random.choice((0.05, 0.3)))


def sweeping(sheet: Sheet) -> None:
    """A man sweeping ash from a tin roof, new green behind him."""
    sheet.fill(cool=Fade(0.5, 0.1), light=Fade(0.15, 0.7))
    _cone(sheet, (1130, 300), 560, 780, key=0.42, cool=0.35)
    cloud(sheet, (1190, 300), 420, light=0.1)
    hills(sheet, 720, 90, cool=0.6, light=0.7)
    for x in range(40, 1600, 90):
        tree(sheet, (x, 850), sheet.random.uniform(110, 190), cool=0.75, light=0.9)
    roof = area((-20, 940), (1000, 620), (1640, 830), (1640, 1080), (-20, 1080))
    sheet.paint(roof, warm=0.9, light=0.4)
    with sheet.inside(roof):
        for rib in range(-400, 2100, 46):
            sheet.shade(stroke(5, (rib + 420, 560), (rib, 1100)), key=0.5)
        ash = Area((*curve([(1640, 640), (1140, 640), (900, 790), (1000, 880), (880, 1000), (980, 1100)]), (1640, 1100)))
        sheet.paint(ash, key=0.25, light=0.15)
        for _ in range(420):
            sheet.shade(ellipse(sheet.random.uniform(880, 1600), sheet.random.uniform(640, 1060), sheet.random.uniform(1, 4)), key=0.6)
    walker(sheet, (760, 862), 330, {"cool": 1.0, "key": 0.15}, facing=1)
    sheet.paint(stroke(9, (742, 640), (960, 840)), light=1.0, warm=0.5, key=0.25)
    sheet.paint(area((930, 806), (978, 850), (1040, 912), (930, 896)), light=1.0, warm=0.3)
    sheet.paint(stroke(20, (744, 620), (800, 672), (838, 716)), cool=1.0, key=0.25)
    sheet.paint(area((690, 535), (830, 535), (795, 512), (725, 512)), light=1.0, warm=0.2)
    for _ in range(60):
        sheet.paint(ellipse(1000 + abs(sheet.random.gauss(0, 120)), 860 - abs(sheet.random.gauss(0, 60)), sheet.random.uniform(2, 6)), key=0.22)


def hillside(sheet: Sheet) -> None:
    """Roofs climbing Lantern Hill at dusk, windows coming on."""
    sheet.fill(light=Fade(0.4, 1.0), warm=Fade(0.15, 0.7), cool=Fade(0.55, 0.0))
    sheet.paint(ellipse(1230, 190, 78), light=0.2)
    colours: list[dict[str, Tone]] = [{"warm": 1.0, "key": 0.15}, {"cool": 0.85, "key": 0.2}, {"warm": 0.7, "light": 1.0}, {"key": 0.75, "cool": 0.4}, {"warm": 0.9, "key": 0.4}]
    roofs(sheet, (330, 1000, 7), colours)
    for x, y, height in ((130, 620, 200), (1440, 560, 190), (760, 480, 130), (1020, 800, 230)):
        tree(sheet, (x, y), height, cool=0.95, key=0.5)


def towers(sheet: Sheet) -> None:
    """Blocks of flats at nightfall, some windows lit."""
    sheet.fill(light=Fade(0.2, 1.0), warm=Fade(0.1, 0.75), cool=Fade(0.62, 0.0))
    sheet.paint(ellipse(770, 640, 230), warm=0.95, light=0.9)
    skyline(sheet, 1067, (300, 460), 0, cool=0.5, warm=0.4)
    for x, width, height in ((90, 210, 640), (350, 170, 800), (590, 230, 560), (900, 190, 880), (1160, 230, 700), (1430, 200, 780)):
        tower(sheet, (x, 1067 - height, width, height), 0.4, cool=Fade(0.5, 0.95), key=Fade(0.15, 0.6))
    for x in range(20, 1640, 120):
        tree(sheet, (x, 1100), sheet.random.uniform(150, 200), cool=0.9, key=0.72)


def doors(sheet: Sheet) -> None:
    """A gallery of flats' doors in rows, one of them open and lit."""
    sheet.fill(cool=0.6, key=0.35)
    for row in range(3):
        y = 20.0 + row * 362
        sheet.paint(rectangle(0, y, 1600, 322), light=0.5, cool=0.18)
        for column in range(7):
            x = 40.0 + column * 226
            opened = (row, column) == (1, 4)
            tones: Tones = sheet.random.choice(({"cool": 0.95}, {"cool": 0.7, "light": 0.8}, {"warm": 0.9}, {"key": 0.75, "cool": 0.4}, {"warm": 0.6, "light": 0.9}))
            sheet.shade(rectangle(x + 10, y + 58, 116, 268), key=0.55)
            if opened:
                sheet.paint(rectangle(x, y + 50, 112, 268), light=1.0)
                sheet.paint(area((x, y + 50), (x - 52, y + 30), (x - 52, y + 342), (x, y + 318)), warm=1.0, key=0.25)
                walker(sheet, (x + 62, y + 316), 200, {"key": 0.92, "cool": 0.4}, facing=-1)
                sheet.glaze(area((x, y + 318), (x + 112, y + 318), (x + 190, y + 362), (x - 60, y + 362)), light=1.0, key=0.0, cool=0.0)
                continue
            sheet.paint(rectangle(x, y + 50, 112, 268), **tones)
            sheet.shade(rectangle(x + 84, y + 50, 28, 268), key=0.35)
            sheet.paint(ellipse(x + 94, y + 192, 6), light=0.9)
            sheet.paint(rectangle(x + 38, y + 84, 36, 20), light=0.15)
            if sheet.random.random() < 0.45:
                sheet.paint(area((x + 132, y + 318), (x + 176, y + 318), (x + 170, y + 282), (x + 138, y + 282)), warm=0.75, key=0.2)
                frond(sheet, (x + 154, y + 284), 96, sheet.random.choice((-16, 14)), cool=1.0, key=0.3)
        sheet.paint(rectangle(0, y + 322, 1600, 40), cool=0.4, key=0.62)
        for bar in range(0, 1600, 26):
            if not (row == 1 and 880 < bar < 1130):
                sheet.paint(rectangle(bar, y + 222, 4, 100), key=0.75)
        sheet.paint(rectangle(0, y + 216, 1600, 9), key=0.85)


def fog_bridge(sheet: Sheet) -> None:
    """A suspension bridge half lost in fog, one lane of lamps."""
    sheet.fill(cool=Fade(0.5, 0.14), light=Fade(0.2, 0.6), key=Fade(0.14, 0.0))
    sheet.paint(ellipse(1120, 330, 96), light=0.2, warm=0.1)
    skyline(sheet, 720, (60, 190), 0, cool=0.34, light=0.3)
    bridge(sheet, 660, (430, 1240), 470, warm=0.95, key=0.3)
    sheet.paint(rectangle(0, 890, 1600, 180), cool=Fade(0.3, 0.75), key=Fade(0.0, 0.3), light=0.3)
    for lamp in range(20, 1600, 92):
        sheet.paint(rectangle(lamp, 622, 3, 40), key=0.9)
        sheet.paint(ellipse(lamp + 1, 620, 8), light=1.0)
    for _ in range(26):
        x, y = sheet.random.uniform(-100, 1700), sheet.random.gauss(850, 26)
        sheet.paint(ellipse(x, y, sheet.random.uniform(220, 460), sheet.random.uniform(16, 40)), cool=0.14, light=0.42)
    swell(sheet, 900, 50, cool=0.9)
    boat(sheet, (300, 1000), 150, key=0.9, cool=0.6)


def girders(sheet: Sheet) -> None:
    """Riveted steel from close by, a hairline crack running through one plate."""
    sheet.fill(cool=Fade(0.45, 0.2), light=0.3)
    for width, points in ((150, ((-80, 1150), (760, 330), (1700, -260))), (150, ((-80, -200), (820, 620), (1700, 1180)))):
        sheet.shade(stroke(width, *[(x + 26, y + 34) for x, y in points]), key=0.75)
        sheet.paint(stroke(width, *points), warm=0.85, key=0.22)
        sheet.shade(stroke(width * 0.24, *[(x + 8, y + 52) for x, y in points]), key=0.6)
        sheet.glaze(stroke(7, *[(x - 6, y - 60) for x, y in points]), key=0.0)
    plate = blob([(420, 300), (800, 190), (1170, 290), (1240, 520), (1130, 760), (800, 840), (440, 760), (350, 520)])
    sheet.shade(Area(tuple((x + 22, y + 30) for x, y in plate.points)), key=0.85)
    sheet.paint(plate, warm=1.0, key=Fade(0.1, 0.5))
    for radius, number in ((150, 8), (300, 16)):
        for bolt in range(number):
            x, y = arc((798, 520), radius * 1.18, radius * 0.86, bolt * 360 / number, bolt * 360 / number + 1)[0]
            sheet.shade(ellipse(x + 9, y + 11, 26), key=0.9)
            sheet.paint(ellipse(x, y, 24), warm=0.75, key=0.2, light=0.3)
            sheet.glaze(ellipse(x - 7, y - 8, 8), key=0.0, warm=0.35)
    crack = ridge(sheet.random, (560, 210), (900, 860), 60)
    for width in (11, 6):
        sheet.paint(stroke(width, *[(x + 30 * (index % 5 - 2) / 5, y) for index, (x, y) in enumerate(crack[::12])]), key=1)
    branch = ridge(sheet.random, (760, 560), (1010, 650), 30)
    sheet.paint(stroke(5, *branch[::20]), key=1)


def courthouse(sheet: Sheet) -> None:
    """Columns and steps in hard side light; one person going up."""
    sheet.fill(warm=Fade(0.85, 0.55), light=Fade(0.9, 1.0))
    sheet.paint(area((-20, 150), (800, -90), (1620, 150), (1620, 190), (-20, 190)), light=0.3)
    sheet.shade(area((800, -90), (1620, 150), (1620, 190), (800, 40)), key=0.45)
    sheet.paint(rectangle(0, 190, 1600, 70), light=0.12)
    sheet.shade(rectangle(0, 236, 1600, 24), key=0.6)
    sheet.paint(rectangle(0, 260, 1600, 520), key=0.85, cool=0.6)
    for column in range(6):
        x = 60 + column * 270.0
        shaft = area((x, 780), (x + 12, 300), (x + 128, 300), (x + 140, 780))
        sheet.paint(shaft, light=0.2)
        with sheet.inside(shaft):
            for flute in range(1, 7):
                sheet.shade(rectangle(x + flute * 20, 290, 4, 500), key=0.42)
            sheet.shade(rectangle(x + 66, 290, 90, 500), key=Fade(0.15, 0.85, "right"))
        sheet.paint(rectangle(x - 12, 262, 164, 40), light=0.16)
        sheet.shade(rectangle(x + 80, 262, 72, 40), key=0.5)
    for step in range(8):
        sheet.paint(rectangle(0, 780 + step * 36, 1600, 20), light=0.18)
        sheet.paint(rectangle(0, 800 + step * 36, 1600, 16), light=0.5, key=0.4, cool=0.2)
    sheet.shade(area((640, 932), (700, 932), (1500, 1080), (1240, 1080)), key=0.8)
    walker(sheet, (668, 936), 190, {"warm": 1.0}, facing=-1)


def night_ferry(sheet: Sheet) -> None:
    """A lit ferry leaving the quay at night."""
    sheet.fill(cool=Fade(1.0, 0.6), key=Fade(0.95, 0.4), warm=Fade(0.0, 0.3))
    stars(sheet, 120, 420)
    hills(sheet, 560, 100, cool=0.9, key=0.75)
    for _ in range(90):
        sheet.paint(rectangle(sheet.random.uniform(0, 1600), sheet.random.uniform(545, 625), 5, 5), light=1, warm=0.2)
    sea(sheet, 630, cool=1.0, key=Fade(0.6, 0.95))
    for x in (360, 560, 760, 960, 1160):
        glitter(sheet, x, 790, 46, light=0.95, warm=0.3, key=0.1, cool=0.1)
    hull = area((130, 640), (1410, 640), (1390, 720), (1340, 800), (270, 800), (190, 730))
    sheet.paint(hull, light=0.1)
    with sheet.inside(hull):
        sheet.paint(rectangle(100, 745, 1400, 60), warm=1.0)
        sheet.shade(rectangle(700, 600, 800, 260), key=Fade(0.0, 0.6, "right"))
    for deck, (left, right) in enumerate(((250, 1370), (320, 1300), (420, 1130))):
        top = 560 - deck * 84
        sheet.paint(rounded((left, top, right - left, 90), 12), light=0.12)
        sheet.shade(rectangle(left, top + 74, right - left, 14), key=0.5)
        for pane in range(int((right - left - 40) / 46)):
            sheet.paint(rounded((left + 24 + pane * 46, top + 22, 30, 36), 6), light=1.0, warm=0.1 if pane % 3 else 0.35)
    sheet.paint(area((980, 392), (1100, 392), (1120, 250), (1010, 250)), warm=1.0)
    sheet.paint(rectangle(1010, 250, 110, 34), key=0.9)
    sheet.paint(stroke(6, (560, 392), (560, 230)), light=0.2)
    sheet.paint(ellipse(560, 226, 9), warm=1.0)
    swell(sheet, 800, 70, key=1)
