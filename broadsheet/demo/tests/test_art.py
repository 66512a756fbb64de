"""Pictures: every one can be drawn, always the same, and is a picture and not a blank sheet."""

from io import BytesIO

import pytest
from PIL import Image, ImageStat

from broadsheet.demo.album import Picture
from broadsheet.demo.art.palettes import PALETTES
from broadsheet.demo.art.scenes import SCENES
from broadsheet.demo.art.shapes import curve, rectangle, ridge, ring
from broadsheet.demo.art.sheet import Fade, Sheet, seeded
from broadsheet.demo.edition import read_edition

ALBUM = read_edition().pictures
FEW = [picture for picture in ALBUM if picture.name in {"bell", "harbour-dusk", "portrait-hana-brandt", "logo"}]


def small(name="a", **tones):
    sheet = Sheet(name, PALETTES["world"], (40, 30))
    sheet.fill(**tones)
    return sheet


class TestASheet:
    def test_is_bare_paper_where_no_ink_lies(self):
        assert min(ImageStat.Stat(small().print()).mean) > 220

    def test_is_dark_where_the_key_lies(self):
        assert max(ImageStat.Stat(small(key=1.0).print()).mean) < 90

    def test_covers_what_was_painted_before_but_lets_it_through_a_glaze(self):
        covered, glazed = small(key=1.0), small(key=1.0)
        covered.paint(rectangle(0, 0, 40, 30), light=0.1)
        glazed.glaze(rectangle(0, 0, 40, 30), light=0.1)
        assert ImageStat.Stat(covered.print()).mean[0] > 200
        assert ImageStat.Stat(glazed.print()).mean[0] < 90

    def test_keeps_to_the_inside(self):
        sheet = small()
        with sheet.inside(rectangle(0, 0, 20, 30)):
            sheet.fill(key=1.0)
        printed = sheet.print()
        assert ImageStat.Stat(printed.crop((2, 0, 16, 30))).mean[0] < 90
        assert ImageStat.Stat(printed.crop((24, 0, 38, 30))).mean[0] > 220

    def test_fades(self):
        printed = small(key=Fade(0.0, 1.0)).print()
        assert (
            ImageStat.Stat(printed.crop((0, 0, 40, 6))).mean[0]
            > ImageStat.Stat(printed.crop((0, 24, 40, 30))).mean[0] + 80
        )


class TestShapes:
    def test_curve_through_every_point(self):
        points = [(0.0, 0.0), (10.0, 5.0), (20.0, 0.0)]
        assert set(points) <= set(curve(points))

    def test_ridge_from_start_to_end(self):
        line = ridge(seeded("a"), (0, 10), (100, 20), 8)
        assert line[0] == (0, 10)
        assert line[-1] == (100, 20)

    def test_ring_with_a_hole(self):
        assert {round(((x - 5) ** 2 + (y - 5) ** 2) ** 0.5) for x, y in ring((5, 5), 4, 2).points} == {2, 4}


class TestAPicture:
    @pytest.mark.parametrize("picture", FEW, ids=lambda picture: picture.name)
    def test_is_drawn_the_same_every_time(self, picture: Picture):
        once = picture.draw()
        assert once == picture.draw()
        drawn = Image.open(BytesIO(once))
        assert drawn.size == picture.size
        assert min(ImageStat.Stat(drawn).stddev) > 20

    def test_has_a_scene(self):
        assert {picture.scene for picture in ALBUM if not picture.look} - set(SCENES) == {"logo"}

    def test_is_described_in_a_sentence_of_its_own(self):
        alts = [picture.alt for picture in ALBUM]
        assert len(set(alts)) == len(alts)
        assert all(20 <= len(alt) <= 300 and alt.endswith(".") for alt in alts)
