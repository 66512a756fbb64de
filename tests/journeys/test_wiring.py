"""Which event takes which pages out of print."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from broadsheet import wiring
from broadsheet.press.keys import MISSING, SITE, listing
from broadsheet.press.purging import Purger
from broadsheet.press.store import Store
from broadsheet.sections.models import BreakingNews, Masthead
from broadsheet.sections.tests.newsroom import open_newspaper
from broadsheet.stories.models import Byline, Correction, StoryTopic, Topic
from broadsheet.stories.schedule import publish_due
from broadsheet.stories.tests.newsroom import draft_story, make_photo
from broadsheet.stories.withdrawal import withdraw


@pytest.fixture
def newspaper(db):
    return open_newspaper(stories_each=2)


@pytest.fixture
def purged(newspaper, tmp_path, monkeypatch, django_capture_on_commit_callbacks):
    """Does an act as if its transaction ended, and gives the keys that were purged softly and hard."""
    store = Store(tmp_path / "press.sqlite3")
    monkeypatch.setattr(wiring, "purger", lambda: Purger(store))

    def after(act):
        before = store.newest_purge()
        with django_capture_on_commit_callbacks(execute=True):
            act()
            assert store.newest_purge() == before, "nothing is purged before the commit"
        made = store.purges_since(before)
        soft = {key for purge in made if not purge.hard for key in purge.keys}
        return soft, {key for purge in made if purge.hard for key in purge.keys}

    yield after
    store.close()


class TestPublishing:
    def test_purges_the_story_and_every_list_that_it_may_stand_in(self, newspaper, purged):
        section, story = newspaper.sections[0], draft_story(newspaper.sections[0])
        topic = Topic.objects.create(name="Ports", slug="ports")
        StoryTopic.objects.create(story=story, topic=topic)
        soft, hard = purged(story.get_latest_revision().publish)
        assert {f"story-{story.pk}", MISSING, f"section-{section.pk}-list", f"front-{newspaper.front.pk}-list"} <= soft
        assert hard == set()

    def test_lists_it_under_its_people_and_topics(self, newspaper, purged):
        story = newspaper.stories[0]
        topic = Topic.objects.create(name="Ports", slug="ports")
        StoryTopic.objects.create(story=story, topic=topic)
        people = [byline.contributor for byline in Byline.objects.filter(story=story)]
        soft, _hard = purged(story.save_revision().publish)
        assert listing(topic.surrogate_key) in soft
        assert {listing(person.surrogate_key) for person in people} <= soft

    def test_leaves_the_section_s_other_stories_in_print(self, newspaper, purged):
        soft, _hard = purged(newspaper.stories[0].save_revision().publish)
        assert newspaper.sections[0].surrogate_key not in soft
        assert newspaper.stories[1].surrogate_key not in soft
        assert SITE not in soft

    def test_at_its_scheduled_time_purges_the_same(self, newspaper, purged):
        now = timezone.now()
        story = draft_story(newspaper.sections[0], go_live_at=now + timedelta(hours=1))
        story.get_latest_revision().publish()
        soft, _hard = purged(lambda: publish_due(now + timedelta(hours=1)))
        assert {story.surrogate_key, listing(newspaper.sections[0].surrogate_key), MISSING} <= soft


class TestWhatMustNotBeShownAgain:
    def test_is_a_corrected_story(self, newspaper, purged):
        story = newspaper.stories[0]
        story.corrections.add(Correction(text="It was Tuesday."))
        _soft, hard = purged(story.save_revision().publish)
        assert story.surrogate_key in hard

    def test_is_a_withdrawn_story(self, newspaper, purged):
        story = newspaper.stories[0]
        _soft, hard = purged(lambda: withdraw(story, "We were wrong.", timezone.now()))
        assert story.surrogate_key in hard

    def test_is_a_deleted_story(self, newspaper, purged):
        story = newspaper.stories[0]
        key = story.surrogate_key
        _soft, hard = purged(story.delete)
        assert {key, listing(newspaper.sections[0].surrogate_key)} <= hard

    def test_is_a_story_at_an_old_address(self, newspaper, purged):
        story, other = newspaper.stories[0], newspaper.sections[1]
        _soft, hard = purged(lambda: story.move(other, pos="last-child"))
        lists = {listing(section.surrogate_key) for section in newspaper.sections[:2]}
        assert {story.surrogate_key, *lists} <= hard

    def test_is_every_story_of_a_section_that_moves_to_another_slug(self, newspaper, purged):
        section = newspaper.sections[0]
        section.slug = "elsewhere"
        _soft, hard = purged(section.save_revision().publish)
        stories = [child.specific for child in section.get_children()]
        assert len(stories) == 2
        assert {story.surrogate_key for story in stories} <= hard

    def test_is_a_page_that_became_private(self, newspaper, purged):
        story = newspaper.stories[0]
        restrict = PageViewRestriction(page=story, restriction_type=PageViewRestriction.LOGIN)
        _soft, hard = purged(restrict.save)
        assert story.surrogate_key in hard

    def test_is_an_address_without_a_page_that_leads_somewhere_now(self, purged):
        _soft, hard = purged(lambda: Redirect.add_redirect("/old/", "/new/"))
        assert hard == {MISSING}


class TestAChangeBesideTheStories:
    def test_to_a_photo_purges_what_shows_it(self, newspaper, purged):
        photo = make_photo()
        photo.credit = "Somebody else"
        assert purged(photo.save) == ({photo.surrogate_key}, set())

    def test_to_the_masthead_purges_every_page(self, purged):
        assert SITE in purged(Masthead(publisher="The Press Ltd").save)[0]

    def test_to_breaking_news_purges_every_page(self, newspaper, purged):
        strip = BreakingNews(locale=newspaper.front.locale, text="It happened")
        assert SITE in purged(strip.save)[0]

    def test_that_is_taken_back_purges_nothing(self, newspaper, purged):
        assert purged(newspaper.stories[0].save_revision) == (set(), set())
