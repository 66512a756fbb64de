"""The desk as each of the newsroom's groups finds it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Workflow

from broadsheet.desk.photos import by_rights, with_uses
from broadsheet.desk.plan import draw_up
from broadsheet.desk.staff import DUTIES, WORKFLOW, staff_desk
from broadsheet.desk.tests.newsroom import hire
from broadsheet.rails.models import Steer
from broadsheet.sections.models import BreakingNews
from broadsheet.sections.tests.newsroom import Newspaper, open_newspaper
from broadsheet.stories.models import ErrorReport, Photo, Story
from broadsheet.stories.tests.newsroom import draft_story, make_photo, publish_story

PAGES = ["wagtailadmin_home", "stories:index", "desk_plan", "desk_photos", "desk_corrections"]
EDITORS_PAGES = [*PAGES, "desk_breaking", "desk_reports"]


@pytest.fixture
def newspaper(db) -> Newspaper:
    return open_newspaper(("World",), stories_each=2)


@pytest.fixture
def editor(client, newspaper):
    client.force_login(hire("ed", "Editors"))
    return client


@pytest.fixture
def reporter(client, newspaper):
    client.force_login(hire("rita", "Reporters"))
    return client


def words(answer) -> str:
    return answer.content.decode()


class TestTheStaff:
    def test_is_made_once(self, db):
        assert staff_desk()
        assert {duty.group for duty in DUTIES} <= set(Group.objects.values_list("name", flat=True))
        Group.objects.get(name="Reporters").delete()
        assert not staff_desk()
        assert not Group.objects.filter(name="Reporters").exists()

    def test_gives_every_story_the_way_to_publication(self, newspaper):
        staff_desk()
        assert newspaper.stories[0].get_workflow() == Workflow.objects.get(name=WORKFLOW)


class TestAReporter:
    @pytest.mark.parametrize("name", PAGES)
    def test_opens(self, reporter, name):
        assert reporter.get(reverse(name)).status_code == 200

    @pytest.mark.parametrize("name", ["desk_breaking", "desk_reports"])
    def test_is_kept_from(self, reporter, name):
        assert reporter.get(reverse(name)).status_code == 302

    def test_writes_but_does_not_publish(self, reporter, newspaper):
        story = draft_story(newspaper.sections[0])
        page = words(reporter.get(reverse("wagtailadmin_pages:edit", args=[story.pk])))
        assert "action-submit" in page
        assert "action-publish" not in page

    @pytest.mark.filterwarnings("ignore:get_connection")  # Wagtail’s mail has not moved on yet
    def test_hands_in_and_finds_what_came_back(self, reporter, newspaper):
        story, rita, ed = (
            draft_story(newspaper.sections[0], "The bridge opens"),
            hire("rob", "Reporters"),
            hire("eve", "Editors"),
        )
        state = story.get_workflow().start(story, rita)
        state.current_task_state.reject(user=ed, comment="Who says so?")
        reporter.force_login(rita)
        page = words(reporter.get(reverse("wagtailadmin_home")))
        assert "Who says so?" in page
        assert "sent back by eve" in page

    def test_arranges_no_front_and_lays_out_no_section(self, reporter, newspaper):
        for address in (
            reverse("wagtailadmin_pages:edit", args=[newspaper.front.pk]),
            reverse("wagtailadmin_pages:add", args=["sections", "section", newspaper.front.pk]),
        ):
            assert reporter.get(address).status_code == 302

    def test_corrects_nothing(self, reporter, newspaper):
        answer = reporter.post(
            reverse("desk_correct", args=[newspaper.stories[0].pk]), {"text": "No.", "kind": "correction"}
        )
        assert answer.status_code == 302
        assert not newspaper.stories[0].corrections.exists()


class TestAnEditor:
    @pytest.mark.parametrize("name", EDITORS_PAGES)
    def test_opens(self, editor, newspaper, name):
        ErrorReport.objects.create(story=newspaper.stories[0], text="It was Tuesday.")
        assert editor.get(reverse(name)).status_code == 200

    def test_finds_the_front_in_the_menu(self, editor, newspaper):
        answer = editor.get(reverse("desk_front"))
        assert answer.url == reverse("wagtailadmin_pages:edit", args=[newspaper.front.pk])
        assert editor.get(reverse("desk_front"), {"edition": "xx"}).status_code == 404

    def test_corrects_a_story_and_settles_the_report(self, editor, newspaper):
        story = newspaper.stories[0]
        report = ErrorReport.objects.create(story=story, text="It was Tuesday.")
        address = reverse("desk_correct", args=[story.pk]) + f"?report={report.pk}"
        assert "It was Tuesday." in words(editor.get(address))
        editor.post(address, {"kind": "correction", "text": "It was Tuesday, not Monday."})
        report.refresh_from_db()
        assert report.state == "corrected"
        assert Story.objects.get(pk=story.pk).corrections.get().text == "It was Tuesday, not Monday."
        assert "It was Tuesday, not Monday." in words(editor.get(reverse("desk_corrections")))

    def test_declines_a_report(self, editor, newspaper):
        report = ErrorReport.objects.create(story=newspaper.stories[0], text="I disagree.")
        editor.post(reverse("desk_decline", args=[report.pk]))
        report.refresh_from_db()
        assert report.state == "declined"

    def test_breaks_news_from_a_story_and_takes_it_off(self, editor, newspaper):
        story = newspaper.stories[0]
        address = reverse("desk_breaking") + f"?story={story.pk}"
        assert f'value="{story.title}"' in words(editor.get(address))
        editor.post(address, {"text": story.title, "story": story.pk, "address": ""})
        strip = BreakingNews.objects.get()
        assert (strip.showing, strip.story, strip.locale) == (True, story, story.locale)
        editor.post(reverse("desk_breaking"), {"text": strip.text, "story": story.pk, "address": "", "off": "yes"})
        strip.refresh_from_db()
        assert not strip.showing

    def test_is_offered_what_can_be_done_in_the_list(self, editor, newspaper):
        page = words(editor.get(reverse("wagtailadmin_explore", args=[newspaper.sections[0].pk])))
        assert reverse("desk_correct", args=[newspaper.stories[0].pk]) in page
        assert reverse("desk_breaking") + f"?story={newspaper.stories[0].pk}" in page

    def test_is_told_the_doubts_about_a_headline(self, editor, newspaper):
        answer = editor.get(reverse("desk_headline"), {"headline": newspaper.stories[0].title + "!", "story": "none"})
        assert len(answer.json()["doubts"]) == 3
        own = editor.get(
            reverse("desk_headline"), {"headline": newspaper.stories[0].title, "story": newspaper.stories[0].pk}
        )
        assert not any("stands already" in doubt for doubt in own.json()["doubts"])


class TestAnOrderAboutRails:
    def test_keeps_who_gave_it(self, editor, newspaper):
        form = {
            "story": newspaper.stories[0].pk,
            "act": "boost",
            "rail": "",
            "section": "",
            "ends_at": "",
            "reason": "",
        }
        answer = editor.post(reverse(Steer.snippet_viewset.get_url_name("add")), form)
        assert answer.status_code == 302, answer.context["form"].errors
        assert Steer.objects.get().made_by.username == "ed"


class TestAPreview:
    def test_brings_the_checker_of_accessibility_that_readers_never_get(self, editor, newspaper):
        story = newspaper.stories[0]
        assert "w-userbar" in words(editor.get(reverse("wagtailadmin_pages:view_draft", args=[story.pk])))
        assert "w-userbar" not in words(editor.get(story.url))


class TestThePlan:
    def test_names_what_is_scheduled_waits_and_is_under_embargo(self, newspaper):
        staff_desk()
        now, section = timezone.now(), newspaper.sections[0]
        later = now + timedelta(hours=3)
        scheduled = publish_story(section, "Scheduled", go_live_at=later)
        waiting = draft_story(section, "Waiting")
        waiting.get_workflow().start(waiting, None)
        draft_story(section, "Held", embargo_until=now - timedelta(hours=1))
        lines = {line.story.title: line for line in draw_up(now)}
        assert not scheduled.live
        assert {title: line.deadline.act.value for title, line in lines.items()} == {
            "Scheduled": "publish",
            "Waiting": "review",
            "Held": "decide",
        }
        assert lines["Held"].deadline.late
        assert lines["Waiting"].task == "Editing"


class TestThePhotoDesk:
    def test_counts_where_a_photo_stands(self, newspaper):
        fresh = make_photo()
        uses = dict(with_uses(Photo.objects.all()).values_list("pk", "uses"))
        assert uses[fresh.pk] == 0
        assert sum(uses.values()) == len(newspaper.stories)

    def test_tells_rights_apart(self, db):
        today = timezone.localdate()
        photos = {
            "fine": make_photo(),
            "lacking": make_photo(credit=""),
            "ending": make_photo(rights_expire=today + timedelta(days=3)),
            "ended": make_photo(rights_expire=today - timedelta(days=1)),
        }
        for state in ("lacking", "ending", "ended"):
            assert list(by_rights(Photo.objects.all(), state, today)) == [photos[state]]
        assert set(by_rights(Photo.objects.all(), "fine", today)) == {photos["fine"], photos["ending"]}

    def test_filters_what_it_shows(self, editor):
        make_photo(title="Harbour at night", rights_expire=timezone.localdate() - timedelta(days=1))
        make_photo(title="Harbour at noon")
        page = words(editor.get(reverse("desk_photos"), {"rights_are": "ended", "used": "never"}))
        assert "Harbour at night" in page
        assert "Harbour at noon" not in page
