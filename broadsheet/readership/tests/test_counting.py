"""That a view is counted once: windows, nonces, fronts, restarts."""

import contextlib

import pytest

from broadsheet.readership.figures import readers_by_minute
from broadsheet.readership.tests.pressroom import House, Reader, body, in_a_front, outcomes, views


@pytest.fixture
def house(tmp_path):
    with contextlib.closing(House(tmp_path)) as opened:
        yield opened


class TestAView:
    def test_is_counted_once_when_the_page_is_loaded_again_within_thirty_seconds(self, house):
        for seconds in (0, 29.9, 30):
            house.now += seconds
            in_a_front(house, body(house.token()))
        ledger = house.settle()
        assert (views(ledger), outcomes(ledger)) == (1, {"counted": 1, "repeated": 2})

    def test_is_counted_again_after_more_than_thirty_seconds(self, house):
        in_a_front(house, body(house.token()))
        house.now += 30.001
        in_a_front(house, body(house.token()))
        assert views(house.settle()) == 2

    def test_is_counted_once_across_a_merge_and_a_restart_of_every_process(self, house):
        in_a_front(house, body(house.token()))
        house.settle()
        house.now += 20
        in_a_front(house, body(house.token()))
        assert views(house.settle()) == 1

    def test_is_counted_once_for_a_nonce_however_late_it_comes_again_and_from_wherever(self, house):
        signal = body(house.token(), "00112233445566ff")
        in_a_front(house, signal)
        house.settle()
        house.now += 86_400
        in_a_front(house, signal, signal, reader=Reader("198.51.100.7"))
        assert views(house.settle()) == 1

    def test_is_counted_for_each_of_two_browsers_at_one_address(self, house):
        in_a_front(house, body(house.token()))
        in_a_front(house, body(house.token()), reader=Reader(agent="Mozilla/5.0 (X11; Linux) Gecko/1 Firefox/150.0"))
        assert views(house.settle()) == 2

    def test_is_counted_for_each_story(self, house):
        in_a_front(house, body(house.token(1)), body(house.token(2)))
        ledger = house.settle()
        assert (views(ledger, 1), views(ledger, 2)) == (1, 1)

    def test_is_not_lengthened_by_an_engaged_read(self, house):
        in_a_front(house, body(house.token()))
        house.now += 20
        in_a_front(house, body(house.token(), kind="engaged"))
        house.now += 20
        in_a_front(house, body(house.token()))
        assert views(house.settle()) == 2


class TestTwoFronts:
    def test_count_a_visitor_whom_both_heard_once(self, house):
        in_a_front(house, body(house.token()))
        in_a_front(house, body(house.token()))
        assert views(house.settle()) == 1

    def test_let_no_more_than_twenty_signals_a_second_through_together(self, house):
        for _ in range(2):
            in_a_front(house, *(body(house.token(story)) for story in range(1, 20)))
        ledger = house.settle()
        assert outcomes(ledger)["too fast"] == 18

    def test_answer_whoever_is_too_fast_for_one_of_them_at_once(self, house):
        answers = in_a_front(house, *(body(house.token(story)) for story in range(1, 23)))
        assert [answer.status for answer in answers] == [204] * 20 + [429] * 2
        assert outcomes(house.settle()) == {"counted": 20, "too fast": 2}


class TestReaders:
    def test_are_distinct_visitors_a_story_a_day(self, house):
        for _ in range(3):
            for address in ("192.0.2.1", "192.0.2.2"):
                in_a_front(house, body(house.token()), reader=Reader(address))
            house.settle()
            house.now += 3_000
        ledger = house.settle()
        assert ledger.database.execute("SELECT views, readers FROM total").fetchall() == [(6, 2)]
        assert ledger.database.execute("SELECT sum(views), sum(readers) FROM story_hour").fetchone() == (6, 4)

    def test_are_summed_over_the_days(self, house):
        for _ in range(2):
            in_a_front(house, body(house.token()))
            house.now += 86_400
        assert house.settle().database.execute("SELECT readers FROM total").fetchone() == (2,)

    def test_of_more_than_sixty_stories_a_minute_are_suspect_and_kept_apart(self, house):
        for second in range(4):
            in_a_front(house, *(body(house.token(story)) for story in range(second * 20 + 1, second * 20 + 21)))
            house.now += 1
        ledger = house.settle()
        assert ledger.database.execute("SELECT sum(views), sum(suspect) FROM total").fetchone() == (60, 20)

    def test_of_one_network_count_in_rankings_for_no_more_than_twenty_of_a_story(self, house):
        for host in range(1, 41):
            in_a_front(house, body(house.token()), reader=Reader(f"192.0.2.{host}"))
        in_a_front(house, body(house.token()), reader=Reader("198.51.100.1"))
        rows = readers_by_minute(house.settle(), house.now - 3600, house.now)
        assert sum(row.readers for row in rows) == 21


class TestASignal:
    def test_of_an_engaged_read_and_a_share_is_summed_apart_from_views(self, house):
        in_a_front(house, *(body(house.token(), kind=kind) for kind in ("view", "engaged", "share")))
        assert house.settle().database.execute("SELECT views, engaged, shares FROM total").fetchone() == (1, 1, 1)

    def test_of_slots_seen_and_followed_says_rail_place_and_story(self, house):
        in_a_front(
            house,
            body(house.token(), kind="seen", slots=["latest:1:7", "latest:2:8", "not a slot"]),
            body(house.token(), kind="followed", slots=["latest:2:8"]),
        )
        ledger = house.settle()
        assert ledger.database.execute("SELECT rail, position, story, seen, followed FROM slot").fetchall() == [
            ("latest", 1, 7, 1, 0),
            ("latest", 2, 8, 1, 1),
        ]
        assert views(ledger) == 0
