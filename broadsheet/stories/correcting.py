"""Correcting: one note under a published story, out at once, whatever draft lies beside it."""

from datetime import datetime

from django.db import transaction
from wagtail.log_actions import log

from broadsheet.stories.correction import Correction
from broadsheet.stories.story import Story
from broadsheet.users.models import User


class CorrectionError(ValueError):
    """The story cannot be corrected; the message says why. Nothing was changed."""


@transaction.atomic
def correct(story: Story, kind: str, text: str, now: datetime, by: User | None = None) -> Correction:
    """Publish what readers see with one correction more; an unpublished draft gets it too and stays unpublished.

    Raises CorrectionError, or NotReadyError if the published version may no longer be printed.
    """
    if not text.strip():
        raise CorrectionError("write what was wrong, and what is right")
    if not story.live:
        raise CorrectionError(f"“{story.title}” is not published: correct its text")
    latest, scheduled = story.get_latest_revision(), story.scheduled_revision
    drafted = latest is not None and latest != story.live_revision
    published = story.live_revision.as_object() if story.live_revision else Story.objects.get(pk=story.pk)
    published.corrections.add(Correction(kind=kind, text=text.strip(), made_at=now))
    published.go_live_at = None  # it is out; a time that has passed would only be judged again
    corrected = published.save_revision(user=by, changed=True)
    corrected.publish(user=by, log_action=False, skip_permission_checks=True)
    made = Correction.objects.filter(story_id=story.pk).latest("pk")
    if drafted and latest is not None:
        _put_back_draft(latest.as_object(), made, scheduled.approved_go_live_at if scheduled else None, by)
    log(instance=story, action="broadsheet.correct", user=by, data={"text": made.text})
    return made


def _put_back_draft(draft: Story, made: Correction, goes_live_at: datetime | None, by: User | None) -> None:
    """Save the draft as the newest version again, with the correction, its schedule and its place in the workflow."""
    draft.corrections.add(made)
    revision = draft.save_revision(user=by, approved_go_live_at=goes_live_at, changed=True)
    state = draft.current_workflow_task_state
    if state is not None:
        state.revision = revision
        state.save(update_fields=["revision"])
