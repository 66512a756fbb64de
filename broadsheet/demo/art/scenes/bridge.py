"""The bridge: in fog, from close by, and with its painter."""

from broadsheet.demo.art.figures import walker
from broadsheet.demo.art.nature import birds, swell
from broadsheet.demo.art.shapes import Area, arc, area, blob, curve, ellipse, rectangle, ridge, stroke
from broadsheet.demo.art.sheet import Fade, Sheet
from broadsheet.demo.art.town import boat, bridge, skyline


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
    for width, points in (
        (150, ((-80, 1150), (760, 330), (1700, -260))),
        (150, ((-80, -200), (820, 620), (1700, 1180))),
    ):
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
        sheet.paint(
            stroke(width, *[(x + 30 * (index % 5 - 2) / 5, y) for index, (x, y) in enumerate(crack[::12])]), key=1
        )
    branch = ridge(sheet.random, (760, 560), (1010, 650), 30)
    sheet.paint(stroke(5, *branch[::20]), key=1)


def painter(sheet: Sheet) -> None:
    """A painter in a cradle on a bridge cable, high above the water."""
    sheet.fill(cool=Fade(0.2, 0.75), light=Fade(0.6, 0.2))
    swell(sheet, 300, 120, cool=0.9, key=0.1)
    boat(sheet, (300, 860), 70, key=0.9, cool=0.5)
    sheet.glaze(area((376, 858), (560, 846), (560, 880)), cool=0.1)
    main = curve([(-60, 90), (500, 330), (1000, 470), (1700, 560)])
    for x, y in main[2::5]:
        sheet.paint(stroke(10, (x, y), (x, 1100)), warm=0.95, key=0.25)
        sheet.glaze(stroke(2.5, (x - 3, y), (x - 3, 1100)), key=0.0)
    sheet.shade(stroke(86, *[(x + 8, y + 18) for x, y in main]), key=0.5)
    sheet.paint(stroke(84, *main), warm=1.0, key=0.12)
    sheet.glaze(stroke(12, *[(x, y - 24) for x, y in main]), key=0.0, warm=0.72)
    sheet.shade(stroke(26, *[(x, y + 28) for x, y in main]), key=0.62)
    for x, y in main[4::7]:
        sheet.paint(rectangle(x - 22, y - 54, 44, 108), warm=0.85, key=0.35)
    x, y = 1010.0, 760.0
    for side in (-120, 120):
        sheet.paint(stroke(6, (x + side, y), (x + side * 0.9, 470)), key=0.95)
    sheet.paint(rectangle(x - 150, y, 300, 22), light=1.0, warm=0.5, key=0.2)
    sheet.paint(stroke(7, (x - 140, y - 90), (x + 140, y - 90)), key=0.95)
    walker(sheet, (x - 20, y + 2), 210, {"light": 0.1})
    sheet.paint(stroke(19, (x - 4, y - 150), (x + 50, y - 190), (x + 76, y - 250)), light=0.1, key=0.15)
    sheet.paint(stroke(8, (x + 70, y - 234), (x + 92, y - 292)), light=1.0, warm=0.5, key=0.3)
    sheet.paint(rectangle(x + 82, y - 316, 26, 30), key=0.95)
    sheet.paint(area((x + 70, y - 2), (x + 122, y - 2), (x + 114, y - 58), (x + 78, y - 58)), cool=0.9, key=0.3)
    birds(sheet, (420, 620), 5, 26)
