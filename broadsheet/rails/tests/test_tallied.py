"""What the readership tallied, taken in a minute at a time."""

from types import SimpleNamespace

import pytest

from broadsheet.rails.features import HALF_LIVES
from broadsheet.rails.tallied import DAY, HOUR, NOBODY, Tallied

NOW = 1_700_000_000 // HOUR * HOUR + 0.0


def tally(story, start, readers=0, *, engaged=0, seen=0, followed=0):
    return SimpleNamespace(
        story=story, start=int(start), readers=readers, engaged=engaged, seen=seen, followed=followed
    )


class TestTallied:
    def test_counts_what_is_new_in_a_minute_that_is_still_growing(self):
        tallied = Tallied()
        tallied.take([tally(1, NOW - 60, readers=4, engaged=1)], NOW)
        tallied.take([tally(1, NOW - 60, readers=6, engaged=3)], NOW)
        figures = tallied.figures(NOW)[1]
        assert figures.hour == 6
        assert figures.pulse[-1] == pytest.approx(6, rel=0.01)
        assert figures.finished == pytest.approx(3, rel=0.01)

    def test_takes_back_what_turned_out_to_be_no_reader(self):
        tallied = Tallied()
        tallied.take([tally(1, NOW - 60, readers=40)], NOW)
        tallied.take([tally(1, NOW - 60, readers=5)], NOW)
        assert tallied.figures(NOW)[1].pulse[-1] == pytest.approx(5, rel=0.01)

    def test_halves_in_a_half_life(self):
        tallied = Tallied()
        tallied.take([tally(1, NOW - 60, readers=8)], NOW)
        fast = tallied.figures(NOW)[1].pulse[0]
        assert tallied.figures(NOW + 60 * HALF_LIVES[0])[1].pulse[0] == pytest.approx(fast / 2)

    def test_sums_the_week_by_days_back_from_now(self):
        tallied = Tallied()
        hours = [tally(1, NOW - HOUR, readers=3), tally(1, NOW - DAY - HOUR, readers=5), tally(1, NOW - 9 * DAY, 7)]
        tallied.take_days(hours, NOW)
        assert tallied.figures(NOW)[1].days[:3] == (3, 5, 0)

    def test_knows_what_was_in_view_and_followed(self):
        tallied = Tallied()
        tallied.take([tally(1, NOW - 60, seen=9, followed=2)], NOW)
        tallied.take_days([tally(1, NOW - HOUR)], NOW)
        figures = tallied.figures(NOW)[1]
        assert (round(figures.seen), round(figures.followed)) == (9, 2)

    def test_begins_with_the_past_week_without_counting_the_last_hours_twice(self):
        tallied = Tallied()
        past = [tally(1, NOW - 5 * HOUR, readers=4), tally(1, NOW - HOUR, readers=50)]
        tallied.take_past(past, NOW)
        tallied.take([tally(1, NOW - 60, readers=2)], NOW)
        assert tallied.figures(NOW)[1].pulse[-1] == pytest.approx(6, rel=0.2)

    def test_forgets_a_story_that_nobody_reads(self):
        tallied = Tallied()
        tallied.take([tally(1, NOW - 60, readers=2)], NOW)
        tallied.take([], NOW + 60 * DAY)
        assert tallied.figures(NOW + 60 * DAY).get(1, NOBODY) == NOBODY
