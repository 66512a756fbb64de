"""The newspaper's people, one by one, and its emblem."""

from broadsheet.demo.art.figures import Look, bust
from broadsheet.demo.art.nature import glitter, sea, stars, swell
from broadsheet.demo.art.shapes import area, blob, ellipse
from broadsheet.demo.art.sheet import Fade, Sheet, Tones
from broadsheet.demo.art.town import lighthouse


def portrait(sheet: Sheet, look: Look, backdrop: str) -> None:
    """Head and shoulders before a plain ground with one disc of light."""
    ground: Tones = {backdrop: 0.85} if backdrop == "light" else {backdrop: 0.8, "light": 0.35}
    width, height = sheet.width, sheet.height
    sheet.fill(**ground)
    sheet.paint(ellipse(width * 0.5, height * 0.46, width * 0.4), light=0.32)
    bust(sheet, (width * 0.5, height * 0.44), height * 0.47, look)


def logo(sheet: Sheet) -> None:
    """The lighthouse by night."""
    width, height = sheet.width, sheet.height
    sheet.fill(cool=Fade(1.0, 0.5), key=Fade(0.9, 0.2))
    stars(sheet, 60, height * 0.6)
    lamp = (width * 0.5, height * 0.252)
    for side in (-1, 1):
        beam = area(lamp, (lamp[0] + side * width, lamp[1] - 90), (lamp[0] + side * width, lamp[1] + 90))
        sheet.glaze(beam, light=0.8, key=0.15, cool=0.3)
    sea(sheet, height * 0.74, cool=1.0, key=Fade(0.3, 0.9))
    glitter(sheet, width * 0.5, height * 0.74, 60, light=0.9, key=0.1, cool=0.2)
    swell(sheet, height * 0.74, 60, key=0.8)
    rock = [
        (0.08, 1.06),
        (0.2, 0.95),
        (0.34, 0.9),
        (0.44, 0.86),
        (0.58, 0.865),
        (0.7, 0.92),
        (0.86, 0.96),
        (0.95, 1.06),
    ]
    sheet.paint(blob([(width * x, height * y) for x, y in rock]), key=0.98, cool=0.6)
    lighthouse(sheet, (width * 0.5, height * 0.88), height * 0.74)
