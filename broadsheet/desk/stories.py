"""Every story in one list, newest work first, and what a reporter may lay a hand on."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Page

from broadsheet.stories.models import Story


class StoryListing(PageListingViewSet):
    """The first entry of the menu."""

    model = Story
    name = "stories"
    icon = "doc-full"
    menu_label = _("Stories")
    menu_name = "stories"
    menu_order = 100
    add_to_admin_menu = True


def keep_reporters_to_stories(request: HttpRequest, page: Page) -> None:
    """Fronts, sections and standing pages belong to those who may publish."""
    if issubclass(page.specific_class, Story):
        return
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied


def keep_reporters_from_new_sections(request: HttpRequest, parent: Page, kind: type[Page]) -> None:
    if not issubclass(kind, Story) and not parent.permissions_for_user(request.user).can_publish_subpage():
        raise PermissionDenied


def put_the_next_step_first(menu_items: list[Any], _request: HttpRequest, context: dict[str, Any]) -> None:
    """On the button itself: “Submit” for who may not publish, “Publish” for a front. Drafts save by themselves."""
    names = [item.name for item in menu_items]
    is_story = isinstance(context.get("page"), Story) or context["view"] == "create"
    first = "action-submit" if is_story and "action-publish" not in names else "action-publish"
    if first in names and (first == "action-submit" or not is_story):
        menu_items.insert(0, menu_items.pop(names.index(first)))
