"""The queue of what readers say is wrong: correct the story, or decline."""

from typing import Any

import django_filters
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView

from broadsheet.stories.models import ErrorReport

MAY_SETTLE = "stories.change_errorreport"


class ReportFilters(WagtailFilterSet):
    """By what became of a report; those that wait come first of themselves."""

    state = django_filters.ChoiceFilter(choices=ErrorReport.State, label=_("State"))

    class Meta:
        model = ErrorReport
        fields = ["state"]


class ReportColumn(BaseColumn):
    """The reader's words, with what can be done about them."""

    cell_template_name = "desk/cells/report.html"

    def get_cell_context_data(self, instance: ErrorReport, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "report": instance, "csrf_token": get_token(parent_context["request"])}


class ReportsView(ReportView):
    """Every report, those that wait first."""

    model = ErrorReport
    queryset = ErrorReport.objects.select_related("story").order_by("-state", "-sent_at")  # “waiting” is the last word
    filterset_class = ReportFilters
    page_title = _("Readers’ reports")
    header_icon = "help"
    index_url_name = "desk_reports"
    index_results_url_name = "desk_reports_results"
    any_permission_required = ["change", "view"]
    columns = [
        TitleColumn(
            "story", label=_("Story"), get_url=lambda sent: reverse("wagtailadmin_pages:edit", args=[sent.story_id])
        ),
        ReportColumn("text", label=_("What is wrong")),
        DateColumn("sent_at", label=_("Sent")),
        Column("get_state_display", label=_("State")),
    ]
    list_export = ["story", "text", "name", "email", "sent_at", "state"]


@require_POST
def decline_report(request: HttpRequest, report: int) -> HttpResponse:
    """Settle a report that is no error."""
    if not request.user.has_perm(MAY_SETTLE):
        raise PermissionDenied
    sent = get_object_or_404(ErrorReport, pk=report)
    sent.state = ErrorReport.State.DECLINED
    sent.save(update_fields=["state"])
    messages.success(request, _t("Declined. The story stays as it is."))
    return redirect("desk_reports")
