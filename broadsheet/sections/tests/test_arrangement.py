"""The front’s arrangement, as arithmetic."""

from broadsheet.sections.arrangement import arrange


class TestAFront:
    def test_stands_although_a_section_is_empty(self):
        assert arrange([], [1], {7: [1], 8: []}).stories == [1]
