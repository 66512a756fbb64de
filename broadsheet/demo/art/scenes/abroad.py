"""Scenes from abroad: chambers, trains, squares and far land."""

import math

from broadsheet.demo.art.figures import from_above
from broadsheet.demo.art.nature import (
    birds,
    hills,
    mountain,
    pine,
    stars,
    streaks,
)
from broadsheet.demo.art.shapes import (
    Area,
    arc,
    area,
    curve,
    ellipse,
    rectangle,
    ridge,
    ring,
    rounded,
    stroke,
    under,
)
from broadsheet.demo.art.sheet import Fade, Sheet


def chamber(sheet: Sheet) -> None:
    """A parliament's half circle from above; one block of seats stands empty."""
    sheet.fill(warm=0.35, key=Fade(0.35, 0.9), cool=0.4)
    x, y = 800.0, 1010.0
    sheet.paint(ring((x, y), 930, 205, 180, 360), light=0.55, warm=0.35)
    for row in range(9):
        radius = 270 + row * 74.0
        sheet.shade(ring((x, y), radius + 30, radius + 24, 180, 360), key=0.5)
        seats = 12 + row * 4
        for seat in range(seats):
            degrees = 184 + 172 * seat / (seats - 1)
            if abs(degrees - 238) < 4 or abs(degrees - 302) < 4:
                continue
            place = arc((x, y), radius, radius, degrees, degrees + 1)[0]
            gone = degrees > 306
            if gone:
                sheet.paint(stroke(4, *arc(place, 19, 19, 0, 360)), warm=0.9, key=0.3)
                continue
            tones = {"cool": 0.95, "key": 0.25} if degrees < 238 else {"warm": 0.95}
            sheet.shade(ellipse(place[0] + 8, place[1] + 9, 21), key=0.7)
            sheet.paint(ellipse(*place, 20), **tones)
            sheet.paint(ellipse(place[0] - 1, place[1] - 2, 9), key=0.95)
    sheet.paint(ellipse(x, y, 190), cool=0.7, key=0.75)
    sheet.paint(rounded((690, 868, 220, 66), 14), light=0.85, warm=0.3)
    sheet.paint(rounded((740, 956, 120, 46), 10), light=0.3)


def night_train(sheet: Sheet) -> None:
    """A lit train on a viaduct through snow-covered hills."""
    sheet.fill(cool=Fade(1.0, 0.45), key=Fade(0.95, 0.12), light=Fade(0.0, 0.35))
    stars(sheet, 150, 420)
    sheet.paint(ellipse(1240, 210, 70), light=0.5)
    hills(sheet, 560, 190, cool=0.75, key=0.25)
    hills(sheet, 660, 130, cool=0.5, key=0.08)
    for x in range(30, 1600, 56):
        pine(
            sheet,
            (x + sheet.random.uniform(-20, 20), 745 + sheet.random.uniform(0, 26)),
            sheet.random.uniform(80, 150),
            cool=0.8,
            key=0.75,
        )
    sheet.paint(rectangle(0, 735, 1600, 340), cool=Fade(0.25, 0.6), key=Fade(0.0, 0.3))
    sheet.paint(rectangle(0, 655, 1600, 34), cool=0.7, key=0.85)
    for pier in range(-40, 1600, 190):
        sheet.paint(area((pier, 686), (pier + 54, 686), (pier + 62, 1067), (pier - 8, 1067)), cool=0.7, key=0.8)
        sheet.paint(
            Area((*arc((pier + 122, 760), 68, 74, 180, 360), (pier + 190, 686), (pier + 54, 686))), cool=0.7, key=0.8
        )
    for car in range(5):
        left = -70 + car * 296.0
        sheet.paint(rounded((left, 548, 286, 102), 12 if car < 4 else 34), warm=0.95, key=0.35)
        sheet.paint(rectangle(left + 4, 622, 278, 7), light=0.9)
        for pane in range(6):
            sheet.paint(rounded((left + 20 + pane * 43, 570, 32, 40), 5), light=1.0, warm=0.05)
            if sheet.random.random() < 0.5:
                sheet.paint(ellipse(left + 36 + pane * 43, 592, 7), key=0.9)
                sheet.paint(rectangle(left + 27 + pane * 43, 598, 18, 12), key=0.9)
        for wheel in (40, 76, 210, 246):
            sheet.paint(ellipse(left + wheel, 652, 13), key=1)
    sheet.glaze(area((1400, 600), (1640, 540), (1640, 690)), light=0.9, key=0.05)
    for _ in range(260):
        sheet.paint(
            ellipse(sheet.random.uniform(0, 1600), sheet.random.uniform(0, 1067), sheet.random.choice((1.5, 2.2, 3.4))),
            light=0.04,
        )


def queue(sheet: Sheet) -> None:
    """People queueing across a square, seen from high above in low sun."""
    sheet.fill(light=0.5, warm=Fade(0.18, 0.5, "right"))
    for line in range(-600, 1700, 100):
        sheet.shade(stroke(2.5, (line, 0), (line + 620, 1067)), warm=0.7)
        sheet.shade(stroke(2.5, (0, line + 500), (1600, line + 180)), warm=0.7)
    path = curve(
        [
            (1660, 130),
            (1300, 180),
            (980, 250),
            (560, 240),
            (320, 360),
            (520, 500),
            (980, 500),
            (1260, 600),
            (1130, 760),
            (720, 760),
            (430, 830),
        ]
    )
    for place in path[::2]:
        x, y = place[0] + sheet.random.uniform(-13, 13), place[1] + sheet.random.uniform(-13, 13)
        coat = sheet.random.choice(
            ({"warm": 1.0}, {"cool": 0.95}, {"key": 0.9}, {"light": 0.1}, {"cool": 0.6, "light": 0.8})
        )
        from_above(sheet, (x, y), 46, (126, 62), coat)
    sheet.shade(area((130, 760), (420, 760), (640, 868), (640, 1067), (330, 1067)), key=0.75)
    sheet.paint(rectangle(120, 700, 300, 300), light=0.1)
    sheet.shade(rectangle(270, 700, 150, 300), key=0.4)
    sheet.paint(rectangle(236, 836, 68, 16), key=1)
    sheet.paint(area((256, 800), (300, 790), (292, 846), (250, 846)), light=0.0)


def bell(sheet: Sheet) -> None:
    """A bronze bell hanging in a dark hall under one lamp."""
    sheet.fill(key=Fade(0.95, 0.8), cool=0.6)
    sheet.glaze(area((700, -10), (900, -10), (1330, 1067), (270, 1067)), key=Fade(0.25, 0.62), light=Fade(0.8, 0.25))
    sheet.paint(ellipse(800, 968, 480, 66), light=0.75, warm=0.3, key=0.16)
    sheet.shade(ellipse(820, 968, 300, 38), key=0.9)
    sheet.paint(rectangle(150, 96, 1300, 52), warm=0.75, key=0.6)
    sheet.paint(stroke(17, *arc((800, 204), 46, 60, 180, 360)), cool=0.8, key=0.6)
    body = Area(
        (
            *curve([(655, 236), (610, 330), (586, 520), (560, 740), (520, 880)]),
            (1080, 880),
            *curve([(1080, 880), (1040, 740), (1014, 520), (990, 330), (945, 236)]),
        )
    )
    cap = Area(tuple(arc((800, 246), 147, 62, 180, 360)))
    for part in (cap, body):
        sheet.paint(part, cool=0.85, light=0.55, key=0.1)
    with sheet.inside(body, cap):
        for level, thick in ((268, 7), (342, 5), (356, 5), (560, 4), (740, 5), (754, 5), (836, 9)):
            sheet.shade(rectangle(480, level, 640, thick), key=0.8)
        for row in range(3):
            for knob in range(9):
                sheet.shade(ellipse(628 + knob * 43, 392 + row * 50, 12), key=0.55)
                sheet.paint(ellipse(625 + knob * 43, 389 + row * 50, 6), light=0.8)
        sheet.shade(ellipse(800, 650, 62), key=0.5)
        for petal in range(8):
            tip = arc((800, 650), 42, 42, petal * 45, petal * 45 + 1)[0]
            sheet.paint(ellipse(*tip, 15), cool=0.5, light=0.9)
        sheet.paint(ellipse(800, 650, 15), light=0.8)
        sheet.shade(rectangle(880, 180, 300, 720), key=Fade(0.1, 0.92, "right"))
        sheet.glaze(area((640, 250), (668, 250), (626, 880), (572, 880)), key=0.0, light=0.85)


def dry_plain(sheet: Sheet) -> None:
    """One tree and a well on cracked ground, the sun straight above."""
    sheet.fill(light=Fade(0.9, 0.5), warm=Fade(0.55, 0.12))
    sheet.paint(ellipse(1130, 250, 150), light=0.05)
    hills(sheet, 560, 70, warm=0.6, light=0.7, cool=0.2)
    sheet.paint(rectangle(0, 590, 1600, 480), warm=Fade(0.55, 0.95), light=0.9, key=Fade(0.0, 0.2))
    for row in range(11):
        depth = (row / 10) ** 1.7
        y = 602 + depth * 470
        width = 46 + 190 * depth
        points = [
            (x * width + sheet.random.uniform(-0.3, 0.3) * width, y + sheet.random.uniform(-0.16, 0.16) * width)
            for x in range(-1, int(1600 / width) + 2)
        ]
        sheet.shade(stroke(1.5 + 4 * depth, *points), key=0.7)
        for x, top in points:
            sheet.shade(
                stroke(1.5 + 4 * depth, (x, top), (x + sheet.random.uniform(-0.3, 0.3) * width, top + width * 0.28)),
                key=0.7,
            )
    sheet.shade(ellipse(480, 850, 260, 20), key=0.85)
    for branch in (
        [(470, 850), (478, 690), (420, 560), (330, 500)],
        [(476, 700), (540, 590), (640, 540)],
        [(452, 620), (470, 520), (440, 430)],
        [(560, 575), (590, 500), (570, 440)],
        [(370, 526), (350, 450), (300, 420)],
    ):
        sheet.paint(stroke(22 if branch[0][1] > 800 else 11, *curve(branch)), key=0.98, warm=0.4)
    sheet.shade(ellipse(1210, 900, 170, 24), key=0.8)
    sheet.paint(rounded((1090, 800, 210, 96), 16), light=0.25)
    sheet.shade(rectangle(1195, 800, 105, 96), key=0.45)
    sheet.paint(ellipse(1195, 802, 105, 24), key=0.95)
    for post in (1104, 1272):
        sheet.paint(rectangle(post, 620, 14, 190), key=0.95)
    sheet.paint(rectangle(1080, 612, 230, 14), key=0.95)
    sheet.paint(stroke(3, (1195, 622), (1195, 742)), key=0.95)
    sheet.paint(area((1176, 742), (1214, 742), (1208, 780), (1182, 780)), cool=0.8)
    birds(sheet, (820, 300), 4, 20)


def glacier(sheet: Sheet) -> None:
    """A tongue of ice between dark ridges, and a red hut beside it."""
    sheet.fill(cool=Fade(0.6, 0.12), light=Fade(0.0, 0.45))
    streaks(sheet, 90, 260, 7, light=0.1, cool=0.1)
    mountain(sheet, (420, 150), 620, 900, cool=0.62, key=0.3)
    mountain(sheet, (1240, 110), 660, 900, cool=0.7, key=0.35)
    for x, y, half in ((420, 150, 110), (1240, 110, 120)):
        cap = [
            (x - half, y + half * 0.9),
            (x - half * 0.5, y + half * 1.25),
            (x - half * 0.15, y + half * 0.8),
            (x + half * 0.3, y + half * 1.3),
            (x + half * 0.9, y + half * 0.85),
        ]
        sheet.paint(Area(((x, y - 2), *reversed(cap))), light=0.05)
    tongue = Area(
        (
            *curve([(760, 420), (700, 520), (760, 640), (560, 800), (420, 1080)]),
            *curve([(1340, 1080), (1090, 800), (960, 640), (930, 520), (880, 420)]),
        )
    )
    sheet.paint(tongue, cool=Fade(0.05, 0.4))
    with sheet.inside(tongue):
        for line in range(24):
            y = 440 + line**1.45 * 7
            wave = [
                (360 + step * 60, y + 16 * math.sin(step * 0.8 + line) + abs(step - 8) * (3 + line * 0.9))
                for step in range(18)
            ]
            sheet.shade(stroke(2 + line * 0.22, *curve(wave)), cool=0.75, key=0.2)
    for side in (0, 1):
        start, end = ((-20, 700), (560, 1090)) if side == 0 else ((1120, 1090), (1640, 640))
        sheet.paint(under(ridge(sheet.random, start, end, 70), 1080), key=0.92, cool=0.7)
    sheet.paint(rectangle(1360, 716, 120, 84), warm=1.0)
    sheet.shade(rectangle(1424, 716, 56, 84), key=0.5)
    sheet.paint(area((1346, 720), (1420, 660), (1494, 720)), key=0.9)
    sheet.paint(rectangle(1384, 744, 26, 26), light=1.0)
    sheet.paint(stroke(4, (1330, 800), (1330, 610)), key=0.9)
    for arm in (620, 640):
        sheet.paint(stroke(4, (1306, arm), (1354, arm)), key=0.9)
