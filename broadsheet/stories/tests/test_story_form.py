"""The story's form, through the desk's own views."""

import html
import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from broadsheet.stories.models import Story
from broadsheet.stories.tests.newsroom import draft_story, make_contributor, make_photo, make_topic, publish_story

MINUTE = timedelta(minutes=1)


@pytest.fixture
def parent(db) -> Page:
    return Page.objects.get(depth=2)


def fields(story: Story, body: list = [], bylines: list = [], **values) -> dict[str, str]:  # noqa: B006
    data = {
        "title": story.title,
        "slug": story.slug,
        "form": "news",
        "body": streamfield(body or [("text", rich_text("<p>The <b>first</b> paragraph.</p>"))]),
        "bylines": inline_formset(bylines),
        "story_topics": inline_formset([]),
        "corrections": inline_formset([]),
        "comments": inline_formset([]),
        **values,
    }
    return nested_form_data(data)


def send(client, story: Story, action: str = "action-publish", **values):
    return client.post(
        reverse("wagtailadmin_pages:edit", args=[story.pk]), {**fields(story, **values), action: "yes"}, follow=True
    )


def text_of(answer) -> str:
    """What stands in the page, also inside the JSON from which the desk builds the body's errors."""
    return re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), html.unescape(answer.content.decode()))


def in_paper_time(moment) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")


class TestTheForm:
    def test_opens_in_the_desk(self, admin_client, parent):
        story = draft_story(parent, by=[make_contributor()], topics=[make_topic()])
        page = admin_client.get(reverse("wagtailadmin_pages:edit", args=[story.pk]))
        assert page.status_code == 200

    def test_publishes_a_story_with_its_bylines_in_order(self, admin_client, parent):
        story, first, second = draft_story(parent), make_contributor(), make_contributor()
        bylines = [
            {"contributor": second.pk, "role": "photographer", "ORDER": 2},
            {"contributor": first.pk, "role": "writer", "ORDER": 1},
        ]
        send(admin_client, story, bylines=bylines)
        story.refresh_from_db()
        assert story.live
        assert [(line.contributor, line.role) for line in story.bylines.all()] == [
            (first, "writer"),
            (second, "photographer"),
        ]

    def test_saves_a_draft_whose_photo_lacks_its_credit(self, admin_client, parent):
        story, photo = draft_story(parent), make_photo(credit="")
        body = [("photo", {"photo": photo.pk, "caption": ""})]
        send(admin_client, story, "action-save", body=body, lead_photo=photo.pk)
        story.refresh_from_db()
        assert story.get_latest_revision_as_object().body[0].value["photo"] == photo

    def test_refuses_to_publish_it_and_names_the_photo(self, admin_client, parent):
        story, photo = draft_story(parent), make_photo(title="Harbour", credit="")
        for values in ({"lead_photo": photo.pk}, {"body": [("photo", {"photo": photo.pk, "caption": ""})]}):
            answer = send(admin_client, story, **values)
            assert "The photo “Harbour” lacks: credit." in text_of(answer)
            story.refresh_from_db()
            assert not story.live

    def test_refuses_to_publish_or_schedule_before_the_embargo_ends(self, admin_client, parent):
        story, now = draft_story(parent), timezone.now()
        end = in_paper_time(now + 10 * MINUTE)
        for go_live_at in ("", in_paper_time(now + 5 * MINUTE)):
            answer = send(admin_client, story, embargo_until=end, go_live_at=go_live_at)
            assert "under embargo until" in answer.content.decode()
            story.refresh_from_db()
            assert not story.live
            assert not story.revisions.filter(approved_go_live_at__isnull=False).exists()

    def test_schedules_at_the_end_of_the_embargo(self, admin_client, parent):
        story = draft_story(parent)
        end = in_paper_time(timezone.now() + 10 * MINUTE)
        send(admin_client, story, embargo_until=end, go_live_at=end)
        assert story.revisions.filter(approved_go_live_at__isnull=False).count() == 1

    def test_keeps_corrections_with_their_kind_and_date(self, admin_client, parent):
        story = publish_story(parent)
        made_at = "2026-04-02 10:00"
        send(
            admin_client,
            story,
            corrections=inline_formset([{"kind": "clarification", "text": "It was 12, not 21.", "made_at": made_at}]),
        )
        correction = Story.objects.get(pk=story.pk).corrections.get()
        assert (correction.kind, correction.text) == ("clarification", "It was 12, not 21.")
        assert in_paper_time(correction.made_at) == made_at

    def test_cleans_what_was_pasted_as_html(self, admin_client, parent):
        story = draft_story(parent)
        send(admin_client, story, body=[("html", '<p onclick="x()">Kept<script>alert(1)</script></p>')])
        story.refresh_from_db()
        assert story.body.raw_data[0]["value"] == "<p>Kept</p>"


class TestTheTickForASubstantialUpdate:
    def test_is_offered_only_after_the_first_publication(self, admin_client, parent):
        for story, offered in ((draft_story(parent), False), (publish_story(parent), True)):
            page = admin_client.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()
            assert ("This update is substantial" in page) is offered

    def test_moves_the_time_of_the_update_once(self, admin_client, parent):
        story = publish_story(parent)
        send(admin_client, story)
        assert Story.objects.get(pk=story.pk).substantially_updated_at is None
        send(admin_client, story, substantial="on")
        updated = Story.objects.get(pk=story.pk).substantially_updated_at
        assert updated is not None
        send(admin_client, story)
        assert Story.objects.get(pk=story.pk).substantially_updated_at == updated

    def test_is_not_remembered(self, admin_client, parent):
        story = publish_story(parent)
        send(admin_client, story, substantial="on")
        page = admin_client.get(reverse("wagtailadmin_pages:edit", args=[story.pk]))
        assert not page.context["form"]["substantial"].value()
