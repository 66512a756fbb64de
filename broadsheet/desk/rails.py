"""The desk's lists for the rails: the editors' must-reads, their orders, and how each rail is set up."""

from django.forms import ModelForm
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet, SnippetViewSetGroup

from broadsheet.rails.models import MustRead, RailSettings, Steer


class MustReadViewSet(SnippetViewSet):
    """What the editors chose."""

    model = MustRead
    icon = "pick"
    list_display = ["place", "story", "ends_at"]
    ordering = ["place"]
    panels = [FieldPanel("story"), FieldRowPanel([FieldPanel("place"), FieldPanel("ends_at")])]


class GiveOrder(CreateView):
    """A new order, which keeps who gave it."""

    def form_valid(self, form: ModelForm) -> HttpResponse:  # type: ignore[type-arg]
        form.instance.made_by = self.request.user
        return super().form_valid(form)


class SteerViewSet(SnippetViewSet):
    """Orders about single stories; Wagtail's log keeps who gave and took back each."""

    model = Steer
    icon = "arrows-up-down"
    list_display = ["story", "act", "rail", "section", "ends_at", "reason", "made_by"]
    list_filter = ["act", "rail"]
    add_view_class = GiveOrder
    inspect_view_enabled = True
    panels = [
        FieldPanel("story"),
        FieldRowPanel([FieldPanel("act"), FieldPanel("rail"), FieldPanel("section")]),
        FieldPanel("ends_at"),
        FieldPanel("reason"),
    ]


class RailSettingsViewSet(SnippetViewSet):
    """One rail as the editors want it."""

    model = RailSettings
    icon = "list-ol"
    list_display = ["rail", "title", "on", "length", "order"]
    panels = [
        FieldPanel("rail"),
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("on"), FieldPanel("length"), FieldPanel("order"), FieldPanel("look_back")]),
        MultiFieldPanel(
            [FieldPanel("on_front"), FieldPanel("on_sections"), FieldPanel("on_stories")], heading=_("Where it stands")
        ),
        FieldPanel("sections"),
    ]


class RailsGroup(SnippetViewSetGroup):
    """The rails' place in the desk's menu."""

    items = [MustReadViewSet, SteerViewSet, RailSettingsViewSet]
    menu_label = _("Rails")
    menu_name = "rails"
    menu_icon = "list-ul"
    menu_order = 320
