"""What people build: towers, roofs, cranes, ships, lighthouses and bridges, as pieces of a picture."""

from collections.abc import Sequence

from broadsheet.demo.art.shapes import Area, Box, Point, area, curve, ellipse, rectangle, stroke
from broadsheet.demo.art.sheet import Fade, Sheet, Tones


def windows(sheet: Sheet, box: Box, grid: tuple[int, int], lit: float) -> None:
    """A grid (columns, rows) of windows in a box (x, y, width, height); `lit` is the share with a light on."""
    x, y, width, height = box
    columns, rows = grid
    across, down = width / columns, height / rows
    for row in range(rows):
        for column in range(columns):
            pane = rectangle(x + across * (column + 0.22), y + down * (row + 0.25), across * 0.56, down * 0.5)
            if sheet.random.random() < lit:
                if sheet.random.random() < 0.7:
                    sheet.paint(pane, light=1.0)
                else:
                    sheet.paint(pane, light=0.9, warm=0.45)
            else:
                sheet.shade(pane, key=0.72)


def tower(sheet: Sheet, box: Box, lit: float, **tones: float | Fade) -> None:
    """A block of flats: a lit face and a side in shadow."""
    x, y, width, height = box
    sheet.paint(rectangle(x, y, width, height), **tones)
    sheet.shade(rectangle(x + width * 0.74, y, width * 0.26, height), key=0.85)
    sheet.paint(rectangle(x + width * 0.2, y - height * 0.02, width * 0.22, height * 0.02), **tones)
    grid = max(2, round(width * 0.74 / 22)), max(4, round(height / 30))
    windows(sheet, (x + width * 0.05, y + 14, width * 0.64, height - 20), grid, lit)


def skyline(sheet: Sheet, floor: float, heights: tuple[float, float], lit: float, **tones: float | Fade) -> None:
    """A row of buildings across the sheet."""
    x = -30.0
    while x < sheet.width:
        width, height = sheet.random.uniform(46, 120), sheet.random.uniform(*heights)
        sheet.paint(rectangle(x, floor - height, width, height), **tones)
        if sheet.random.random() < 0.3:
            sheet.paint(stroke(2.5, (x + width / 2, floor - height - 40), (x + width / 2, floor - height)), **tones)
        if lit:
            grid = max(2, round(width / 17)), max(3, round(height / 21))
            windows(sheet, (x + 4, floor - height + 6, width - 8, height - 12), grid, lit)
        x += width + sheet.random.choice((0, 0, 6, 22))


def gantry(sheet: Sheet, foot: Point, height: float, **tones: float | Fade) -> None:
    """A ship-to-shore crane, its boom out over the water on the left."""
    x, y = foot
    thick = height * 0.026
    span, beam = height * 0.42, y - height * 0.62
    legs = [((x, y), (x + span * 0.12, beam)), ((x + span, y), (x + span * 0.88, beam))]
    for start, end in legs:
        sheet.paint(stroke(thick * 1.2, start, end), **tones)
    for level in (0.18, 0.34):
        sheet.paint(
            stroke(thick * 0.8, (x + span * 0.04, y - height * level), (x + span * 0.96, y - height * level)), **tones
        )
    sheet.paint(stroke(thick * 0.6, (x + span * 0.05, y - height * 0.18), (x + span * 0.95, beam)), **tones)
    sheet.paint(rectangle(x - height * 0.78, beam - thick, height * 1.42, thick * 1.8), **tones)
    apex = (x + span * 0.2, y - height)
    for end in (
        (x + span * 0.12, beam),
        (x + span * 0.88, beam),
        (x - height * 0.74, beam),
        (x - height * 0.36, beam),
        (x + height * 0.6, beam),
    ):
        sheet.paint(stroke(thick * (0.9 if end[0] > x and end[0] < x + span else 0.35), apex, end), **tones)
    sheet.paint(rectangle(x + span * 0.95, beam - height * 0.09, height * 0.16, height * 0.08), **tones)
    trolley = x - height * sheet.random.uniform(0.2, 0.6)
    sheet.paint(rectangle(trolley, beam, height * 0.07, height * 0.035), **tones)
    sheet.paint(stroke(1.6, (trolley + 5, beam), (trolley + 5, beam + height * 0.18)), **tones)


def containers(sheet: Sheet, box: Box, grid: tuple[int, int], colours: Sequence[Tones]) -> None:
    """Stacked containers, some places left empty towards the top."""
    x, y, width, height = box
    columns, rows = grid
    across, down = width / columns, height / rows
    for column in range(columns):
        top = sheet.random.choice((0, 0, 1, 1, 2)) if rows > 2 else 0
        for row in range(top, rows):
            left, upper = x + across * column, y + down * row
            sheet.paint(rectangle(left, upper, across - 2, down - 2), **sheet.random.choice(colours))
            for rib in range(1, 6):
                sheet.shade(rectangle(left + (across - 2) * rib / 6, upper + 3, 1.6, down - 8), key=0.4)
            sheet.shade(rectangle(left, upper + down * 0.7, across - 2, down * 0.3 - 2), key=0.38)


def ship(sheet: Sheet, bow: Point, length: float, **tones: float | Fade) -> None:
    """A container ship sailing left; `bow` is where it meets the water."""
    x, y = bow
    deck = y - length * 0.1
    colours: Sequence[Tones] = [
        {"warm": 0.95},
        {"light": 0.9},
        {"cool": 0.8},
        {"warm": 0.6, "light": 0.9},
        {"key": 0.75},
    ]
    containers(sheet, (x + length * 0.1, deck - length * 0.115, length * 0.62, length * 0.125), (11, 4), colours)
    hull = area(
        (x - length * 0.05, deck - length * 0.02),
        (x + length * 0.08, deck),
        (x + length, deck),
        (x + length * 0.985, y - length * 0.01),
        (x + length * 0.97, y),
        (x, y),
        (x - length * 0.012, y - length * 0.03),
    )
    sheet.paint(hull, **tones)
    bridge = x + length * 0.78
    sheet.paint(rectangle(bridge, deck - length * 0.17, length * 0.09, length * 0.17), light=0.25)
    sheet.shade(rectangle(bridge + length * 0.06, deck - length * 0.17, length * 0.03, length * 0.17), key=0.5)
    sheet.paint(rectangle(bridge - length * 0.02, deck - length * 0.185, length * 0.13, length * 0.022), light=0.25)
    sheet.paint(rectangle(bridge + length * 0.004, deck - length * 0.15, length * 0.05, length * 0.012), key=0.9)
    sheet.paint(rectangle(x + length * 0.9, deck - length * 0.15, length * 0.045, length * 0.15), warm=0.95)
    sheet.paint(rectangle(x + length * 0.9, deck - length * 0.15, length * 0.045, length * 0.03), key=0.95)
    with sheet.inside(hull):
        sheet.paint(rectangle(x - 20, y - length * 0.022, length * 1.1, length * 0.03), warm=1.0, key=0.15)


def boat(sheet: Sheet, bow: Point, length: float, **tones: float | Fade) -> None:
    """A small fishing boat with a wheelhouse and a mast."""
    x, y = bow
    sheet.paint(
        area(
            (x - length * 0.08, y - length * 0.2),
            (x + length, y - length * 0.14),
            (x + length * 0.92, y),
            (x + length * 0.06, y),
        ),
        **tones,
    )
    sheet.paint(rectangle(x + length * 0.55, y - length * 0.38, length * 0.25, length * 0.24), light=0.2)
    sheet.paint(rectangle(x + length * 0.58, y - length * 0.34, length * 0.18, length * 0.08), key=0.9)
    sheet.paint(
        stroke(length * 0.018, (x + length * 0.4, y - length * 0.15), (x + length * 0.4, y - length * 0.75)), **tones
    )
    sheet.paint(
        stroke(length * 0.01, (x + length * 0.4, y - length * 0.72), (x + length * 0.02, y - length * 0.2)), **tones
    )


def lighthouse(sheet: Sheet, foot: Point, height: float) -> None:
    x, y = foot
    base, top = height * 0.13, height * 0.08
    upper = y - height * 0.78
    body = area((x - base, y), (x - top, upper), (x + top, upper), (x + base, y))
    sheet.paint(body, light=0.08)
    with sheet.inside(body):
        for band in (0, 2):
            level = y - height * (0.2 + 0.195 * (band + 1))
            sheet.paint(rectangle(x - base, level, base * 2, height * 0.19), warm=1.0)
        sheet.shade(rectangle(x + base * 0.05, upper, base, height), key=Fade(0.1, 0.75, "right"))
    sheet.paint(rectangle(x - top * 1.5, upper - height * 0.02, top * 3, height * 0.028), key=0.95)
    sheet.paint(rectangle(x - top * 0.8, upper - height * 0.12, top * 1.6, height * 0.1), light=1.0)
    for bar in (-0.8, -0.05, 0.7):
        sheet.paint(rectangle(x + top * bar, upper - height * 0.12, top * 0.1, height * 0.1), key=0.95)
    sheet.paint(
        Area(
            (
                *curve(
                    [
                        (x - top, upper - height * 0.12),
                        (x - top * 0.6, upper - height * 0.18),
                        (x, upper - height * 0.2),
                        (x + top * 0.6, upper - height * 0.18),
                        (x + top, upper - height * 0.12),
                    ]
                ),
            )
        ),
        key=0.95,
    )
    sheet.paint(ellipse(x, upper - height * 0.21, top * 0.14), key=0.95)


def bridge(sheet: Sheet, deck: float, towers: tuple[float, float], height: float, **tones: float | Fade) -> None:
    """A suspension bridge across the sheet."""
    left, right = towers
    top = deck - height
    sag = deck - height * 0.08
    cable = curve([(left, top), ((left + right) / 2, sag), (right, top)], steps=40)
    outer = [
        curve([(left - height * 2.2, deck), (left - height, deck - height * 0.36), (left, top)], steps=30),
        curve([(right, top), (right + height, deck - height * 0.36), (right + height * 2.2, deck)], steps=30),
    ]
    for line in (cable, *outer):
        sheet.paint(stroke(height * 0.018, *line), **tones)
        for x, y in line[::3]:
            sheet.paint(stroke(1.6, (x, y), (x, deck)), **tones)
    for x in towers:
        for side in (-1, 1):
            sheet.paint(
                area(
                    (x + side * height * 0.05, deck + height * 0.55),
                    (x + side * height * 0.035, top - 6),
                    (x + side * height * 0.06, top - 6),
                    (x + side * height * 0.085, deck + height * 0.55),
                ),
                **tones,
            )
        for level in (0.0, 0.34, 0.68):
            sheet.paint(rectangle(x - height * 0.06, top + height * level, height * 0.12, height * 0.035), **tones)
    sheet.paint(rectangle(-10, deck, sheet.width + 20, height * 0.05), **tones)


def roofs(sheet: Sheet, rows: tuple[float, float, int], colours: Sequence[Tones]) -> None:
    """Houses climbing a slope: (top, bottom, rows), nearer ones larger."""
    top, bottom, number = rows
    for row in range(number):
        near = row / max(1, number - 1)
        y = top + (bottom - top) * near**1.25
        size = 54 + 86 * near
        x = -size * sheet.random.uniform(0.2, 1)
        while x < sheet.width:
            house(
                sheet,
                (x, y + sheet.random.uniform(-12, 12)),
                size * sheet.random.uniform(0.85, 1.2),
                sheet.random.choice(colours),
            )
            x += size * sheet.random.uniform(1.02, 1.3)


def house(sheet: Sheet, corner: Point, size: float, tones: Tones) -> None:
    x, y = corner
    sheet.paint(rectangle(x, y, size * 1.02, size * 2), light=0.22)
    sheet.shade(rectangle(x + size * 0.62, y, size * 0.4, size * 2), key=0.5)
    sheet.paint(
        area(
            (x - size * 0.1, y + 3),
            (x + size * 0.22, y - size * 0.42),
            (x + size * 0.84, y - size * 0.42),
            (x + size * 1.12, y + 3),
        ),
        **tones,
    )
    sheet.shade(
        area(
            (x + size * 0.62, y + 3),
            (x + size * 0.55, y - size * 0.42),
            (x + size * 0.84, y - size * 0.42),
            (x + size * 1.12, y + 3),
        ),
        key=0.55,
    )
    lit = sheet.random.random() < 0.45
    for place in (0.14, 0.38):
        pane = rectangle(x + size * place, y + size * 0.2, size * 0.14, size * 0.2)
        if lit:
            sheet.paint(pane, light=1.0, warm=0.15)
        else:
            sheet.paint(pane, key=0.8)
