"""Withdrawal and refusals, as journalists meet them in the desk."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask

from broadsheet.sections.tests.newsroom import Newspaper, open_newspaper
from broadsheet.stories.models import Contributor, Story
from broadsheet.stories.tests.newsroom import draft_story, make_photo
from broadsheet.users.models import User


@pytest.fixture
def newspaper(db) -> Newspaper:
    return open_newspaper(("World",), stories_each=1)


def edit(story: Story) -> str:
    return reverse("wagtailadmin_pages:edit", args=[story.pk])


class TestWithdrawing:
    def test_takes_a_note_and_can_be_undone(self, admin_client, newspaper):
        story = newspaper.stories[0]
        address = reverse("desk_withdraw", args=[story.pk])
        assert address in admin_client.get(edit(story)).content.decode()
        assert admin_client.get(address).status_code == 200
        answer = admin_client.post(address, {"note": "It was not true."}, follow=True)
        assert "is withdrawn" in answer.content.decode()
        assert Story.objects.withdrawn().get().withdrawal_note == "It was not true."

        address = reverse("desk_restore", args=[story.pk])
        assert address in admin_client.get(edit(story)).content.decode()
        answer = admin_client.post(address, follow=True)
        assert "can be read again" in answer.content.decode()
        assert Story.objects.published().get() == story

    def test_without_a_note_is_refused(self, admin_client, newspaper):
        admin_client.post(reverse("desk_withdraw", args=[newspaper.stories[0].pk]), {"note": " "})
        assert Story.objects.published().exists()

    def test_of_what_is_not_published_says_so(self, admin_client, newspaper):
        draft = draft_story(newspaper.sections[0])
        answer = admin_client.post(reverse("desk_withdraw", args=[draft.pk]), {"note": "Gone."}, follow=True)
        assert "not published" in answer.content.decode()

    def test_is_not_for_everybody(self, client, newspaper):
        client.force_login(User.objects.create_user("somebody", password="x" * 12))
        answer = client.post(reverse("desk_withdraw", args=[newspaper.stories[0].pk]), {"note": "Gone."})
        assert answer.status_code in {302, 403}
        assert Story.objects.published().exists()


class TestARefusal:
    @pytest.mark.filterwarnings("ignore:get_connection")  # Wagtail’s mail to moderators has not moved on yet
    def test_meets_a_moderator_as_a_sentence(self, admin_client, admin_user, newspaper):
        photo = make_photo(title="Harbour")
        story = draft_story(newspaper.sections[0], lead_photo=photo)
        task = GroupApprovalTask.objects.create(name="Look", active=True)
        workflow = Workflow.objects.create(name="Look", active=True)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
        workflow.start(story, admin_user)
        photo.credit = ""
        photo.save()
        state = story.current_workflow_task_state
        answer = admin_client.post(
            reverse("wagtailadmin_pages:workflow_action", args=[story.pk, "approve", state.pk]), follow=True
        )
        assert "The photo “Harbour” lacks: credit" in answer.content.decode()
        assert answer.redirect_chain[-1][0] == edit(story)
        story.refresh_from_db()
        assert not story.live


class TestTheListsOfTheNewsroom:
    @pytest.mark.parametrize("name", ["contributor", "topic"])
    def test_open(self, admin_client, newspaper, name):
        model = ContentType.objects.get(model=name)
        for act in ("list", "add"):
            address = reverse(f"wagtailsnippets_{model.app_label}_{name}:{act}")
            assert admin_client.get(address).status_code == 200

    def test_take_a_new_contributor(self, admin_client, newspaper):
        address = reverse("wagtailsnippets_stories_contributor:add")
        admin_client.post(address, {"name": "김하나", "slug": "김하나"})
        assert Contributor.objects.filter(slug="김하나").exists()
