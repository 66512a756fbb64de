"""The desk's two pages for taking a story back and for restoring it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from broadsheet.stories.correcting import CorrectionError
from broadsheet.stories.models import Story
from broadsheet.stories.withdrawal import WithdrawalError, restore, withdraw
from broadsheet.users.models import User


class WithdrawalForm(forms.Form):
    """Why readers no longer find the story."""

    note = forms.CharField(
        label=_("Note to readers"),
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Stands in the story’s place. Say what was wrong and when the story was withdrawn."),
    )


class StoryActView(WagtailAdminTemplateMixin, FormView):  # type: ignore[type-arg]
    """A page on which whoever may unpublish a story does one thing to it."""

    template_name = "desk/story_act.html"
    header_icon = "warning"
    button: str | Promise = ""
    explanation: str | Promise = ""

    def dispatch(self, request: HttpRequest, *arguments: Any, **keywords: Any) -> HttpResponseBase:
        self.story = get_object_or_404(Story, pk=keywords["story"])
        permissions = self.story.permissions_for_user(request.user)
        if not (permissions.can_publish() and permissions.can_edit()):
            raise PermissionDenied
        return super().dispatch(request, *arguments, **keywords)

    @property
    def journalist(self) -> User:
        if not isinstance(self.request.user, User):
            raise PermissionDenied
        return self.request.user

    def get_page_subtitle(self) -> str:
        return self.story.title

    def get_context_data(self, **keywords: Any) -> dict[str, Any]:
        context = super().get_context_data(**keywords)
        return {**context, "story": self.story, "button": self.button, "explanation": self.explanation}

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            done = self.act(form)
        except (WithdrawalError, CorrectionError) as error:
            messages.error(self.request, str(error))
        else:
            messages.success(self.request, done)
        return redirect(reverse("wagtailadmin_pages:edit", args=[self.story.pk]))

    def act(self, form: forms.Form) -> str:
        """Do it; gives the sentence that says so. May raise WithdrawalError or NotReadyError."""
        raise NotImplementedError


class WithdrawView(StoryActView):
    """Asks for the note and withdraws."""

    form_class = WithdrawalForm
    page_title = _("Withdraw the story")
    button = _("Withdraw it")
    explanation = _("The story leaves every list, the search and the feeds. Its address tells readers your note.")

    def act(self, form: forms.Form) -> str:
        withdraw(self.story, form.cleaned_data["note"], timezone.now(), self.journalist)
        return _t("“%(story)s” is withdrawn.") % {"story": self.story.title}


class RestoreView(StoryActView):
    """Restores what readers last saw."""

    form_class = forms.Form
    page_title = _("Restore the story")
    button = _("Restore it")
    explanation = _("Readers get back the version that they last saw, at its old address.")

    def act(self, form: forms.Form) -> str:  # noqa: ARG002 (there is nothing to ask)
        restore(self.story, self.journalist)
        return _t("“%(story)s” can be read again.") % {"story": self.story.title}


class WithdrawItem(ActionMenuItem):
    """In the menu beside “Publish”, while the story is published."""

    name = "action-withdraw"
    label = _("Withdraw …")
    icon_name = "warning"

    def is_shown(self, context: dict[str, Any]) -> bool:
        page = context.get("page")
        return context["view"] == "edit" and isinstance(page, Story) and page.live and _may_publish(context)

    def get_url(self, context: dict[str, Any]) -> str:
        return reverse("desk_withdraw", args=[context["page"].pk])


class RestoreItem(ActionMenuItem):
    """In the same place, while the story is withdrawn."""

    name = "action-restore"
    label = _("Restore …")
    icon_name = "undo"

    def is_shown(self, context: dict[str, Any]) -> bool:
        page = context.get("page")
        return context["view"] == "edit" and isinstance(page, Story) and page.withdrawn and _may_publish(context)

    def get_url(self, context: dict[str, Any]) -> str:
        return reverse("desk_restore", args=[context["page"].pk])


def _may_publish(context: dict[str, Any]) -> bool:
    return bool(context["user_page_permissions_tester"].can_publish())
