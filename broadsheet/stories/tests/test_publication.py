"""Publication: what keeps a story from going out, when it goes out, and how it is taken back."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Revision

from broadsheet.stories.models import Story
from broadsheet.stories.readiness import NotReadyError, embargo_objections
from broadsheet.stories.schedule import expire_due, publish_due
from broadsheet.stories.tests.newsroom import draft_story, make_photo, publish_story
from broadsheet.stories.withdrawal import WithdrawalError, restore, withdraw

HOUR = timedelta(hours=1)


@pytest.fixture
def parent(db) -> Page:
    return Page.objects.get(depth=2)


def publish_again(story: Story) -> None:
    story.save_revision().publish()
    story.refresh_from_db()


class TestADraft:
    def test_may_hold_a_photo_that_lacks_everything(self, parent):
        story = draft_story(parent, lead_photo=make_photo(alt="", credit="", rights=""))
        assert story.get_latest_revision_as_object().lead_photo is not None

    def test_is_not_among_what_readers_may_see(self, parent):
        draft_story(parent)
        assert not Story.objects.published().exists()


class TestPublishing:
    @pytest.mark.parametrize("place", ["lead", "body", "gallery"])
    def test_is_refused_while_a_photo_lacks_its_credit(self, parent, place):
        photo = make_photo(title="Harbour", credit="")
        inside = {"photo": photo, "caption": ""}
        values = {
            "lead": {"lead_photo": photo},
            "body": {"body": [("photo", inside)]},
            "gallery": {"body": [("gallery", {"title": "", "photos": [inside]})]},
        }[place]
        story = draft_story(parent, **values)
        with pytest.raises(NotReadyError, match="The photo “Harbour” lacks: credit"):
            story.get_latest_revision().publish()
        story.refresh_from_db()
        assert not story.live

    def test_is_refused_before_the_embargo_ends(self, parent):
        story = draft_story(parent, embargo_until=timezone.now() + HOUR)
        with pytest.raises(NotReadyError, match="under embargo until"):
            story.get_latest_revision().publish()

    def test_cannot_be_scheduled_for_a_time_before_the_embargo_ends(self, parent):
        now = timezone.now()
        story = draft_story(parent, embargo_until=now + 2 * HOUR, go_live_at=now + HOUR)
        with pytest.raises(NotReadyError, match="under embargo until"):
            story.get_latest_revision().publish()
        assert not story.revisions.filter(approved_go_live_at__isnull=False).exists()

    def test_can_be_scheduled_for_the_very_end_of_the_embargo(self, parent):
        end = timezone.now() + HOUR
        story = draft_story(parent, embargo_until=end, go_live_at=end)
        story.get_latest_revision().publish()
        assert story.revisions.get().approved_go_live_at == end

    def test_says_everything_that_is_wrong_at_once(self, parent):
        story = draft_story(parent, embargo_until=timezone.now() + HOUR, lead_photo=make_photo(alt=""))
        with pytest.raises(NotReadyError) as refusal:
            story.get_latest_revision().publish()
        assert [objection.field for objection in refusal.value.objections] == ["embargo_until", "lead_photo"]


class TestTheSchedule:
    def test_publishes_what_is_due_although_another_is_refused(self, parent):
        soon = timezone.now() + HOUR
        photo = make_photo(title="Harbour")
        spoiled = draft_story(parent, "Spoiled", go_live_at=soon, lead_photo=photo)
        sound = draft_story(parent, "Sound", go_live_at=soon + HOUR)
        for story in (spoiled, sound):
            story.get_latest_revision().publish()
        photo.credit = ""
        photo.save()
        published, refused = publish_due(soon + 2 * HOUR)
        assert (published, [error.headline for error in refused]) == (1, ["Spoiled"])
        assert list(Story.objects.published()) == []  # its own clock has not reached that hour

    def test_publishes_at_the_hour(self, parent):
        story = draft_story(parent, go_live_at=timezone.now() + timedelta(milliseconds=100))
        story.get_latest_revision().publish()
        while not Story.objects.published().exists():
            publish_due(timezone.now())
        assert Story.objects.published().get() == story

    def test_publishes_what_is_due_although_another_breaks(self, parent, caplog):
        broken, sound = (draft_story(parent, name, go_live_at=timezone.now() + HOUR) for name in ("Broken", "Sound"))
        for story in (broken, sound):
            story.get_latest_revision().publish()
        Revision.objects.for_instance(broken).update(content={"pk": broken.pk})
        assert publish_due(timezone.now() + 2 * HOUR) == (1, [])
        assert Revision.objects.for_instance(broken).filter(approved_go_live_at__isnull=False).exists()

    def test_tells_the_history_what_was_refused(self, parent):
        photo = make_photo()
        story = draft_story(parent, go_live_at=timezone.now() + HOUR, lead_photo=photo)
        story.get_latest_revision().publish()
        photo.rights = ""
        photo.save()
        publish_due(timezone.now() + 2 * HOUR)
        assert "rights" in PageLogEntry.objects.get(action="broadsheet.refuse").data["why"]
        assert publish_due(timezone.now() + 2 * HOUR) == (0, [])

    def test_takes_off_what_is_over(self, parent):
        story = publish_story(parent, expire_at=timezone.now() + HOUR)
        assert expire_due(timezone.now()) == 0
        assert expire_due(timezone.now() + 2 * HOUR) == 1
        assert not Story.objects.published().exists()
        story.refresh_from_db()
        assert story.expired


class TestTheTimeOfAnUpdate:
    def test_does_not_move_when_a_story_is_published_again(self, parent):
        story = publish_story(parent)
        publish_again(story)
        assert story.last_published_at > story.first_published_at
        assert story.substantially_updated_at is None

    def test_does_not_go_back_with_an_old_version(self, parent):
        story = publish_story(parent)
        first = story.get_latest_revision()
        story.updated_at = timezone.now()
        publish_again(story)
        updated = story.substantially_updated_at
        first.publish()
        story.refresh_from_db()
        assert updated is not None
        assert story.substantially_updated_at == updated


class TestAWithdrawnStory:
    def test_is_in_no_list(self, parent):
        story = publish_story(parent)
        withdraw(story, "It was not true.", timezone.now())
        assert not Story.objects.published().exists()
        assert Story.objects.withdrawn().get().withdrawal_note == "It was not true."

    def test_cannot_be_published_without_being_restored(self, parent):
        story = publish_story(parent)
        withdraw(story, "It was not true.", timezone.now())
        with pytest.raises(NotReadyError, match="has been withdrawn"):
            story.get_latest_revision().publish()

    def test_comes_back_as_readers_last_saw_it(self, parent):
        story = publish_story(parent, "As published")
        first_published_at = story.first_published_at
        story.title = "A later draft"
        story.save_revision()
        story.refresh_from_db()
        withdraw(story, "It was not true.", timezone.now())
        restore(story)
        found = Story.objects.published().get()
        assert (found.title, found.first_published_at) == ("As published", first_published_at)
        assert (found.withdrawn, found.withdrawal_note, found.has_unpublished_changes) == (False, "", True)

    def test_stays_away_if_a_photo_may_no_longer_be_printed(self, parent):
        photo = make_photo()
        story = publish_story(parent, lead_photo=photo)
        withdraw(story, "It was not true.", timezone.now())
        photo.rights = ""
        photo.save()
        with pytest.raises(NotReadyError, match="rights"):
            restore(story)
        assert Story.objects.withdrawn().get().withdrawal_note == "It was not true."

    def test_stays_restored_when_a_version_from_its_withdrawal_is_published(self, parent):
        story = publish_story(parent)
        withdraw(story, "It was not true.", timezone.now())
        meanwhile = story.save_revision()
        restore(story)
        meanwhile.publish()
        assert not Story.objects.published().get().withdrawn

    def test_is_told_in_the_history(self, parent):
        story = publish_story(parent)
        withdraw(story, "It was not true.", timezone.now())
        restore(story)
        actions = set(PageLogEntry.objects.filter(page=story.pk).values_list("action", flat=True))
        assert {"broadsheet.withdraw", "broadsheet.restore"} <= actions
        assert not ModelLogEntry.objects.exists()


class TestWithdrawing:
    def test_needs_a_note(self, parent):
        with pytest.raises(WithdrawalError, match="note"):
            withdraw(publish_story(parent), "  ", timezone.now())

    def test_needs_something_published(self, parent):
        with pytest.raises(WithdrawalError, match="not published"):
            withdraw(draft_story(parent), "Gone.", timezone.now())

    def test_twice_is_an_error(self, parent):
        story = publish_story(parent)
        withdraw(story, "Gone.", timezone.now())
        with pytest.raises(WithdrawalError, match="already"):
            withdraw(story, "Gone.", timezone.now())

    def test_what_was_not_withdrawn_cannot_be_restored(self, parent):
        with pytest.raises(WithdrawalError, match="not been withdrawn"):
            restore(publish_story(parent))


class TestAnEmbargo:
    def test_ends_at_its_very_second(self):
        end = timezone.now()
        assert not embargo_objections(end, end)
        assert embargo_objections(end, end - timedelta(microseconds=1))
        assert not embargo_objections(None, end)
