"""Hangs the desk's own lists, acts and addresses into Wagtail's admin."""

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from broadsheet.desk.people import NewsroomGroup
from broadsheet.desk.rails import RailsGroup
from broadsheet.desk.withdrawal import RestoreItem, RestoreView, WithdrawItem, WithdrawView

register_snippet(NewsroomGroup)
register_snippet(RailsGroup)


def addresses() -> list[URLPattern]:
    return [
        path("stories/<int:story>/withdraw/", WithdrawView.as_view(), name="desk_withdraw"),
        path("stories/<int:story>/restore/", RestoreView.as_view(), name="desk_restore"),
    ]


hooks.register("register_admin_urls", addresses)
hooks.register("register_page_action_menu_item", lambda: WithdrawItem(order=25))
hooks.register("register_page_action_menu_item", lambda: RestoreItem(order=26))
