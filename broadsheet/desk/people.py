"""The desk's lists of people, topics, breaking news and readers' reports of errors."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from broadsheet.sections.models import BreakingNews
from broadsheet.stories.models import Contributor, ErrorReport, Topic


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


class BreakingNewsViewSet(SnippetViewSet):
    """The strip above every page, one an edition."""

    model = BreakingNews
    icon = "warning"
    list_display = ["text", "locale", "showing", "since"]
    panels = [
        FieldPanel("locale"),
        FieldPanel("text"),
        MultiFieldPanel([FieldPanel("story"), FieldPanel("address")], heading=_("Leads to")),
        FieldPanel("showing"),
        FieldPanel("since"),
    ]


class ErrorReportViewSet(SnippetViewSet):
    """What readers say is wrong."""

    model = ErrorReport
    icon = "help"
    list_display = ["text", "story", "sent_at", "state"]
    list_filter = ["state"]
    panels = [
        FieldPanel("state"),
        FieldPanel("story", read_only=True),
        FieldPanel("text", read_only=True),
        FieldPanel("name", read_only=True),
        FieldPanel("email", read_only=True),
        FieldPanel("sent_at", read_only=True),
    ]


class NewsroomGroup(SnippetViewSetGroup):
    """One entry in the desk's menu."""

    menu_label = _("Newsroom")
    menu_icon = "group"
    menu_order = 200
    items = (ContributorViewSet, TopicViewSet, BreakingNewsViewSet, ErrorReportViewSet)
