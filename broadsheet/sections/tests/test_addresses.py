"""Addresses: where pages stand, and what becomes of an old address."""

import pytest
from django.core.exceptions import ValidationError
from django.http import Http404
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from broadsheet.sections.models import Section, StandingPage
from broadsheet.sections.tests.newsroom import Newspaper, open_newspaper
from broadsheet.stories.tests.newsroom import draft_story
from broadsheet.stories.withdrawal import restore, withdraw


@pytest.fixture
def newspaper(db) -> Newspaper:
    return open_newspaper(stories_each=1)


def serve(newspaper: Newspaper, *path: str):
    """What the tree answers at a path, not yet rendered."""
    request = RequestFactory().get("/" + "/".join(path))
    page, arguments, keywords = newspaper.front.route(request, list(path))
    return page.serve(request, *arguments, **keywords)


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """What is done inside it is done as if its transaction had ended."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


class TestAStory:
    def test_stands_under_its_section(self, newspaper):
        assert newspaper.stories[0].url == "/world/world-story-0/"
        assert serve(newspaper, "world", "world-story-0").status_code == 200

    def test_speaks_the_language_of_its_edition(self, newspaper):
        korean = open_newspaper(("세계",), stories_each=1, language="ko")
        assert korean.stories[0].locale == Locale.objects.get(language_code="ko")
        section = korean.sections[0]
        copied = newspaper.stories[0].copy(to=section, update_attrs={"slug": "copied"})
        assert copied.locale == newspaper.stories[0].locale

    def test_leaves_a_redirect_when_its_slug_changes(self, newspaper, committed):
        story = newspaper.stories[0]
        story.slug = "another"
        with committed():
            story.save_revision().publish()
        redirect = Redirect.objects.get(old_path="/world/world-story-0")
        assert redirect.link == "/world/another/"

    def test_leaves_a_redirect_when_it_moves_to_another_section(self, newspaper):
        story = newspaper.stories[0]
        story.move(newspaper.sections[1], "last-child")
        redirect = Redirect.objects.get(old_path="/world/world-story-0")
        assert redirect.link == "/business/world-story-0/"

    def test_is_found_at_every_address_it_ever_had(self, newspaper, committed):
        story = newspaper.stories[0]
        story.move(newspaper.sections[1], "last-child")
        story = type(story).objects.get(pk=story.pk)
        story.slug = "another"
        with committed():
            story.save_revision().publish()
        links = {redirect.old_path: redirect.link for redirect in Redirect.objects.all()}
        assert links == dict.fromkeys(["/world/world-story-0", "/business/world-story-0"], "/business/another/")


class TestASection:
    def test_takes_its_stories_along_when_its_slug_changes(self, newspaper, committed):
        section = newspaper.sections[0]
        section.slug = "abroad"
        with committed():
            section.save_revision().publish()
        links = {redirect.old_path: redirect.link for redirect in Redirect.objects.all()}
        assert links == {"/world": "/abroad/", "/world/world-story-0": "/abroad/world-story-0/"}


class TestAReservedAddress:
    """What the newspaper answers itself cannot be taken away from it by a page."""

    RESERVED = ("media", "static", "desk", "search", "topics", "authors", "archive", "corrections", "ko", "-")

    @pytest.mark.parametrize("kind", [Section, StandingPage])
    def test_is_refused_to_a_page_below_a_front(self, newspaper, kind):
        korean = open_newspaper(("세계",), stories_each=0, language="ko")
        for front in (newspaper.front, korean.front):
            for slug in self.RESERVED:
                with pytest.raises(ValidationError, match="newspaper itself"):
                    front.add_child(instance=kind(title="Mine", slug=slug, locale=front.locale))

    def test_is_refused_in_the_desk_in_whatever_language_it_speaks(self, newspaper, admin_client):
        address = reverse("wagtailadmin_pages:add", args=["sections", "section", newspaper.front.pk])
        placements = nested_form_data({"placements": inline_formset([])})
        for language in ("en", "ko"):
            with override(language):
                for values in ({"title": "Mine", "slug": "search"}, {"title": "Search", "slug": ""}):
                    answer = admin_client.post(address, {**placements, **values, "introduction": ""})
                    assert answer.status_code == 200
                    assert "slug" in answer.context["form"].errors
        assert not Section.objects.filter(title__in=["Mine", "Search"]).exists()

    def test_is_free_below_another_page(self, newspaper):
        assert draft_story(newspaper.sections[0], "Search", slug="search").url == "/world/search/"


class TestAWithdrawnStory:
    def test_answers_410_with_its_note(self, newspaper):
        withdraw(newspaper.stories[0], "It was not true.", timezone.now())
        answer = serve(newspaper, "world", "world-story-0")
        assert (answer.status_code, answer.template_name) == (410, "stories/withdrawn.html")
        assert answer.context_data["page"].withdrawal_note == "It was not true."

    def test_answers_again_once_it_is_restored(self, newspaper):
        withdraw(newspaper.stories[0], "It was not true.", timezone.now())
        restore(newspaper.stories[0])
        assert serve(newspaper, "world", "world-story-0").status_code == 200


class TestADraft:
    def test_answers_404(self, newspaper):
        newspaper.stories[0].unpublish()
        with pytest.raises(Http404):
            serve(newspaper, "world", "world-story-0")
