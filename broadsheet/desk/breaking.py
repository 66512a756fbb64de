"""Breaking news, switched on and off in one form of two fields."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.ui.menus.pages import PageMenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Locale

from broadsheet.sections.models import BreakingNews
from broadsheet.stories.models import Story

MAY_BREAK = "sections.change_breakingnews"


class BreakingForm(forms.ModelForm):  # type: ignore[type-arg]
    """The strip of one edition."""

    class Meta:
        model = BreakingNews
        fields = ["text", "story", "address"]
        widgets = {
            "text": forms.TextInput(attrs={"autofocus": True, "maxlength": 160}),
            "story": AdminPageChooser(target_models=[Story]),
        }


class BreakingView(WagtailAdminTemplateMixin, FormView):  # type: ignore[type-arg]
    """One edition's strip: ?edition=ko for another than the first, ?story= to fill it from a story."""

    form_class = BreakingForm
    template_name = "desk/breaking.html"
    page_title = _("Breaking news")
    header_icon = "warning"

    def dispatch(self, request: HttpRequest, *arguments: Any, **keywords: Any) -> HttpResponseBase:
        if not request.user.has_perm(MAY_BREAK):
            raise PermissionDenied
        number = request.GET.get("story", "")
        self.story = get_object_or_404(Story, pk=number) if number.isdecimal() else None
        self.edition = self._edition(request)
        self.strip = BreakingNews.objects.filter(locale=self.edition).first()
        return super().dispatch(request, *arguments, **keywords)

    def _edition(self, request: HttpRequest) -> Locale:
        if self.story is not None:
            return self.story.locale
        language = request.GET.get("edition")
        return get_object_or_404(Locale, language_code=language) if language else Locale.get_default()

    def get_form_kwargs(self) -> dict[str, Any]:
        strip = self.strip or BreakingNews(locale=self.edition)
        return {**super().get_form_kwargs(), "instance": strip}

    def get_initial(self) -> dict[str, Any]:
        if self.story is None:
            return {}
        return {"text": self.story.card_headline, "story": self.story.pk, "address": ""}

    def get_context_data(self, **keywords: Any) -> dict[str, Any]:
        context = super().get_context_data(**keywords)
        return {**context, "strip": self.strip, "edition": self.edition, "editions": Locale.objects.all()}

    def form_valid(self, form: forms.ModelForm) -> HttpResponse:  # type: ignore[type-arg]
        strip = form.save(commit=False)
        on = "off" not in self.request.POST
        if on and not (self.strip and self.strip.showing):
            strip.since = timezone.now()
        strip.showing = on
        strip.save()
        done = _t("The strip is on every page now.") if on else _t("The strip is off.")
        messages.success(self.request, done)
        return redirect(f"{reverse('desk_breaking')}?{urlencode({'edition': self.edition.language_code})}")


class BreakItem(PageMenuItem):
    """In the menu of every published story."""

    label = _("Break this news …")
    icon_name = "warning"

    def is_shown(self, user: Any) -> bool:
        return self.page.live and self.page.specific_class is Story and user.has_perm(MAY_BREAK)

    @property
    def url(self) -> str:
        return f"{reverse('desk_breaking')}?story={self.page.pk}"
