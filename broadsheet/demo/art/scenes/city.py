"""The city: its homes, its bridge, its court and its ferry."""

from collections.abc import Sequence

from broadsheet.demo.art.figures import walker
from broadsheet.demo.art.nature import frond, glitter, hills, sea, stars, swell, tree
from broadsheet.demo.art.shapes import area, ellipse, rectangle, rounded, stroke
from broadsheet.demo.art.sheet import Fade, Sheet, Tones
from broadsheet.demo.art.town import roofs, skyline, tower


def hillside(sheet: Sheet) -> None:
    """Roofs climbing Lantern Hill at dusk, windows coming on."""
    sheet.fill(light=Fade(0.4, 1.0), warm=Fade(0.15, 0.7), cool=Fade(0.55, 0.0))
    sheet.paint(ellipse(1230, 190, 78), light=0.2)
    colours: Sequence[Tones] = [
        {"warm": 1.0, "key": 0.15},
        {"cool": 0.85, "key": 0.2},
        {"warm": 0.7, "light": 1.0},
        {"key": 0.75, "cool": 0.4},
        {"warm": 0.9, "key": 0.4},
    ]
    roofs(sheet, (330, 1000, 7), colours)
    for x, y, height in ((130, 620, 200), (1440, 560, 190), (760, 480, 130), (1020, 800, 230)):
        tree(sheet, (x, y), height, cool=0.95, key=0.5)


def towers(sheet: Sheet) -> None:
    """Blocks of flats at nightfall, some windows lit."""
    sheet.fill(light=Fade(0.2, 1.0), warm=Fade(0.1, 0.75), cool=Fade(0.62, 0.0))
    sheet.paint(ellipse(770, 640, 230), warm=0.95, light=0.9)
    skyline(sheet, 1067, (300, 460), 0, cool=0.5, warm=0.4)
    for x, width, height in (
        (90, 210, 640),
        (350, 170, 800),
        (590, 230, 560),
        (900, 190, 880),
        (1160, 230, 700),
        (1430, 200, 780),
    ):
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
            tones: Tones = sheet.random.choice(
                (
                    {"cool": 0.95},
                    {"cool": 0.7, "light": 0.8},
                    {"warm": 0.9},
                    {"key": 0.75, "cool": 0.4},
                    {"warm": 0.6, "light": 0.9},
                )
            )
            sheet.shade(rectangle(x + 10, y + 58, 116, 268), key=0.55)
            if opened:
                sheet.paint(rectangle(x, y + 50, 112, 268), light=1.0)
                sheet.paint(area((x, y + 50), (x - 52, y + 30), (x - 52, y + 342), (x, y + 318)), warm=1.0, key=0.25)
                walker(sheet, (x + 62, y + 316), 200, {"key": 0.92, "cool": 0.4}, facing=-1)
                sheet.glaze(
                    area((x, y + 318), (x + 112, y + 318), (x + 190, y + 362), (x - 60, y + 362)),
                    light=1.0,
                    key=0.0,
                    cool=0.0,
                )
                continue
            sheet.paint(rectangle(x, y + 50, 112, 268), **tones)
            sheet.shade(rectangle(x + 84, y + 50, 28, 268), key=0.35)
            sheet.paint(ellipse(x + 94, y + 192, 6), light=0.9)
            sheet.paint(rectangle(x + 38, y + 84, 36, 20), light=0.15)
            if sheet.random.random() < 0.45:
                sheet.paint(
                    area((x + 132, y + 318), (x + 176, y + 318), (x + 170, y + 282), (x + 138, y + 282)),
                    warm=0.75,
                    key=0.2,
                )
                frond(sheet, (x + 154, y + 284), 96, sheet.random.choice((-16, 14)), cool=1.0, key=0.3)
        sheet.paint(rectangle(0, y + 322, 1600, 40), cool=0.4, key=0.62)
        for bar in range(0, 1600, 26):
            if not (row == 1 and 880 < bar < 1130):
                sheet.paint(rectangle(bar, y + 222, 4, 100), key=0.75)
        sheet.paint(rectangle(0, y + 216, 1600, 9), key=0.85)


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
            sheet.paint(
                rounded((left + 24 + pane * 46, top + 22, 30, 36), 6), light=1.0, warm=0.1 if pane % 3 else 0.35
            )
    sheet.paint(area((980, 392), (1100, 392), (1120, 250), (1010, 250)), warm=1.0)
    sheet.paint(rectangle(1010, 250, 110, 34), key=0.9)
    sheet.paint(stroke(6, (560, 392), (560, 230)), light=0.2)
    sheet.paint(ellipse(560, 226, 9), warm=1.0)
    swell(sheet, 800, 70, key=1)
