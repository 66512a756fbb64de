"""What is grown, tinned, sold and flown, and the money for it."""

from broadsheet.demo.art.nature import frond, hills
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
    rounded,
    stroke,
    turned,
)
from broadsheet.demo.art.sheet import Fade, Sheet, Tones


def stairs_of_coins(sheet: Sheet) -> None:
    """Columns of coins in a row under a flat line, with long shadows."""
    sheet.fill(light=Fade(0.9, 0.4), warm=Fade(0.3, 0.05))
    sheet.paint(rectangle(0, 740, 1600, 330), cool=Fade(0.75, 0.95), key=Fade(0.1, 0.45))
    heights = (3, 4, 6, 8, 10, 11, 11, 11)
    for index in range(len(heights)):
        x = 170.0 + index * 180
        sheet.shade(area((x - 60, 846), (x + 64, 846), (x + 420, 1080), (x + 220, 1080)), key=0.75)
    for index, height in enumerate(heights):
        x = 170.0 + index * 180
        for coin in range(height):
            y = 846 - coin * 48
            wobble = sheet.random.uniform(-6, 6)
            edge = Area((*arc((x + wobble, y), 68, 22, 0, 180), *arc((x + wobble, y - 38), 68, 22, 180, 0)))
            sheet.paint(edge, warm=0.75, light=1.0)
            with sheet.inside(edge):
                sheet.shade(rectangle(x + 10, y - 70, 80, 120), key=0.55)
                for notch in range(-64, 70, 11):
                    sheet.shade(rectangle(x + wobble + notch, y - 40, 2, 70), key=0.35)
            sheet.paint(ellipse(x + wobble, y - 38, 68, 22), light=1.0, warm=0.3)
            sheet.paint(ellipse(x + wobble, y - 38, 50, 15), light=1.0, warm=0.5)
    sheet.paint(rectangle(0, 292, 1600, 7), key=0.9)
    for tick in range(40, 1600, 60):
        sheet.paint(rectangle(tick, 280, 3, 12), key=0.9)


def kelp_lines(sheet: Sheet) -> None:
    """Kelp hanging from buoyed ropes, half above and half under water."""
    sheet.fill(light=Fade(0.6, 0.3), warm=Fade(0.35, 0.05), cool=Fade(0.12, 0.3))
    sheet.paint(ellipse(1180, 200, 100), warm=0.6, light=1.0)
    hills(sheet, 320, 70, cool=0.6, light=0.3)
    sheet.paint(rectangle(0, 360, 1600, 720), cool=Fade(0.55, 1.0), light=Fade(0.85, 0.1), key=Fade(0.0, 0.82))
    for ray in range(8):
        x = 60 + ray * 220
        sheet.glaze(
            area((x, 362), (x + 84, 362), (x - 30, 1067), (x - 250, 1067)), key=Fade(0.0, 0.62), light=Fade(1.0, 0.2)
        )
    for line, (y, size) in enumerate(((372, 15), (392, 24), (430, 36))):
        for buoy in range(-1, 14 - line * 3):
            x = buoy * (124 + line * 60) + line * 50
            length = 200 + line * 160 + sheet.random.uniform(-40, 40)
            lean = sheet.random.uniform(-60, 60)
            rope = curve([(x, y), (x + lean * 0.4, y + length * 0.4), (x + lean, y + length)])
            sheet.paint(stroke(3 + line, *rope), key=0.8, cool=0.6)
            for leaf, (lx, ly) in enumerate(rope[3::3]):
                side = -1 if leaf % 2 else 1
                wide = 26 + 26 * line
                blade = blob(
                    [
                        (lx, ly),
                        (lx + side * wide * 0.6, ly + wide * 0.2),
                        (lx + side * wide * 1.15, ly + wide * 1.1),
                        (lx + side * wide * 0.4, ly + wide * 0.8),
                    ]
                )
                sheet.paint(blade, cool=0.75, light=1.0, key=0.1 + 0.2 * line, warm=0.3)
            sheet.paint(ellipse(x, y, size, size * 0.8), warm=1.0)
            sheet.shade(ellipse(x + size * 0.3, y + size * 0.3, size * 0.6, size * 0.4), key=0.45)
    for _ in range(26):
        sheet.paint(
            stroke(2.5, *arc((sheet.random.uniform(0, 1600), sheet.random.uniform(560, 1060)), 7, 7, 0, 360)), light=0.1
        )
    frond(sheet, (80, 1090), 420, 70, cool=0.9, key=0.85)
    frond(sheet, (1530, 1090), 380, -60, cool=0.9, key=0.85)


def cannery(sheet: Sheet) -> None:
    """Tins of fish in rows from above, one still open."""
    sheet.fill(cool=0.85, key=0.2)
    for row in range(5):
        for column in range(6):
            x, y = 60.0 + column * 262 - (row % 2) * 60, 34.0 + row * 212
            sheet.shade(rounded((x + 14, y + 18, 224, 160), 46), key=0.85)
            sheet.paint(rounded((x, y, 224, 160), 46), light=0.35, key=0.22)
            sheet.paint(rounded((x + 9, y + 8, 206, 144), 40), light=0.12)
            if (row, column) == (2, 3):
                sheet.paint(rounded((x + 18, y + 16, 188, 128), 34), warm=0.5, light=1.0, key=0.1)
                for fish in range(5):
                    fx = x + 44 + fish * 33
                    body = blob([(fx, y + 26), (fx + 13, y + 70), (fx + 4, y + 132), (fx - 13, y + 80)])
                    sheet.paint(body, cool=0.4, key=0.5)
                    sheet.glaze(
                        blob([(fx - 4, y + 40), (fx + 2, y + 76), (fx - 4, y + 116), (fx - 9, y + 78)]),
                        key=0.02,
                        cool=0.1,
                    )
                continue
            tones: Tones = sheet.random.choice(
                ({"warm": 1.0}, {"light": 1.0}, {"cool": 0.55, "light": 0.3}, {"warm": 0.6, "light": 1.0})
            )
            sheet.paint(rounded((x + 20, y + 18, 184, 124), 32), **tones)
            wave = curve([(x + 46, y + 96), (x + 80, y + 78), (x + 112, y + 96), (x + 146, y + 78), (x + 178, y + 96)])
            sheet.paint(stroke(7, *wave), key=0.85)
            sheet.paint(ellipse(x + 112, y + 54, 15), light=0.05)
            sheet.paint(stroke(6, *arc((x + 188, y + 80), 17, 17, 0, 360)), key=0.5, light=0.2)


def apricots(sheet: Sheet) -> None:
    """Crates of apricots on a market stall from above, one with a blank price tag."""
    sheet.fill(key=0.75, cool=0.6)
    for row in range(2):
        for column in range(3):
            x, y = 30.0 + column * 524, 24.0 + row * 522
            sheet.shade(rectangle(x + 14, y + 18, 490, 490), key=1)
            sheet.paint(rectangle(x, y, 490, 490), light=1.0, warm=0.4, key=0.3)
            sheet.paint(rectangle(x + 22, y + 22, 446, 446), key=0.6, warm=0.6)
            with sheet.inside(rectangle(x + 22, y + 22, 446, 446)):
                for fruit in range(42):
                    fx = x + 52 + (fruit % 6) * 76 + (fruit // 6 % 2) * 30 + sheet.random.uniform(-9, 9)
                    fy = y + 44 + (fruit // 6) * 66 + sheet.random.uniform(-9, 9)
                    _apricot(sheet, (fx, fy), sheet.random.uniform(38, 46))
    sheet.shade(rectangle(700, 326, 230, 150), key=0.8)
    sheet.paint(rectangle(684, 308, 230, 150), light=0.05)
    sheet.paint(stroke(9, (800, 440), (800, 540)), key=0.9)


def _apricot(sheet: Sheet, centre: Point, radius: float) -> None:
    x, y = centre
    sheet.shade(ellipse(x + 7, y + 9, radius), key=0.7)
    sheet.paint(ellipse(x, y, radius), warm=sheet.random.choice((0.6, 0.75, 0.95)), light=1.0)
    sheet.shade(ellipse(x + radius * 0.3, y + radius * 0.3, radius * 0.62), warm=1.0)
    sheet.glaze(ellipse(x - radius * 0.34, y - radius * 0.36, radius * 0.26), warm=0.25)
    fold = sheet.random.uniform(0, 360)
    sheet.shade(stroke(3.5, *arc(centre, radius * 0.55, radius * 0.9, fold, fold + 110)), key=0.5, warm=1.0)


def tarmac(sheet: Sheet) -> None:
    """An aircraft from above, crossing the painted lines of an apron in evening light."""
    sheet.fill(cool=0.4, light=0.45, key=Fade(0.05, 0.3))
    for seam in range(-200, 1800, 168):
        sheet.shade(rectangle(seam, 0, 3, 1067), key=0.45)
        sheet.shade(rectangle(0, seam, 1600, 3), key=0.45)
    for width, offset in ((15, 0), (7, 46)):
        line = curve([(-40, 900 + offset), (420, 880 + offset), (800, 620 + offset), (1060, 280 + offset), (1180, -60)])
        sheet.paint(stroke(width, *line), light=1.0, warm=0.3)
    sheet.paint(stroke(10, (1180, 1100), (1420, 520), (1700, 420)), light=0.1)
    parts = [
        blob([(0, -330), (44, -260), (48, 160), (26, 330), (0, 366), (-26, 330), (-48, 160), (-44, -260)]),
        area((40, -90), (420, 130), (420, 190), (40, 90)), area((-40, -90), (-420, 130), (-420, 190), (-40, 90)),
        area((20, 250), (150, 330), (150, 366), (16, 330)), area((-20, 250), (-150, 330), (-150, 366), (-16, 330)),
        rounded((164, -40, 46, 110), 22), rounded((-210, -40, 46, 110), 22),
    ]  # fmt: skip
    placed = [moved(turned(part, 36, (0, 0)), 760, 560) for part in parts]
    for part in placed:
        sheet.shade(moved(part, 130, 74), key=0.8)
    for part in (*placed[1:], placed[0]):
        sheet.paint(part, light=0.06)
    with sheet.inside(placed[0]):
        sheet.shade(moved(turned(rectangle(4, -380, 80, 800), 36, (0, 0)), 760, 560), key=0.4)
    tail = moved(turned(area((-7, 190), (7, 190), (7, 362), (-7, 362)), 36, (0, 0)), 760, 560)
    sheet.paint(tail, warm=1.0)
    for part in placed[5:]:
        sheet.paint(part, warm=0.95)
    sheet.paint(moved(turned(rounded((-24, -304, 48, 20), 9), 36, (0, 0)), 760, 560), key=0.9)
