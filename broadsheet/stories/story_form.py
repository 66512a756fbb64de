"""The form in which a story is written: what it asks beyond the story's own fields, and what it refuses."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from broadsheet.stories import readiness


class StoryForm(WagtailAdminPageForm):
    """Drafts may be unfinished; what is published or handed on may not."""

    substantial = forms.BooleanField(
        required=False,
        label=_("This update is substantial"),
        help_text=_("Tick it for new facts, not for a mended comma: readers are then told when the story was updated."),
    )

    def __init__(self, *arguments: Any, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        if self.instance.first_published_at is None:
            self.fields.pop("substantial", None)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if not self.is_deferred_validation:
            for objection in self._objections(cleaned):
                self.add_error(objection.field if objection.field in self.fields else None, objection.sentence)
        return cleaned

    def _objections(self, cleaned: dict[str, Any]) -> list[readiness.Objection]:
        """Photos in the body answer for themselves, each in its place."""
        lead = cleaned.get("lead_photo")
        found = [readiness.Objection("lead_photo", sentence) for sentence in (lead.objections() if lead else [])]
        if "action-publish" in self.data:
            now = timezone.now()
            goes_live_at = max(now, cleaned.get("go_live_at") or now)
            found += readiness.embargo_objections(cleaned.get("embargo_until"), goes_live_at)
            found += readiness.withdrawal_objections(self.instance.withdrawn_at)
        return found

    def save(self, commit: bool = True) -> Any:  # noqa: FBT001, FBT002 (Django's signature)
        if self.cleaned_data.get("substantial"):
            now = timezone.now()
            self.instance.updated_at = max(now, self.instance.go_live_at or now)
        return super().save(commit=commit)
