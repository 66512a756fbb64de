"""Correcting a published story, with and without a draft beside it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page

from broadsheet.stories.correcting import CorrectionError, correct
from broadsheet.stories.models import Story
from broadsheet.stories.tests.newsroom import draft_story, publish_story

NOTE = "It was Tuesday, not Monday."


@pytest.fixture
def story(db) -> Story:
    return publish_story(Page.objects.get(depth=2), "The bridge opens")


def now_published(story: Story) -> Story:
    return Story.objects.get(pk=story.pk)


class TestACorrection:
    def test_stands_under_the_story_at_once(self, story):
        correct(story, "correction", NOTE, timezone.now())
        assert [made.text for made in now_published(story).corrections.all()] == [NOTE]
        assert now_published(story).live
        assert not now_published(story).has_unpublished_changes

    def test_leaves_a_draft_a_draft(self, story):
        story.title = "The bridge opens late"
        story.save_revision()
        correct(story, "correction", NOTE, timezone.now())
        published = now_published(story)
        draft = published.get_latest_revision_as_object()
        assert (published.title, draft.title) == ("The bridge opens", "The bridge opens late")
        assert published.has_unpublished_changes
        assert [made.text for made in draft.corrections.all()] == [NOTE]

    def test_is_there_once_when_the_draft_goes_out(self, story):
        story.save_revision()
        correct(story, "correction", NOTE, timezone.now())
        now_published(story).get_latest_revision().publish()
        assert now_published(story).corrections.count() == 1

    def test_keeps_the_schedule_of_a_draft(self, story):
        goes_out = timezone.now() + timedelta(hours=2)
        story.go_live_at = goes_out
        story.save_revision().publish()
        correct(now_published(story), "clarification", NOTE, timezone.now())
        assert now_published(story).scheduled_revision.approved_go_live_at == goes_out
        assert now_published(story).corrections.get().kind == "clarification"

    def test_does_not_move_the_first_publication(self, story):
        before = now_published(story).first_published_at
        correct(story, "correction", NOTE, timezone.now())
        assert now_published(story).first_published_at == before


class TestARefusal:
    def test_meets_an_empty_note(self, story):
        with pytest.raises(CorrectionError, match="what is right"):
            correct(story, "correction", "  ", timezone.now())

    def test_meets_a_story_that_is_not_published(self, story):
        with pytest.raises(CorrectionError, match="not published"):
            correct(draft_story(story.get_parent(), "Not yet"), "correction", NOTE, timezone.now())
