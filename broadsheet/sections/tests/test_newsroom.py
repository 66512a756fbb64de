"""That the newspaper which other tests stand on is one."""

import pytest
from django.utils.encoding import uri_to_iri

from broadsheet.sections.tests.newsroom import fill_section, open_newspaper
from broadsheet.stories.models import Story

pytestmark = pytest.mark.django_db


class TestANewspaper:
    def test_has_published_stories_newest_first(self):
        newspaper = open_newspaper()
        assert list(Story.objects.published()) == newspaper.stories

    def test_has_two_editions(self):
        english, korean = open_newspaper(), open_newspaper(("세계",), language="ko")
        assert english.front.locale != korean.front.locale
        assert uri_to_iri(korean.stories[0].url) == "/ko/세계/세계-story-0/"

    def test_can_be_filled_with_many_stories_that_are_real_pages(self):
        newspaper = open_newspaper(("World",), stories_each=1)
        section = newspaper.sections[0]
        fill_section(section, 300, newspaper.photos[0], newspaper.contributors[0])
        assert Story.find_problems() == ([], [], [], [], [])
        stories = list(Story.objects.child_of(section).published())
        assert len(stories) == 301
        last = stories[-1]
        assert (last.url, last.bylines.get().contributor) == ("/world/bulk-299/", newspaper.contributors[0])
        last.save_revision().publish()
        assert Story.objects.get(pk=last.pk).body[0].block_type == "text"
        section.refresh_from_db()
        section.add_child(instance=Story(title="One more"))
        assert Story.find_problems() == ([], [], [], [], [])


class TestCards:
    @pytest.mark.parametrize("count", [5, 50])
    def test_cost_the_same_few_queries_however_many(self, django_assert_num_queries, count):
        newspaper = open_newspaper(("World",), stories_each=1)
        fill_section(newspaper.sections[0], count, newspaper.photos[0], newspaper.contributors[0])
        with django_assert_num_queries(4):
            for story in Story.objects.descendant_of(newspaper.front).live().as_cards():
                assert story.lead_photo.objections() == []
                assert list(story.lead_photo.renditions.all()) == []
                assert [line.contributor.name for line in story.bylines.all()]
