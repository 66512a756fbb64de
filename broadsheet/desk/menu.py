"""The desk's menu, in the order of a day; what a newsroom never uses is not in it."""

from collections.abc import Callable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from broadsheet.desk.breaking import MAY_BREAK
from broadsheet.desk.front import front_of
from broadsheet.desk.reader_reports import MAY_SETTLE

type May = Callable[[HttpRequest], bool]

ORDER = ["stories", "plan", "photos", "front", "breaking", "corrections", "letters"]
HIDDEN = {"images", "documents", "snippets", "help"}


class DeskItem(MenuItem):
    """An entry for those who may use it."""

    def __init__(self, name: str, label: object, address: str, icon: str, may: May) -> None:
        super().__init__(label, reverse(address), name=name, icon_name=icon, order=100 + 10 * ORDER.index(name))
        self.may = may

    def is_shown(self, request: HttpRequest) -> bool:
        return self.may(request)


def anybody(_request: HttpRequest) -> bool:
    return True


def who_arranges(request: HttpRequest) -> bool:
    front = front_of(None)
    return front is not None and bool(front.permissions_for_user(request.user).can_publish())


ENTRIES: list[tuple[str, object, str, str, May]] = [
    ("plan", _("Plan"), "desk_plan", "calendar-check", anybody),
    ("photos", _("Photos"), "desk_photos", "image", anybody),
    ("front", _("Front"), "desk_front", "home", who_arranges),
    ("breaking", _("Breaking news"), "desk_breaking", "warning", lambda request: request.user.has_perm(MAY_BREAK)),
    ("corrections", _("Corrections"), "desk_corrections", "edit", anybody),
    ("letters", _("Readers’ reports"), "desk_reports", "mail", lambda request: request.user.has_perm(MAY_SETTLE)),
]


def clear_menu(_request: HttpRequest, items: list[MenuItem]) -> None:
    """Photos, topics and people have entries of their own; “Help” is about Wagtail, not about the newspaper."""
    items[:] = [item for item in items if item.name not in HIDDEN]
    for item in items:
        if item.name == "explorer":
            item.order = 300  # the tree of pages: for those who lay out sections
