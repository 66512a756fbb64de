"""Hangs the desk's own lists, acts, pages and addresses into Wagtail's admin."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from broadsheet.desk import headline_check, menu, start_page, stories
from broadsheet.desk.breaking import BreakingView, BreakItem
from broadsheet.desk.corrections import CorrectionsView, CorrectItem, CorrectView
from broadsheet.desk.front import open_front
from broadsheet.desk.people import NewsroomGroup
from broadsheet.desk.photos import PhotosView
from broadsheet.desk.plan import PlanView
from broadsheet.desk.rails import RailsGroup
from broadsheet.desk.reader_reports import ReportsView, decline_report
from broadsheet.desk.readership.pages import NowPage, SectionsPage, StoryPage, WeekPage
from broadsheet.desk.withdrawal import RestoreItem, RestoreView, WithdrawItem, WithdrawView

register_snippet(NewsroomGroup)
register_snippet(RailsGroup)


def addresses() -> list[URLPattern]:
    return [
        path("plan/", PlanView.as_view(), name="desk_plan"),
        path("photos/", PhotosView.as_view(), name="desk_photos"),
        path("photos/results/", PhotosView.as_view(results_only=True), name="desk_photos_results"),
        path("front/", open_front, name="desk_front"),
        path("breaking/", BreakingView.as_view(), name="desk_breaking"),
        path("corrections/", CorrectionsView.as_view(), name="desk_corrections"),
        path("corrections/results/", CorrectionsView.as_view(results_only=True), name="desk_corrections_results"),
        path("letters/", ReportsView.as_view(), name="desk_reports"),
        path("letters/results/", ReportsView.as_view(results_only=True), name="desk_reports_results"),
        path("letters/<int:report>/decline/", decline_report, name="desk_decline"),
        path("headline/", headline_check.check_headline, name="desk_headline"),
        path("stories/<int:story>/correct/", CorrectView.as_view(), name="desk_correct"),
        path("stories/<int:story>/withdraw/", WithdrawView.as_view(), name="desk_withdraw"),
        path("stories/<int:story>/restore/", RestoreView.as_view(), name="desk_restore"),
        path("readership/", NowPage.as_view(), name="desk_readership_now"),
        path("readership/sections/", SectionsPage.as_view(), name="desk_readership_sections"),
        path("readership/week/", WeekPage.as_view(), name="desk_readership_week"),
        path("readership/stories/<int:story>/", StoryPage.as_view(), name="desk_readership_story"),
    ]


def readership_item() -> MenuItem:
    return MenuItem(_("Readership"), reverse("desk_readership_now"), name="readership", icon_name="view", order=180)


def acts_on(page: Page, next_url: str | None = None, **_facts: Any) -> Iterator[Any]:
    """What can be done with a published story, beside what Wagtail offers for any page."""
    yield CorrectItem(page=page, next_url=next_url, priority=1)
    yield BreakItem(page=page, priority=3)


def permissions() -> QuerySet[Permission]:
    """What an owner may give a group although it is on no list of Wagtail's."""
    return Permission.objects.filter(content_type__model__in=["breakingnews", "errorreport"])


hooks.register("register_admin_urls", addresses)
hooks.register("register_permissions", permissions)
hooks.register("register_admin_menu_item", readership_item)
hooks.register("register_admin_viewset", lambda: stories.StoryListing())
for entry in menu.ENTRIES:
    hooks.register("register_admin_menu_item", lambda entry=entry: menu.DeskItem(*entry))
hooks.register("construct_main_menu", menu.clear_menu, order=1000)
hooks.register("construct_homepage_panels", start_page.arrange_start_page)
hooks.register("construct_homepage_summary_items", start_page.drop_summary, order=1000)  # after those who add
hooks.register("insert_global_admin_css", headline_check.stylesheet)
hooks.register("insert_editor_js", headline_check.editor_scripts)
hooks.register("before_create_page", stories.keep_reporters_from_new_sections)
hooks.register("before_edit_page", stories.keep_reporters_to_stories)
hooks.register("after_create_page", headline_check.warn_of_headline)
hooks.register("after_edit_page", headline_check.warn_of_headline)
hooks.register("construct_page_action_menu", stories.put_the_next_step_first)
hooks.register("register_page_listing_more_buttons", acts_on)
hooks.register("register_page_header_buttons", acts_on)
hooks.register("register_page_action_menu_item", lambda: WithdrawItem(order=25))
hooks.register("register_page_action_menu_item", lambda: RestoreItem(order=26))
