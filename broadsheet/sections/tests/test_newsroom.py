"""That the newspaper which other tests stand on is one."""

import pytest
from django.utils.encoding import uri_to_iri

from broadsheet.sections.tests.newsroom import open_newspaper
from broadsheet.stories.models import Story

pytestmark = pytest.mark.django_db


class TestANewspaper:
    def test_has_published_stories_newest_first(self):
        newspaper = open_newspaper()
        assert list(Story.objects.published()) == newspaper.stories

    def test_has_two_editions(self):
        english, korean = open_newspaper(), open_newspaper(("세계",), language="ko")
        assert english.front.locale != korean.front.locale
        assert uri_to_iri(korean.stories[0].url) == "/세계/세계-story-0/"
