"""The desk's first page: what is live, what waits for me, what is due."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import TaskState, WorkflowState

from broadsheet.desk.breaking import MAY_BREAK
from broadsheet.desk.front import front_of
from broadsheet.desk.plan import draw_up
from broadsheet.desk.reader_reports import MAY_SETTLE
from broadsheet.sections.models import BreakingNews
from broadsheet.stories.models import ErrorReport, Story

LIVE, DUE = 6, 8  # lines
WAGTAILS = {"workflow_objects_to_moderate", "user_objects_in_workflow_moderation", "recent_edits"}


class ThreeQuestions(Component):
    """The answers, side by side, above Wagtail's own panels of what to approve and what I wrote last."""

    name = "three_questions"
    order = 100
    template_name = "desk/start_page.html"

    def get_context_data(self, parent_context: Mapping[str, Any] | None) -> dict[str, Any]:
        request: HttpRequest = (parent_context or {})["request"]
        user, now = request.user, timezone.now()
        front = front_of(None)
        placed = [
            placement.story
            for placement in (front.placements.select_related("story") if front else [])
            if placement.stands(now) and placement.story.live
        ]
        reports = ErrorReport.objects.filter(state=ErrorReport.State.WAITING)
        return {
            "now": now,
            "strips": BreakingNews.objects.filter(showing=True).select_related("locale", "story"),
            "placed": placed[:LIVE],
            "newest": Story.objects.published().defer_streamfields().select_related("locale")[:LIVE],
            "to_read": TaskState.objects.reviewable_by(user).count(),
            "reports": reports.count() if user.has_perm(MAY_SETTLE) else 0,
            "returned": _returned_to(user),
            "lines": draw_up(now)[:DUE],
            "may_break": user.has_perm(MAY_BREAK),
            "may_arrange": front is not None and front.permissions_for_user(user).can_publish(),
        }


def _returned_to(user: Any) -> list[TaskState]:
    """What an editor sent back to this person, with the comment, until it is handed in again."""
    states = TaskState.objects.filter(
        status=TaskState.STATUS_REJECTED,
        workflow_state__requested_by=user,
        workflow_state__status=WorkflowState.STATUS_NEEDS_CHANGES,
        pk__in=WorkflowState.objects.values("current_task_state"),
    )
    return [state for state in states.select_related("revision", "finished_by") if state.revision.content_object]


def arrange_start_page(_request: HttpRequest, panels: list[Component]) -> None:
    panels[:] = [ThreeQuestions(), *(panel for panel in panels if getattr(panel, "name", "") in WAGTAILS)]


def drop_summary(_request: HttpRequest, items: list[Component]) -> None:
    """Numbers of pages, images and documents say nothing about the day."""
    items.clear()
