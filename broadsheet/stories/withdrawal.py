"""Withdrawal: taking a published story back, openly, and restoring it."""

from datetime import datetime

from django.db import transaction
from wagtail.log_actions import log

from broadsheet.stories.story import Story
from broadsheet.users.models import User


class WithdrawalError(ValueError):
    """The story cannot be withdrawn or restored; the message says why. Nothing was changed."""


@transaction.atomic
def withdraw(story: Story, note: str, now: datetime, by: User | None = None) -> None:
    """Take `story` out of every list; its address answers 410 with `note`. Raises WithdrawalError."""
    if not note.strip():
        raise WithdrawalError("write a note that tells readers why the story was withdrawn")
    if story.withdrawn:
        raise WithdrawalError(f"“{story.title}” has already been withdrawn")
    if not story.live:
        raise WithdrawalError(f"“{story.title}” is not published, so there is nothing to withdraw")
    story.withdrawn_at = now
    story.withdrawal_note = note.strip()
    story.withdrawn_revision = story.live_revision
    story.unpublish(user=by, log_action=False)
    log(instance=story, action="broadsheet.withdraw", user=by, data={"note": note.strip()})


@transaction.atomic
def restore(story: Story, by: User | None = None) -> None:
    """Publish a withdrawn story again, as readers last saw it. Raises WithdrawalError or NotReadyError."""
    if not story.withdrawn:
        raise WithdrawalError(f"“{story.title}” has not been withdrawn")
    revision = story.withdrawn_revision or story.save_revision(user=by)
    story.withdrawn_at = None
    story.withdrawal_note = ""
    story.withdrawn_revision = None
    story.save(update_fields=["withdrawn_at", "withdrawal_note", "withdrawn_revision"])
    revision.publish(user=by, log_action="broadsheet.restore", skip_permission_checks=True)
    story.refresh_from_db()
