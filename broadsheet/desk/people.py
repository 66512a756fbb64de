"""The desk's lists of people and topics."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from broadsheet.stories.models import Contributor, Topic


class ContributorViewSet(SnippetViewSet):
    """Whose names stand over stories."""

    model = Contributor
    icon = "user"
    list_display = ["name", "position"]
    search_fields = ["name"]
    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("position"),
        FieldPanel("biography"),
        FieldPanel("portrait"),
        FieldPanel("email"),
    ]


class TopicViewSet(SnippetViewSet):
    """What stories are about."""

    model = Topic
    icon = "tag"
    list_display = ["name"]
    search_fields = ["name"]
    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("introduction")]


class NewsroomGroup(SnippetViewSetGroup):
    """One entry in the desk's menu."""

    menu_label = _("People, topics")
    menu_icon = "group"
    menu_order = 200
    items = (ContributorViewSet, TopicViewSet)
