"""The arrangement of a front, as arithmetic on ids."""

from hypothesis import given
from hypothesis import strategies as st

from broadsheet.sections.arrangement import BLOCK, BRIEFS, LATEST, SECONDARIES, arrange

IDS = st.lists(st.integers(1, 200), unique=True, max_size=60)


class TestAFront:
    def test_stands_although_a_section_is_empty(self):
        assert arrange([], [1], {7: [1], 8: []}).stories == [1]

    def test_prints_nothing_but_the_newest_as_latest(self):
        old_but_chosen = [1, 2, 3, 4, 5]
        front = arrange(old_but_chosen, [*range(20, 10, -1), *range(5, 0, -1)], {})
        assert front.latest == [20, 19, 18, 17, 16, 15]
        assert front.briefs[0] == 5

    def test_leads_with_what_editors_chose(self):
        front = arrange([7, 3], [1, 2, 3, 4, 5], {})
        assert (front.lead, list(front.secondaries)) == (7, [3, 1, 2])

    def test_is_filled_with_the_newest(self):
        front = arrange([], list(range(100, 0, -1)), {})
        top = 1 + SECONDARIES
        assert front.stories == list(range(100, 100 - top - LATEST - BRIEFS, -1))

    def test_gives_a_section_what_stands_nowhere_above(self):
        newest = list(range(40, 0, -1))
        front = arrange([], newest, {1: newest[:20]})
        assert list(front.blocks[1]) == [pk for pk in newest[:20] if pk not in front.stories[:16]][:BLOCK]

    def test_keeps_a_story_for_a_section_that_has_few(self):
        front = arrange([], [9, 8, 7], {1: [9, 8], 2: [7]})
        assert {section: list(ids) for section, ids in front.blocks.items()} == {1: [8], 2: [7]}

    def test_leads_with_a_sections_only_story_if_an_editor_chose_it(self):
        assert arrange([7], [9, 8, 7], {2: [7]}).lead == 7

    def test_of_nothing_is_empty(self):
        assert arrange([], [], {1: []}).stories == []

    @given(IDS, IDS, st.integers(1, 6))
    def test_prints_no_story_twice(self, chosen, newest, sections):
        by_section = {number: [pk for pk in newest if pk % sections == number] for number in range(sections)}
        printed = arrange(chosen, newest, by_section).stories
        assert len(printed) == len(set(printed))
