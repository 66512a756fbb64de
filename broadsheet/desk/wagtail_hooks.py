"""Hangs the desk's own lists, acts and addresses into Wagtail's admin."""

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from broadsheet.desk.people import NewsroomGroup
from broadsheet.desk.rails import RailsGroup
from broadsheet.desk.readership.pages import NowPage, SectionsPage, StoryPage, WeekPage
from broadsheet.desk.withdrawal import RestoreItem, RestoreView, WithdrawItem, WithdrawView

register_snippet(NewsroomGroup)
register_snippet(RailsGroup)


def addresses() -> list[URLPattern]:
    return [
        path("stories/<int:story>/withdraw/", WithdrawView.as_view(), name="desk_withdraw"),
        path("stories/<int:story>/restore/", RestoreView.as_view(), name="desk_restore"),
        path("readership/", NowPage.as_view(), name="desk_readership_now"),
        path("readership/sections/", SectionsPage.as_view(), name="desk_readership_sections"),
        path("readership/week/", WeekPage.as_view(), name="desk_readership_week"),
        path("readership/stories/<int:story>/", StoryPage.as_view(), name="desk_readership_story"),
    ]


def readership_item() -> MenuItem:
    return MenuItem(_("Readership"), reverse("desk_readership_now"), name="readership", icon_name="view", order=150)


hooks.register("register_admin_urls", addresses)
hooks.register("register_admin_menu_item", readership_item)
hooks.register("register_page_action_menu_item", lambda: WithdrawItem(order=25))
hooks.register("register_page_action_menu_item", lambda: RestoreItem(order=26))
