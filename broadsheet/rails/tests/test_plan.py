"""The plan of a page: promises that hold for every newspaper, and the editors' orders."""

from math import inf

from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.rails.catalogue import CATALOGUE, Rail
from broadsheet.rails.features import Reason
from broadsheet.rails.plan import Candidate, Edition, Page, plan_page

NOW = 1_000_000.0
RAILS = [rail for rail in CATALOGUE if rail.readers]
NAMES = ["latest", "popular-now", "weekly-best", "finished", "must-reads", "latest@1", "popular-now@1"]

stories = st.integers(1, 40)


def candidate(story, *, section=None, until=inf, published=0.0, authors=None):
    section = story % 4 if section is None else section
    authors = (story % 7,) if authors is None else authors
    return Candidate(story, Reason("newest"), section, authors, published, until)


lists = st.lists(stories, max_size=40).map(lambda ids: [candidate(story) for story in ids])


@st.composite
def newspapers(draw):
    standings = {name: draw(lists) for name in NAMES}
    excluded = {rail.name: frozenset(draw(st.lists(stories, max_size=5))) for rail in RAILS}
    pins = {draw(st.sampled_from(RAILS)).name: [candidate(story) for story in draw(st.lists(stories, max_size=3))]}
    printable = frozenset(draw(st.lists(stories, max_size=40)))
    edition = Edition(standings, printable, pins, excluded)
    page = Page(
        draw(st.none() | stories), draw(st.none() | st.integers(0, 3)), tuple(draw(st.lists(stories, max_size=8)))
    )
    rails = draw(st.permutations(RAILS))
    return page, rails, edition, draw(lists)


def everything(plan):
    return [placed for shown, spare in plan.values() for placed in shown + spare]


class TestAPlan:
    @given(newspapers())
    @settings(deadline=None)
    def test_names_no_story_twice_and_never_one_that_the_page_prints_already(self, newspaper):
        page, rails, edition, related = newspaper
        named = [placed.story for placed in everything(plan_page(page, rails, edition, NOW, related))]
        assert len(named) == len(set(named))
        assert not set(named) & {page.story, *page.shown}

    @given(newspapers())
    @settings(deadline=None)
    def test_shows_only_what_is_printable_and_not_excluded_within_the_length(self, newspaper):
        page, rails, edition, related = newspaper
        plan = plan_page(page, rails, edition, NOW, related)
        for rail in rails:
            shown, spare = plan[rail.name]
            assert len(shown) <= rail.length
            assert len(spare) <= rail.spare
            for placed in shown + spare:
                assert placed.story in edition.printable
                assert placed.story not in edition.excluded[rail.name]

    @given(newspapers())
    @settings(deadline=None)
    def test_leaves_a_rail_short_only_when_its_ladder_has_no_story_left(self, newspaper):
        page, rails, edition, related = newspaper
        plan = plan_page(page, rails, edition, NOW, related)
        used = {placed.story for placed in everything(plan)} | {page.story, *page.shown}
        for rail in rails:
            if len(plan[rail.name][0]) < rail.length:
                left = {c.story for name in rail.ladder if "@" not in name for c in edition.standings.get(name, ())}
                assert not (left & edition.printable) - edition.excluded[rail.name] - used

    @given(newspapers())
    @settings(deadline=None)
    def test_is_the_same_each_time(self, newspaper):
        page, rails, edition, related = newspaper
        assert plan_page(page, rails, edition, NOW, related) == plan_page(page, rails, edition, NOW, related)

    @given(newspapers())
    @settings(deadline=None)
    def test_gives_every_story_a_reason(self, newspaper):
        page, rails, edition, related = newspaper
        assert all(placed.reason.code for placed in everything(plan_page(page, rails, edition, NOW, related)))


ANY_PAGE = Page()


def shown(rail, edition, page=ANY_PAGE, now=NOW):
    return [placed.story for placed in plan_page(page, [rail], edition, now)[rail.name][0]]


def paper(*ids, **keywords):
    return Edition({"list": [candidate(story, **keywords) for story in ids]}, frozenset(range(100)))


RAIL = Rail("a", "A", "", length=4, ladder=("list",), spare=0, from_one_section=2, from_one_author=9)


class TestCaps:
    def test_keep_a_section_from_filling_a_rail(self):
        edition = Edition(
            {"list": [candidate(story, section=1 if story < 5 else 2, authors=()) for story in range(1, 9)]},
            frozenset(range(100)),
        )
        assert shown(RAIL, edition) == [1, 2, 5, 6]

    def test_give_way_before_a_rail_stays_short(self):
        assert shown(RAIL, paper(1, 2, 3, 4, 5, section=1)) == [1, 2, 3, 4]

    def test_do_not_apply_to_sections_on_a_sections_own_front(self):
        assert shown(RAIL, paper(1, 2, 3, 4, section=1), Page(section=1)) == [1, 2, 3, 4]

    def test_keep_an_author_from_filling_a_rail(self):
        rail = Rail("a", "A", "", length=2, ladder=("list",), spare=0, from_one_author=1)
        edition = Edition(
            {"list": [candidate(1, authors=(5,)), candidate(2, authors=(5, 6)), candidate(3, authors=(6,))]},
            frozenset(range(9)),
        )
        assert shown(rail, edition) == [1, 3]


class TestPins:
    def test_stand_first_whatever_the_ranking_says(self):
        edition = Edition({"list": [candidate(1)]}, frozenset(range(9)), pins={"a": [candidate(7)]})
        assert shown(RAIL, edition) == [7, 1]

    def test_of_a_section_stand_on_that_sections_pages_alone(self):
        edition = Edition({"list": [candidate(1)]}, frozenset(range(9)), pins={"a@3": [candidate(7)]})
        assert shown(RAIL, edition, Page(story=8, section=3)) == [7, 1]
        assert shown(RAIL, edition, Page(story=8, section=2)) == [1]


class TestTheLadder:
    def test_is_climbed_down_only_when_every_rail_has_what_its_title_says(self):
        must_reads = Rail("must-reads", "", "", length=2, ladder=("chosen", "latest"), spare=0)
        latest = Rail("latest", "", "", length=2, ladder=("latest",), spare=0)
        edition = Edition({"chosen": [candidate(9)], "latest": [candidate(n) for n in (8, 7, 6)]}, frozenset(range(10)))
        plan = plan_page(Page(), [must_reads, latest], edition, NOW)
        assert [placed.story for placed in plan["latest"][0]] == [8, 7]
        assert [placed.story for placed in plan["must-reads"][0]] == [9, 6]

    def test_does_not_take_what_another_rail_has_pinned(self):
        first, second = (Rail(name, "", "", length=1, ladder=("list",), spare=0) for name in ("first", "second"))
        edition = Edition({"list": [candidate(1)]}, frozenset(range(9)), pins={"second": [candidate(1)]})
        plan = plan_page(Page(), [first, second], edition, NOW)
        assert plan["first"] == ([], [])
        assert [placed.story for placed in plan["second"][0]] == [1]


class TestTime:
    def test_ends_what_has_an_end(self):
        edition = Edition({"list": [candidate(1, until=NOW), candidate(2, until=NOW + 1)]}, frozenset(range(9)))
        assert shown(RAIL, edition) == [2]

    def test_keeps_stories_that_are_not_out_yet_away(self):
        edition = Edition({"list": [candidate(1, published=NOW + 1), candidate(2, published=NOW)]}, frozenset(range(9)))
        assert shown(RAIL, edition) == [2]

    def test_puts_old_stories_behind_those_of_the_look_back(self):
        rail = Rail("a", "A", "", length=2, ladder=("list",), spare=0, look_back=1)
        edition = Edition(
            {"list": [candidate(1, published=NOW - 3601), candidate(2, published=NOW - 3599)]}, frozenset(range(9))
        )
        assert shown(rail, edition) == [2, 1]


class TestASectionsFront:
    def test_is_offered_its_own_section_before_the_paper(self):
        edition = Edition({"list": [candidate(1)], "list@3": [candidate(2)]}, frozenset(range(9)))
        assert shown(RAIL, edition, Page(section=3)) == [2, 1]
