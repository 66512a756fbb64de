"""The harbour and what is built in it."""

import math
from collections.abc import Sequence

from broadsheet.demo.art.figures import Look, bust, walker
from broadsheet.demo.art.nature import (
    birds,
    cloud,
    glitter,
    hills,
    sea,
    sky,
    streaks,
    swell,
)
from broadsheet.demo.art.shapes import (
    Area,
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
from broadsheet.demo.art.town import containers, gantry, ship


def harbour_dusk(sheet: Sheet) -> None:
    """Cranes before a low sun, a container ship leaving."""
    sky(sheet, light=Fade(0.1, 1), warm=Fade(0, 0.75), cool=Fade(0.75, 0))
    sheet.paint(ellipse(1080, 540, 220), warm=0.95, light=1)
    streaks(sheet, 170, 470, 10, warm=0.5, light=0.8, cool=0.1)
    hills(sheet, 610, 60, cool=0.7, light=0.5, warm=0.3)
    sea(sheet, 640, cool=Fade(0.45, 1), light=Fade(0.9, 0.1), warm=Fade(0.55, 0), key=Fade(0, 0.6))
    swell(sheet, 640, 130, key=0.5)
    glitter(sheet, 1080, 694, 190, light=1.0, warm=0.6, cool=0, key=0)
    for x, height in ((720, 330), (980, 370), (1260, 410)):
        gantry(sheet, (x, 668), height, key=0.95, cool=0.5)
    sheet.paint(rectangle(560, 660, 1100, 36), key=1, cool=0.4)
    ship(sheet, (150, 800), 620, key=0.9, cool=0.9)
    birds(sheet, (420, 280), 9)


def mole_from_above(sheet: Sheet) -> None:
    """A breakwater growing out of a coast, seen straight down, with barges at its head."""
    sheet.fill(cool=0.85, key=0.15)
    shore = curve([(-40, 360), (180, 420), (330, 600), (300, 780), (420, 960), (380, 1120)])
    for width, tone in ((300, 0.72), (200, 0.58), (120, 0.44), (60, 0.26)):
        sheet.glaze(stroke(width, *shore), cool=tone, key=0.0)
    for _ in range(150):
        x, y = sheet.random.uniform(300, 1600), sheet.random.uniform(0, 1067)
        sheet.glaze(stroke(2.4, *curve([(x, y), (x + 16, y - 7), (x + 34, y), (x + 52, y - 6)])), cool=0.6)
    land = Area((*shore, (-60, 1130), (-60, 360)))
    sheet.paint(land, light=0.85, warm=0.25)
    with sheet.inside(land):
        for row in range(9):
            for column in range(5):
                box = rectangle(-40 + column * 84 + (row % 2) * 20, 470 + row * 74, 60, 46)
                sheet.shade(moved(box, 8, 8), key=0.7)
                sheet.paint(
                    box,
                    **sheet.random.choice(({"warm": 0.9}, {"light": 0.2}, {"cool": 0.6}, {"warm": 0.5, "light": 0.8})),
                )
    old = curve([(300, 700), (520, 720), (640, 820), (660, 960)])
    sheet.paint(stroke(34, *old), light=0.4, key=0.35)
    line = curve([(190, 430), (480, 330), (820, 300), (1080, 350), (1250, 470)], steps=24)
    sheet.glaze(stroke(86, *line), cool=0.45, key=0)
    sheet.shade(stroke(50, *[(x + 10, y + 14) for x, y in line]), key=0.8)
    sheet.paint(stroke(48, *line), light=0.6, key=0.25)
    sheet.paint(stroke(20, *line), light=0.15)
    for x, y in line:
        for side in (-1, 1):
            sheet.paint(
                ellipse(
                    x + sheet.random.uniform(-6, 6),
                    y + side * 26 + sheet.random.uniform(-5, 5),
                    sheet.random.uniform(6, 10),
                ),
                key=0.6,
                light=0.3,
            )
    planned = curve([(1250, 470), (1330, 590), (1340, 760), (1270, 900)], steps=12)
    for start in range(0, len(planned) - 2, 3):
        sheet.paint(stroke(9, *planned[start : start + 2]), warm=1.0)
    for x, y, angle in ((1200, 590, 30), (1390, 430, 76), (1090, 240, -12), (760, 500, 8)):
        hull = turned(rounded((x - 62, y - 22, 124, 44), 20), angle, (x, y))
        sheet.shade(moved(hull, 9, 12), key=0.85)
        sheet.paint(hull, warm=0.95)
        sheet.paint(turned(rectangle(x - 40, y - 13, 56, 26), angle, (x, y)), light=0.8, key=0.2)
        sheet.paint(turned(rectangle(x + 26, y - 12, 22, 24), angle, (x, y)), light=0.05)


def dredger(sheet: Sheet) -> None:
    """A dredger throwing an arc of sand and water against the light."""
    sheet.fill(light=Fade(0.3, 1.0), warm=Fade(0.0, 0.4), cool=Fade(0.4, 0.05))
    cloud(sheet, (360, 330), 560, light=0.1)
    cloud(sheet, (1280, 260), 460, light=0.15)
    hills(sheet, 640, 40, cool=0.5, light=0.5)
    sea(sheet, 660, cool=Fade(0.5, 1.0), key=Fade(0.0, 0.5), light=0.4)
    swell(sheet, 660, 170, key=0.5)
    for spray in range(210):
        height = sheet.random.gauss(420, 26)
        far = sheet.random.gauss(660, 36)
        path = [
            (980 - far * t, 560 - height * 4 * t * (1 - t) + 130 * t * t) for t in (step / 26 for step in range(27))
        ]
        begin = sheet.random.randrange(0, 18)
        tones: Tones = {"light": 0.1} if spray % 4 else {"light": 0.7, "warm": 0.55}
        sheet.paint(stroke(sheet.random.uniform(1.6, 5), *path[begin : begin + sheet.random.randrange(3, 9)]), **tones)
    for _ in range(16):
        sheet.paint(
            ellipse(sheet.random.gauss(320, 60), 694 + sheet.random.gauss(0, 8), sheet.random.uniform(20, 60), 16),
            light=0.08,
        )
    sheet.paint(area((840, 640), (1500, 640), (1460, 760), (900, 760), (850, 690)), warm=1.0, key=0.12)
    sheet.shade(area((840, 710), (1500, 710), (1460, 760), (900, 760)), key=0.6)
    sheet.paint(rectangle(1240, 470, 170, 172), light=0.1)
    sheet.shade(rectangle(1340, 470, 70, 172), key=0.5)
    for deck in (500, 552, 600):
        sheet.paint(rectangle(1254, deck, 130, 20), key=0.9)
    sheet.paint(stroke(13, (1010, 640), (972, 552)), key=0.95)
    sheet.paint(stroke(10, (1080, 640), (1080, 420), (1230, 600)), key=0.95)
    sheet.paint(stroke(5, (1080, 424), (972, 552)), key=0.95)
    sheet.paint(rectangle(1430, 560, 40, 82), key=0.9)
    glitter(sheet, 1180, 764, 140, warm=0.9, key=0.1, cool=0.1)


def container_wall(sheet: Sheet) -> None:
    """A wall of stacked containers, a worker small before it."""
    sheet.fill(key=0.8, cool=0.5)
    colours: Sequence[Tones] = [
        {"warm": 1.0},
        {"cool": 0.9},
        {"light": 0.9},
        {"warm": 0.6, "light": 1.0},
        {"cool": 0.5, "light": 0.4},
        {"key": 0.7, "cool": 0.6},
        {"light": 0.15},
    ]
    for row in range(6):
        x = -sheet.random.uniform(0, 200)
        while x < 1600:
            containers(sheet, (x, 8 + row * 152, 316, 150), (1, 1), [sheet.random.choice(colours)])
            sheet.paint(rectangle(x + 214, 26 + row * 152, 76, 12), light=0.1)
            x += 320
    sheet.paint(rectangle(0, 922, 1600, 150), light=0.6, key=0.25)
    sheet.paint(rectangle(0, 975, 1600, 12), light=1.0, warm=0.2)
    sheet.shade(area((1130, 1004), (1160, 1010), (1620, 1066), (1480, 1070)), key=0.8)
    walker(sheet, (1140, 1010), 210, {"warm": 1.0, "light": 1.0}, facing=-1)
    sheet.paint(Area(tuple(arc((1139, 832), 17, 18, 180, 360))), light=1.0)


def dry_dock(sheet: Sheet) -> None:
    """A ship's bow in dry dock from the floor: huge, symmetrical, being painted."""
    sheet.fill(light=Fade(0.35, 0.9), cool=Fade(0.4, 0.1))
    for side in (-1, 1):
        wall = area((800 + side * 820, 210), (800 + side * 520, 420), (800 + side * 470, 940), (800 + side * 820, 1080))
        sheet.paint(wall, cool=0.55, key=0.55)
        for level in range(6):
            y = 330 + level * 128
            sheet.shade(stroke(6, (800 + side * 820, y), (800 + side * 500, 470 + level * 88)), key=0.9)
    sheet.paint(area((310, 930), (1290, 930), (1620, 1080), (-20, 1080)), light=0.6, key=0.45)
    left = curve([(800, 70), (470, 90), (430, 300), (520, 560), (690, 760), (770, 930)])
    right = [(1600 - x, y) for x, y in reversed(left)]
    hull = Area((*left, *right))
    sheet.paint(hull, cool=0.95, key=0.12)
    with sheet.inside(hull):
        sheet.paint(rectangle(300, 560, 1000, 400), warm=1.0, key=0.1)
        sheet.paint(rectangle(300, 548, 1000, 14), light=0.1)
        sheet.shade(area((800, 0), (1400, 0), (1400, 1000), (800, 1000)), key=Fade(0.72, 0.3, "right"))
        for level in range(120, 940, 68):
            sheet.shade(stroke(2.4, *curve([(380, level - 26), (800, level + 34), (1220, level - 26)])), key=0.6)
        for mark in range(10):
            sheet.paint(rectangle(742, 590 + mark * 32, 24, 7), light=0.05)
            sheet.paint(rectangle(834, 590 + mark * 32, 24, 7), light=0.05)
    sheet.paint(stroke(11, (800, 66), (800, 930)), key=0.9)
    for side in (-1, 1):
        x = 800 + side * 190
        sheet.paint(blob([(x - 32, 300), (x, 280), (x + 32, 300), (x + 24, 352), (x - 24, 352)]), key=0.95)
        sheet.paint(stroke(16, (x, 330), (x, 430)), key=1)
        sheet.paint(stroke(15, *arc((x, 404), 42, 40, 10, 170)), key=1)
    sheet.shade(ellipse(800, 950, 300, 22), key=0.9)
    for x in (700, 760, 820, 880):
        sheet.paint(rectangle(x - 20, 926, 46, 40), light=0.9, warm=0.5, key=0.3)
    for x, height in ((300, 110), (370, 112), (1240, 108)):
        walker(sheet, (x, 1010), height, {"light": 1.0, "warm": 0.6})
    sheet.paint(stroke(5, (1010, 70), (1010, 620)), key=0.9)
    sheet.paint(rectangle(970, 620, 84, 34), light=1.0)
    walker(sheet, (1010, 622), 84, {"light": 0.2})


def sea_cable(sheet: Sheet) -> None:
    """A ship on the surface and, far below, a lit cable over the sea floor."""
    sheet.fill(light=Fade(0.6, 0.9), warm=Fade(0.1, 0.4), cool=0.06)
    ship_x, level = 640.0, 250.0
    sheet.paint(rectangle(0, level, 1600, 830), cool=Fade(0.5, 1.0), key=Fade(0.0, 1.0), light=Fade(0.5, 0.0))
    for band in range(6):
        y = 330 + band * 108
        wave = curve([(x, y + 18 * math.sin(x / 150 + band * 1.3)) for x in range(-40, 1700, 80)])
        sheet.shade(Area((*wave, (1660, 1100), (-40, 1100))), key=0.14 + band * 0.13)
    floor = curve([(-40, 930), (200, 900), (420, 960), (760, 1000), (1020, 930), (1320, 880), (1660, 940)])
    sheet.paint(Area((*floor, (1660, 1100), (-40, 1100))), key=0.95, cool=0.8, warm=0.2)
    line = curve(
        [(ship_x + 370, level - 4), (ship_x + 470, 500), (980, 820), (760, 984), (420, 944), (200, 884), (-40, 914)],
        steps=26,
    )
    for width, tones in ((34, {"key": 0.72}), (16, {"key": 0.4, "warm": 0.5})):
        sheet.glaze(stroke(width, *line), **tones)
    sheet.paint(stroke(6, *line), light=1.0, warm=0.25)
    for joint in line[::16]:
        sheet.paint(ellipse(*joint, 11), light=0.6)
    sheet.paint(
        area((ship_x, level - 60), (ship_x + 400, level - 60), (ship_x + 370, level + 16), (ship_x + 50, level + 16)),
        warm=1.0,
        key=0.1,
    )
    sheet.paint(rectangle(ship_x + 60, level - 140, 120, 82), light=0.06)
    sheet.paint(rectangle(ship_x + 70, level - 122, 100, 18), key=0.9)
    sheet.paint(ring((ship_x + 280, level - 70), 44, 20), key=0.9)
    sheet.paint(stroke(8, (ship_x + 330, level - 60), (ship_x + 390, level - 96)), key=0.9)
    sheet.paint(stroke(5, (ship_x + 120, level - 140), (ship_x + 120, level - 214)), key=0.9)
    for x, y in ((260, 560), (1300, 640), (1420, 470)):
        body = blob([(x - 50, y), (x, y - 18), (x + 46, y), (x, y + 16)])
        sheet.paint(body, key=0.85, cool=0.7)
        sheet.paint(area((x + 40, y), (x + 72, y - 16), (x + 72, y + 16)), key=0.85, cool=0.7)


def port_chief(sheet: Sheet) -> None:
    """A woman in a harbour jacket with cranes behind her, for an interview."""
    sheet.fill(light=Fade(0.5, 1.0), warm=Fade(0.1, 0.5), cool=Fade(0.5, 0.0))
    sheet.paint(ellipse(800, 520, 190), warm=0.85, light=1.0)
    for x, height in ((330, 620), (760, 720)):
        gantry(sheet, (x, 1010), height, cool=0.75, key=0.35)
    sheet.paint(rectangle(0, 1000, 1100, 420), cool=0.85, key=0.35)
    look = Look(
        "bob",
        hair_tones=(("key", 0.95), ("warm", 0.2)),
        skin=(("light", 0.75), ("warm", 0.3)),
        clothes=(("warm", 1.0),),
    )
    bust(sheet, (510, 690), 430, look)
    for side in (-1, 1):
        sheet.paint(
            area(
                (510 + side * 250, 1160), (510 + side * 330, 1190), (510 + side * 270, 1420), (510 + side * 180, 1420)
            ),
            light=1.0,
            key=0.05,
        )
