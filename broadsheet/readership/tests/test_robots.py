"""That robot readers behave, and that what they did is told truly."""

import contextlib
from collections import Counter

import pytest

from broadsheet.readership.past import Past, TooLateError, imagine_past
from broadsheet.readership.robots import Stand, imagine_hour
from broadsheet.readership.signals import Kind
from broadsheet.readership.tests.pressroom import NOON, ZONE, House, outcomes

STANDS = [Stand(story, str(story % 3), NOON - story * 7_000) for story in range(1, 40)]


class TestRobotReaders:
    def test_come_as_many_as_asked_for_and_are_the_same_each_time(self):
        acts = list(imagine_hour(STANDS, NOON, 1_000, seed=1))
        assert acts == list(imagine_hour(STANDS, NOON, 1_000, seed=1))
        assert 850 < len({act.reader for act in acts}) < 1_150

    def test_read_several_stories_and_some_much_more_than_others(self):
        views = [act for act in imagine_hour(STANDS, NOON, 1_000, seed=1) if act.kind == Kind.VIEW and not act.robot]
        readers = len({act.reader for act in views})
        popularity = Counter(act.story.story for act in views).most_common()
        assert 1.5 < len(views) / readers < 3
        assert popularity[0][1] > 5 * popularity[len(popularity) // 2][1]

    def test_read_nothing_that_is_not_yet_published(self):
        tomorrow = Stand(99, "1", NOON + 86_400)
        assert all(act.story.story != 99 for act in imagine_hour([*STANDS, tomorrow], NOON, 500, seed=1))


class TestAPast:
    def test_is_counted_through_the_real_sums(self, tmp_path):
        with contextlib.closing(House(tmp_path)) as house:
            signals = imagine_past(house.ledger, house.journals, Past(STANDS, 3, 150, NOON, ZONE))
            told = outcomes(house.ledger)
            assert sum(told.values()) == signals
            assert told["counted"] > told["repeated"] > 0 < told["bot"]
            days = house.ledger.database.execute("SELECT start, sum(views) FROM story_day GROUP BY start").fetchall()
            assert len(days) == 4

    def test_is_refused_once_readers_are_counted(self, tmp_path):
        with contextlib.closing(House(tmp_path)) as house:
            house.settle()
            with pytest.raises(TooLateError):
                imagine_past(house.ledger, house.journals, Past(STANDS, 1, 1, NOON, ZONE))
