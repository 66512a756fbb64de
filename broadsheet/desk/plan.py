"""The day's plan: what is late, what is due today and later, with who it waits for."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page, Revision, TaskState

from broadsheet.desk.deadlines import Act, Deadline, Times, deadlines
from broadsheet.stories.models import Story

WORDS: dict[Act, str | Promise] = {
    Act.PUBLISH: _("Goes out"),
    Act.APPROVE: _("Wanted, but not scheduled"),
    Act.DECIDE: _("Embargo ends"),
    Act.REVIEW: _("Should have been read"),
    Act.EXPIRE: _("Comes off"),
}


@dataclass(frozen=True)
class Line:
    """One line of the plan as it is printed."""

    story: Story
    deadline: Deadline
    task: str

    @property
    def words(self) -> str:
        return str(WORDS[self.deadline.act])


def draw_up(now: datetime) -> list[Line]:
    """Every line of the plan, the earliest first."""
    scheduled, waiting = _scheduled(), _waiting()
    stories = {
        story.pk: story
        for story in (
            Story.objects.filter(live=False, withdrawn_at__isnull=True).exclude(go_live_at=None, embargo_until=None)
            | Story.objects.filter(live=True, expire_at__isnull=False)
            | Story.objects.filter(pk__in=[*scheduled, *waiting])
        ).defer_streamfields()
    }
    times = [
        Times(
            pk,
            story.live,
            scheduled.get(pk),
            story.go_live_at,
            story.embargo_until,
            waiting[pk].started_at if pk in waiting else None,
            story.expire_at,
        )
        for pk, story in stories.items()
    ]
    return [
        Line(stories[due.story], due, waiting[due.story].task.name if due.story in waiting else "")
        for due in deadlines(times, now)
    ]


def _scheduled() -> dict[int, datetime]:
    """When a story goes out by itself, by the story's id."""
    kind = ContentType.objects.get_for_model(Page)
    found = Revision.objects.filter(base_content_type=kind, approved_go_live_at__isnull=False)
    return {int(pk): time for pk, time in found.values_list("object_id", "approved_go_live_at")}


def _waiting() -> dict[int, TaskState]:
    """What waits in the workflow, by the story's id."""
    states = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).select_related("task", "workflow_state")
    return {int(state.workflow_state.object_id): state for state in states}


class PlanView(WagtailAdminTemplateMixin, TemplateView):
    """The plan as a page."""

    template_name = "desk/plan.html"
    page_title = _("Plan")
    header_icon = "calendar-check"

    def get_context_data(self, **keywords: Any) -> dict[str, Any]:
        now = timezone.now()
        midnight = timezone.localtime(now).replace(hour=23, minute=59, second=59)
        lines = draw_up(now)
        parts = [
            (_("Late"), [line for line in lines if line.deadline.late]),
            (_("Today"), [line for line in lines if not line.deadline.late and line.deadline.when <= midnight]),
            (_("Later"), [line for line in lines if line.deadline.when > midnight]),
        ]
        return {**super().get_context_data(**keywords), "parts": parts, "now": now}
