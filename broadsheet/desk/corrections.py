"""Corrections in three clicks: a story's menu, a short form, out."""

from typing import Any

from django import forms
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.menus.pages import PageMenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView

from broadsheet.desk.withdrawal import StoryActView
from broadsheet.stories.correcting import correct
from broadsheet.stories.models import Correction, ErrorReport, Story


class CorrectionForm(forms.ModelForm):  # type: ignore[type-arg]
    """What was wrong, and what is right."""

    class Meta:
        model = Correction
        fields = ["text", "kind"]
        widgets = {"text": forms.Textarea(attrs={"rows": 4, "autofocus": True})}


class CorrectView(StoryActView):
    """Asks for the note and publishes it under the story; ?report= is the reader's report that it settles."""

    form_class = CorrectionForm
    page_title = _("Correct the story")
    header_icon = "edit"
    button = _("Publish the correction")
    explanation = _(
        "The note stands under the story and in the public list of corrections at once. "
        "A draft of the story stays a draft. Mend the sentence itself in the story’s form."
    )

    @property
    def report(self) -> ErrorReport | None:
        number = self.request.GET.get("report", "")
        return get_object_or_404(ErrorReport, pk=number, story=self.story) if number.isdecimal() else None

    def get_context_data(self, **keywords: Any) -> dict[str, Any]:
        return {**super().get_context_data(**keywords), "report": self.report}

    def act(self, form: forms.Form) -> str:
        report = self.report
        correct(self.story, form.cleaned_data["kind"], form.cleaned_data["text"], timezone.now(), self.journalist)
        if report is not None:
            report.state = ErrorReport.State.CORRECTED
            report.save(update_fields=["state"])
        return _t("“%(story)s” is corrected.") % {"story": self.story.title}


class CorrectItem(PageMenuItem):
    """In the menu of every published story, in lists and above its form."""

    label = _("Correct …")
    icon_name = "edit"
    url_name = "desk_correct"

    def is_shown(self, user: Any) -> bool:
        page = self.page
        return page.live and page.specific_class is Story and page.permissions_for_user(user).can_publish()


class CorrectionsView(ReportView):
    """Every correction made, the newest first."""

    model = Correction
    queryset = Correction.objects.select_related("story").order_by("-made_at")
    page_title = _("Corrections")
    header_icon = "edit"
    index_url_name = "desk_corrections"
    index_results_url_name = "desk_corrections_results"
    columns = [
        TitleColumn(
            "story", label=_("Story"), get_url=lambda made: reverse("wagtailadmin_pages:edit", args=[made.story_id])
        ),
        Column("get_kind_display", label=_("Kind")),
        Column("text", label=_("Text")),
        DateColumn("made_at", label=_("Made")),
    ]
    list_export = ["story", "kind", "text", "made_at"]
