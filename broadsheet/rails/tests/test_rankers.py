"""The rankers' arithmetic."""

import pytest

from broadsheet.rails.features import HALF_LIVES, Row
from broadsheet.rails.rankers import latest, must_reads, popular_now, rising, weekly_best

HOUR, DAY = 3600.0, 86400.0
NOW = 100 * DAY


def row(story, *, age=DAY, **figures):
    return Row(story, NOW - age, **figures)


def steady(reads_a_minute):
    """The pulse of a story that has been read evenly for ever."""
    return tuple(reads_a_minute * half_life / 0.6931471805599453 for half_life in HALF_LIVES)


def order(ranked):
    return [entry.story for entry in ranked]


class TestLatest:
    def test_is_newest_first_to_the_second_and_says_nothing_before_publication(self):
        rows = [row(1, age=2), row(2, age=1), row(3, age=-1), row(4, age=HOUR)]
        assert order(latest.rank(rows, NOW)) == [2, 1, 4]


class TestPopularNow:
    @pytest.mark.parametrize("traffic", [0.1, 1, 100, 10_000])
    def test_prefers_the_story_read_more_at_any_traffic(self, traffic):
        rows = [row(1, pulse=steady(traffic)), row(2, pulse=steady(2 * traffic))]
        assert order(popular_now.rank(rows, NOW)) == [2, 1]

    def test_prefers_what_is_read_now_to_the_old_hit(self):
        old_hit = row(1, pulse=(10.0, 300.0, 4000.0, 20000.0))
        rising_now = row(2, age=HOUR / 2, pulse=(300.0, 400.0, 420.0, 425.0))
        assert order(popular_now.rank([old_hit, rising_now], NOW)) == [2, 1]

    def test_is_not_moved_by_one_read_among_many(self):
        usual = row(1, pulse=steady(1.0))
        stray = row(2, age=5 * DAY, pulse=(1.0, 1.0, 1.0, 1.0))
        assert order(popular_now.rank([usual, stray], NOW)) == [1, 2]

    def test_judges_a_young_story_by_the_time_that_it_had(self):
        young = row(1, age=600, pulse=(20.0, 20.0, 20.0, 20.0))
        older = row(2, age=6 * HOUR, pulse=(20.0, 80.0, 200.0, 350.0))
        assert order(popular_now.rank([older, young], NOW)) == [1, 2]

    def test_keeps_who_stands_there_until_another_is_clearly_better(self):
        rows = [row(1, pulse=steady(10.0)), row(2, pulse=steady(11.0))]
        assert order(popular_now.rank(rows, NOW)) == [2, 1]
        assert order(popular_now.rank(rows, NOW, before=[1])) == [1, 2]

    def test_does_not_name_what_nobody_reads(self):
        assert popular_now.rank([row(1)], NOW) == []

    def test_says_how_many_read_it_in_tens(self):
        ranked = popular_now.rank([row(1, pulse=steady(1.0), hour=417), row(2, pulse=steady(0.5), hour=7)], NOW)
        assert [(entry.reason.code, entry.reason.number) for entry in ranked] == [
            ("readers-hour", 410),
            ("read-now", 0),
        ]


class TestWeeklyBest:
    def test_is_fair_to_fridays_story_on_saturday(self):
        monday = row(1, age=5 * DAY, days=(10, 20, 40, 200, 730, 0, 0))
        friday = row(2, age=DAY, days=(700, 0, 0, 0, 0, 0, 0))
        assert order(weekly_best.rank([monday, friday], NOW)) == [2, 1]

    def test_counts_a_read_to_the_end_beside_the_reader(self):
        rows = [row(1, days=(100,) * 7, finished=10.0), row(2, days=(100,) * 7, finished=60.0)]
        assert order(weekly_best.rank(rows, NOW)) == [2, 1]

    @pytest.mark.parametrize(("days", "share"), [(1, 0.6), (7, 1.0), (30, 1.0)])
    def test_expects_most_readers_early(self, days, share):
        assert weekly_best.share_so_far(days * DAY) == pytest.approx(share)


class TestMustReads:
    def test_prefers_what_is_read_to_the_end(self):
        rows = [row(1, pulse=(0, 0, 0, 500.0), finished=50.0), row(2, pulse=(0, 0, 0, 400.0), finished=300.0)]
        assert order(must_reads.rank(rows, NOW)) == [2, 1]

    def test_does_not_believe_three_readers(self):
        rows = [row(1, pulse=(0, 0, 0, 3.0), finished=3.0), row(2, pulse=(0, 0, 0, 400.0), finished=300.0)]
        assert order(must_reads.rank(rows, NOW)) == [2, 1]


class TestRising:
    def test_names_a_story_read_far_more_than_before_and_how_many_times(self):
        slow = steady(1.0)
        ranked = rising.rank([row(1, pulse=slow), row(2, pulse=(4 * slow[0], *slow[1:]))], NOW)
        assert [(entry.story, entry.reason.number) for entry in ranked] == [(2, 4)]


@pytest.mark.parametrize("ranker", [latest, popular_now, weekly_best, must_reads, rising])
class TestEveryRanker:
    def test_is_silent_on_an_empty_newspaper(self, ranker):
        assert ranker.rank([], NOW, (), 10) == []

    def test_keeps_the_embargo_and_the_limit_whatever_the_order_of_rows(self, ranker):
        busy = {"pulse": (50.0, 60.0, 70.0, 80.0), "days": (9,) * 7, "finished": 5.0, "hour": 20}
        rows = [row(story, age=story * HOUR, **busy) for story in range(1, 9)] + [row(99, age=-HOUR, **busy)]
        forwards, backwards = ranker.rank(rows, NOW, (), 3), ranker.rank(rows[::-1], NOW, (), 3)
        assert forwards == backwards
        assert len(forwards) == 3
        assert 99 not in order(forwards)
