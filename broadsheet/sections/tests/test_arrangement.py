"""The front’s arrangement, as arithmetic."""

from broadsheet.sections.arrangement import arrange


class TestAFront:
    def test_stands_although_a_section_is_empty(self):
        assert arrange([], [1], {7: [1], 8: []}).stories == [1]

    def test_prints_nothing_but_the_newest_as_latest(self):
        old_but_chosen = [1, 2, 3, 4, 5]
        front = arrange(old_but_chosen, [*range(20, 10, -1), *range(5, 0, -1)], {})
        assert front.latest == [20, 19, 18, 17, 16, 15]
        assert front.briefs[0] == 5

    def test_prints_no_story_twice(self):
        front = arrange([3, 1], list(range(40, 0, -1)), {7: list(range(40, 20, -1)), 8: list(range(20, 0, -1))})
        assert len(front.stories) == len(set(front.stories))
