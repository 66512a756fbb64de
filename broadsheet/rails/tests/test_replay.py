"""Logs and what is replayed on them: lists, impressions and whole pages."""

import pytest

from broadsheet.rails.catalogue import Rail
from broadsheet.rails.contenders import CONTENDERS, Decayed, Windowed
from broadsheet.rails.impressions import replay_impressions
from broadsheet.rails.logs import Impression, LogError, Read, merge_repeats, read_log
from broadsheet.rails.replay import feeds, replay
from broadsheet.rails.whole_page import replay_pages

HOUR = 3600
NOON = 1_700_000_400 // HOUR * HOUR


@pytest.fixture
def log(tmp_path):
    """Twelve hours in which story 1 is read every minute, and story 2 every five."""
    path = tmp_path / "reads.csv"
    lines = ["time,reader,story,finished,published"]
    for minute in range(12 * 60):
        lines.append(f"{NOON + 60 * minute},r{minute},1,1,{NOON - HOUR}")
        if minute % 5 == 0:
            lines.append(f"{NOON + 60 * minute + 30},s{minute},2,0,{NOON - HOUR}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


class TestALog:
    def test_is_read_in_order_of_time_with_readers_as_numbers(self, log):
        read = read_log(log)
        assert read.reads[0] == Read(NOON, 0, 1, finished=True)
        assert [one.when for one in read.reads] == sorted(one.when for one in read.reads)
        assert read.published == {1: NOON - HOUR, 2: NOON - HOUR}

    def test_counts_a_reader_who_comes_back_within_half_an_hour_once(self):
        reads = [Read(when, 0, 1) for when in (0, 1000, 2500, 5000)]
        assert [read.when for read in merge_repeats(reads)] == [0, 5000]

    def test_takes_a_story_to_be_out_from_its_first_read_on_if_it_does_not_say(self, tmp_path):
        path = tmp_path / "reads.csv"
        path.write_text("time,reader,story\n2023-05-01T12:00:00Z,a,7\n2023-05-01T13:00:00Z,b,7\n", encoding="utf-8")
        assert list(read_log(path).first_seen().values()) == [1682942400]

    @pytest.mark.parametrize(
        ("text", "said"),
        [("time,reader\n", "has no column story"), ("time,reader,story\n1,a,one\n", "line 2")],
    )
    def test_that_cannot_be_read_says_where(self, tmp_path, text, said):
        path = tmp_path / "reads.csv"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(LogError, match=said):
            read_log(path)

    def test_is_a_table_or_a_folder(self, tmp_path):
        with pytest.raises(LogError, match="is no log"):
            read_log(tmp_path / "reads.txt")


class Told:
    """A contender that names what it is told, and keeps what it was shown."""

    def __init__(self, *stories):
        self.stories = stories
        self.shown = []

    def observe(self, story, when):
        self.shown.append((story, when))

    def best(self, now, limit=10):
        return self.stories


class TestAReplay:
    def test_scores_each_read_by_its_place_in_the_list(self):
        reads = [Read(NOON, 0, 1), Read(NOON + 1, 0, 2), Read(NOON + 2, 0, 3)]
        score = replay(reads, Told(1, 2), {}, start=NOON, end=NOON + 60)
        assert score.tests == 3
        assert score.ndcg == pytest.approx((1 + 0.6309) / 3, abs=1e-4)
        assert score.hit_rate == pytest.approx(2 / 3)
        assert score.mean_reciprocal_rank == pytest.approx(0.5)
        assert score.coverage == pytest.approx(2 / 3)

    def test_shows_no_read_before_it_has_been_a_test(self):
        class Peeking(Told):
            def best(self, now, limit=10):
                assert all(when < now for _story, when in self.shown)
                return [story for story, _when in self.shown]

        reads = [Read(NOON + 30 * number, number, number) for number in range(1, 20)]
        assert replay(reads, Peeking(), {}, start=NOON, end=NOON + 600).tests == 19

    def test_feeds_the_share_of_readers_and_tests_on_all(self):
        reads = [Read(NOON + number // 10, number, 1) for number in range(500)]
        told = Told(1)
        assert replay(reads, told, {}, start=NOON, end=NOON + 60, share=0.1).tests == 500
        assert len(told.shown) == sum(feeds(reader, 0.1) for reader in range(500))
        assert 20 < len(told.shown) < 90

    @pytest.mark.parametrize("name", CONTENDERS)
    def test_has_contenders_that_put_what_is_read_most_first(self, log, name):
        contender = CONTENDERS[name](read_log(log).published)
        for read in read_log(log).reads:
            contender.observe(read.story, read.when)
        best = contender.best(NOON + 12 * HOUR)
        assert set(best) == {1, 2}
        assert best[0] == 1 or name == "half an hour against six"


class TestAContender:
    def test_forgets_what_has_left_its_window(self):
        windowed = Windowed({}, [60])
        windowed.observe(1, NOON)
        windowed.observe(2, NOON + HOUR)
        assert windowed.best(NOON + HOUR + 1) == [2]

    def test_counts_half_after_a_half_life(self):
        decayed = Decayed({}, 15)
        decayed.observe(1, NOON)
        decayed.observe(1, NOON)
        for _read in range(3):
            decayed.observe(2, NOON - HOUR)
        assert decayed.best(NOON + 900) == [1, 2]


class TestImpressions:
    def test_are_ranked_from_what_came_before_them_alone(self):
        seen = [Impression(NOON + 60 * n, n, 0, (1, 2), (1,)) for n in range(40)]
        areas = replay_impressions(seen, [], NOON)
        assert areas[0] == 0.5
        assert areas[-1] == 1.0

    def test_without_a_choice_are_no_test(self):
        seen = [Impression(NOON, 0, 0, (1, 2), ()), Impression(NOON, 0, 0, (1,), (1,))]
        assert replay_impressions(seen, [], NOON) == []


class TestAWholePage:
    def test_counts_the_next_read_if_it_is_among_the_links(self):
        rails = [Rail("popular", "", "", length=1, ladder=("popular-now",), spare=1, from_one_section=9)]
        reads = [Read(NOON + n, n, 1 if n % 4 else 2) for n in range(400)]
        views = [Impression(NOON + 600, 5, 9, (1, 2), (1,)), Impression(NOON + 601, 7, 9, (1, 2), (2,))]
        score = replay_pages(reads, views, {}, rails)
        assert (score.tests, score.links, score.planned) == (2, 2, 1)
        assert score.hiding == 1  # reader 7 read story 1, so the spare one takes its place
