"""A volcano from first steam to first green, and those who live under it."""

from broadsheet.demo.art.figures import umbrella, walker
from broadsheet.demo.art.nature import birds, cloud, frond, glitter, hills, pine, sea, stars, streaks, sun, swell, tree
from broadsheet.demo.art.shapes import Area, Point, area, blob, curve, ellipse, rectangle, rounded, stroke, under
from broadsheet.demo.art.sheet import Fade, Sheet, Tone, Tones
from broadsheet.demo.art.town import boat, house, skyline, windows


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
        wave = curve(
            [
                (x, y + 16 * (1 if (x // 200 + step) % 2 else -1) + sheet.random.uniform(-6, 6))
                for x in range(-200, 1900, 200)
            ]
        )
        tones: Tones = (
            {"cool": 0.35 + step * 0.08, "light": 1.0} if step % 2 else {"light": 0.75, "cool": 0.08, "warm": 0.1}
        )
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
    spots = (
        (330, 640, 84),
        (520, 676, 110),
        (700, 636, 80),
        (770, 730, 150),
        (1010, 690, 118),
        (1040, 812, 210),
        (1330, 750, 150),
        (420, 880, 300),
    )
    for x, y, length in spots:
        wake = area(
            (x + length, y - 3),
            (x + length * 2.2, y - 2),
            (x + length * 1.7, y + length * 0.05),
            (x + length * 0.9, y + 3),
        )
        sheet.glaze(wake, cool=0.12, key=0.0)
        sheet.shade(ellipse(x + length * 0.5, y + 5, length * 0.52, length * 0.05), key=0.7)
        for person in range(5):
            px = x + length * (0.06 + 0.095 * person)
            tones: Tones = sheet.random.choice(
                ({"warm": 1.0}, {"light": 1.0}, {"cool": 0.3}, {"warm": 0.7, "light": 1.0})
            )
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
        path = curve(
            [
                (x, y),
                (x + lean * rise * 0.6, y - rise * 0.8),
                (x + lean * rise * 1.5, y - rise),
                (x + lean * rise * 2.3, y - rise * 0.72),
            ]
        )
        sheet.paint(
            stroke(sheet.random.uniform(1.6, 4.2), *path[8 : 8 + sheet.random.randrange(4, 20)]),
            light=1,
            warm=sheet.random.choice((0.2, 0.65)),
        )
    jet = Area(
        (
            *curve([(x - 30, y + 16), (x - 50, y - 120), (x - 14, y - 280)]),
            *curve([(x + 22, y - 270), (x + 62, y - 120), (x + 36, y + 16)]),
        )
    )
    sheet.paint(jet, warm=Fade(0.25, 1.0), light=1.0)
    sheet.paint(
        blob([(x - 18, y + 10), (x - 22, y - 90), (x + 4, y - 190), (x + 24, y - 90), (x + 18, y + 10)]), light=0.8
    )
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
    for _light in range(26):
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
            awning = area(
                (x, 640), (x + width, 640), (x + width + (36 if side == 0 else 0), 690), (x - (36 if side else 0), 690)
            )
            sheet.paint(awning, warm=0.55, key=0.3)
    sheet.paint(area((640, 640), (960, 640), (1700, 1080), (-100, 1080)), key=Fade(0.16, 0.3), light=0.22)
    for x, y, size, coat in (
        (700, 720, 120, {"key": 0.8}),
        (880, 735, 130, {"cool": 0.7, "key": 0.4}),
        (560, 850, 230, {"key": 0.9}),
        (1120, 960, 330, {"cool": 0.9, "key": 0.35}),
    ):
        sheet.shade(ellipse(x, y + 3, size * 0.3, size * 0.035), key=0.7)
        walker(sheet, (x, y), size, coat, facing=1 if x < 800 else -1)
        canopy: Tones = {"warm": 1.0} if size == 330 else {"key": 0.75, "cool": 0.4}
        umbrella(sheet, (x, y - size * 1.12), size * 0.82, **canopy)
    for _ in range(520):
        flake = sheet.random.choice((1.6, 2.4, 3.6, 5.4))
        sheet.paint(
            ellipse(sheet.random.uniform(0, 1600), sheet.random.uniform(0, 1067), flake, flake * 0.7),
            key=sheet.random.choice((0.05, 0.3)),
        )


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
        ash = Area(
            (*curve([(1640, 640), (1140, 640), (900, 790), (1000, 880), (880, 1000), (980, 1100)]), (1640, 1100))
        )
        sheet.paint(ash, key=0.25, light=0.15)
        for _ in range(420):
            sheet.shade(
                ellipse(sheet.random.uniform(880, 1600), sheet.random.uniform(640, 1060), sheet.random.uniform(1, 4)),
                key=0.6,
            )
    walker(sheet, (760, 862), 330, {"cool": 1.0, "key": 0.15}, facing=1)
    sheet.paint(stroke(9, (742, 640), (960, 840)), light=1.0, warm=0.5, key=0.25)
    sheet.paint(area((930, 806), (978, 850), (1040, 912), (930, 896)), light=1.0, warm=0.3)
    sheet.paint(stroke(20, (744, 620), (800, 672), (838, 716)), cool=1.0, key=0.25)
    sheet.paint(area((690, 535), (830, 535), (795, 512), (725, 512)), light=1.0, warm=0.2)
    for _ in range(60):
        sheet.paint(
            ellipse(
                1000 + abs(sheet.random.gauss(0, 120)), 860 - abs(sheet.random.gauss(0, 60)), sheet.random.uniform(2, 6)
            ),
            key=0.22,
        )


def _cone(sheet: Sheet, peak: Point, half: float, floor: float, **tones: Tone) -> Area:
    x, y = peak
    left = curve(
        [
            (x - half, floor),
            (x - half * 0.5, y + (floor - y) * 0.72),
            (x - half * 0.22, y + (floor - y) * 0.33),
            (x - half * 0.09, y),
        ]
    )
    right = curve(
        [
            (x + half * 0.09, y + 6),
            (x + half * 0.24, y + (floor - y) * 0.33),
            (x + half * 0.54, y + (floor - y) * 0.72),
            (x + half * 1.08, floor),
        ]
    )
    outline = Area((*left, (x - half * 0.03, y + 16), (x + half * 0.04, y + 14), *right))
    sheet.paint(outline, **tones)
    with sheet.inside(outline):
        for gully in range(-4, 6):
            spread = gully * half * 0.2
            line = curve(
                [(x + gully * half * 0.016, y), (x + spread * 0.4, y + (floor - y) * 0.4), (x + spread, floor)]
            )
            sheet.shade(stroke(9, *line), key=0.4)
        sheet.shade(
            Area(
                (
                    *curve([(x, y), (x + half * 0.08, y + (floor - y) * 0.4), (x + half * 0.02, floor)]),
                    (x + half * 1.2, floor),
                    (x + half * 0.3, y),
                )
            ),
            key=Fade(0.8, 0.35),
        )
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
