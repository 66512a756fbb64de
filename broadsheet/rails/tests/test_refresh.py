"""The refresh, from what the database and the readership say to the bytes in a page's slots."""

import re
import time
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from broadsheet.press.plate import PageFacts, Slot
from broadsheet.press.store import Store
from broadsheet.rails.filler import RailFiller
from broadsheet.rails.models import MustRead, RailSettings, Steer
from broadsheet.rails.refresh import Refresh
from broadsheet.rails.relating import Relating
from broadsheet.sections.tests.newsroom import open_front, open_section
from broadsheet.stories.models import Story
from broadsheet.stories.tests.newsroom import make_topic, publish_story

pytestmark = pytest.mark.django_db


class Readers:
    """What a readership would tell."""

    def __init__(self):
        self.tallies = []

    def read(self, story, readers, *, ago=60, engaged=0):
        start = int(time.time() - ago) // 60 * 60
        self.tallies.append(
            SimpleNamespace(story=story.pk, start=start, readers=readers, engaged=engaged, seen=0, followed=0)
        )

    def minutes(self, since):
        return [tally for tally in self.tallies if tally.start >= since]

    hours = minutes


@pytest.fixture
def front():
    return open_front()


@pytest.fixture
def sections(front):
    return [open_section(front, name) for name in ("World", "Asia")]


@pytest.fixture
def stories(sections):
    """Forty, an hour apart, the newest first; without the revisions that would take the test's time."""
    return [lay_out(sections[number % 2], number) for number in range(40)]


def lay_out(section, number):
    out = timezone.now() - timedelta(hours=number + 1)
    title = f"Story {number}"
    return section.add_child(
        instance=Story(title=title, slug=f"story-{number}", first_published_at=out, last_published_at=out)
    )


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "press.sqlite3")
    yield store
    store.close()


@pytest.fixture
def readers():
    return Readers()


@pytest.fixture
def refresh(store, readers):
    return Refresh(store, readers)


RAILS = ["you-may-also-like", "latest", "popular-now", "must-reads", "weekly-best"]


def filled(store, *names, story=None, section=None, shown=()):
    page = PageFacts(story and story.pk, section and section.pk, "en", tuple(one.pk for one in shown))
    slots = [Slot("rail", name) for name in names or RAILS]
    return [made.decode() for made in RailFiller(store).fill(page, slots, time.time())]


def listed(html, *, spare=False):
    found = re.findall(r'<li data-story="(\d+)"[^>]*?(data-spare hidden)?>', html)
    return [int(number) for number, hidden in found if bool(hidden) == spare]


class TestAPage:
    def test_is_filled_with_every_rail_and_no_story_twice(self, store, refresh, stories, sections):
        refresh.run(time.time())
        rails = filled(store, story=stories[3], section=sections[1], shown=[stories[0]])
        numbers = [number for html in rails for number in listed(html) + listed(html, spare=True)]
        assert [len(listed(html)) for html in rails] == [5, 6, 5, 5, 12]
        assert len(numbers) == len(set(numbers))
        assert not {stories[3].pk, stories[0].pk} & set(numbers)

    def test_carries_a_card_and_a_reason_in_words_for_each_story(self, store, refresh, stories):
        refresh.run(time.time())
        (html,) = filled(store, "latest")
        assert html.count('<span class="rail-why">One of the newest</span>') == html.count("<li ")
        assert stories[0].title in html

    def test_says_where_each_card_stands_to_whoever_counts_what_is_seen(self, store, refresh, stories):
        refresh.run(time.time())
        assert f'data-slot="latest:1:{stories[0].pk}"' in filled(store, "latest")[0]

    def test_has_no_box_where_there_is_no_story(self, store, refresh, front):
        refresh.run(time.time())
        assert filled(store) == [""] * 5


class TestAStory:
    def test_enters_popular_now_as_soon_as_it_is_read(self, store, refresh, readers, stories):
        refresh.run(time.time())
        assert listed(filled(store, "popular-now")[0])[0] != stories[20].pk
        readers.read(stories[20], 30)
        assert refresh.run(time.time()) == ["en"]
        (html,) = filled(store, "popular-now")
        assert listed(html)[0] == stories[20].pk
        assert "30 readers in the last hour" in html

    def test_leaves_every_rail_when_it_is_taken_back(self, store, refresh, stories):
        refresh.run(time.time())
        stories[0].unpublish()
        refresh.run(time.time())
        assert stories[0].pk not in listed(filled(store, "latest")[0])

    def test_has_related_stories_with_the_topic_that_they_share(self, store, refresh, sections, stories):
        treaty = make_topic("Lighthouse Treaty")
        one, other = (publish_story(sections[0], f"Lighthouse treaty {word}", topics=[treaty]) for word in ("a", "b"))
        refresh.run(time.time())
        relating = Relating(store, refresh.morgue, refresh.print_cards)
        relating.work(time.time(), 30.0)
        (html,) = filled(store, "you-may-also-like", story=one, section=sections[0])
        assert listed(html)[0] == other.pk
        assert "Also about: Lighthouse Treaty" in html


class TestARefresh:
    def test_of_what_has_not_changed_touches_nothing(self, store, refresh, readers, stories):
        readers.read(stories[5], 12)
        refresh.run(time.time())
        before = store.editions()
        assert refresh.run(time.time() + 1) == []
        assert store.editions() == before

    def test_counts_a_minute_that_is_told_again_once(self, refresh, readers, stories):
        readers.read(stories[5], 12)
        now = time.time()
        refresh.run(now)
        refresh.run(now)
        assert refresh.tallied.figures(now)[stories[5].pk].pulse[-1] == pytest.approx(12, rel=0.01)


class TestTheEditors:
    def test_choose_the_must_reads_in_their_order_until_they_end(self, store, refresh, stories):
        MustRead.objects.create(story=stories[30], place=2)
        MustRead.objects.create(story=stories[31], place=1)
        MustRead.objects.create(story=stories[32], place=3, ends_at=timezone.now() - timedelta(minutes=1))
        refresh.run(time.time())
        (html,) = filled(store, "must-reads")
        assert listed(html)[:2] == [stories[31].pk, stories[30].pk]
        assert stories[32].pk not in listed(html)
        assert html.count("Chosen by the editors") == 2

    def test_pin_and_exclude(self, store, refresh, stories):
        Steer.objects.create(story=stories[35], act="pin", rail="latest")
        Steer.objects.create(story=stories[0], act="exclude")
        refresh.run(time.time())
        rails = filled(store)
        assert listed(rails[1])[0] == stories[35].pk
        assert stories[0].pk not in [number for html in rails for number in listed(html)]

    def test_pin_on_one_sections_pages_alone(self, store, refresh, stories, sections):
        Steer.objects.create(story=stories[35], act="pin", rail="latest", section=sections[0])
        refresh.run(time.time())
        assert listed(filled(store, "latest", story=stories[1], section=sections[0])[0])[0] == stories[35].pk
        assert listed(filled(store, "latest", story=stories[1], section=sections[1])[0])[0] != stories[35].pk

    def test_boost_and_bury(self, store, refresh, readers, stories):
        for story, number in ((stories[1], 100), (stories[2], 90), (stories[3], 80)):
            readers.read(story, number)
        Steer.objects.create(story=stories[3], act="boost", rail="popular-now")
        Steer.objects.create(story=stories[1], act="bury", rail="popular-now")
        refresh.run(time.time())
        assert listed(filled(store, "popular-now")[0])[:3] == [stories[3].pk, stories[2].pk, stories[1].pk]

    def test_may_end_an_order_at_a_time(self, store, refresh, stories):
        ended = timezone.now() - timedelta(seconds=1)
        Steer.objects.create(story=stories[35], act="pin", rail="latest", ends_at=ended)
        refresh.run(time.time())
        assert listed(filled(store, "latest")[0])[0] == stories[0].pk

    def test_set_a_rails_title_length_sections_and_pages(self, store, refresh, stories, sections):
        settings = RailSettings.objects.create(rail="latest", title="Just In", length=3, on_stories=False)
        settings.sections.set([sections[1]])
        refresh.run(time.time())
        (html,) = filled(store, "latest")
        assert "Just In" in html
        assert listed(html) == [stories[1].pk, stories[3].pk, stories[5].pk]
        assert filled(store, "latest", story=stories[1]) == [""]
