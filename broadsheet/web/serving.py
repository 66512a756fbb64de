"""Serves the pages of Wagtail's tree, finding most in one query where Wagtail's own routing takes nine."""

from typing import TypeVar

from django.db.models import Exists, Q
from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet
from wagtail.views import serve as serve_through_the_tree
from wagtail.wagtail_hooks import check_view_restrictions

from broadsheet.sections.models import FrontPage, Section
from broadsheet.stories.models import Story
from broadsheet.web.edition import edition_of

Found = TypeVar("Found", bound=Page)


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """The front, a section or a story, straight from its address; anything else by way of Wagtail's tree."""
    page = find_page(request, path)
    if page is None or page.restricted:
        return serve_through_the_tree(request, path)
    for hook in hooks.get_hooks("before_serve_page"):
        if hook is not check_view_restrictions:
            answer = hook(page, request, [], {})
            if isinstance(answer, HttpResponse):
                return answer
    return page.serve(request)


def find_page(request: HttpRequest, path: str) -> FrontPage | Section | Story | None:
    """The page at `path` in the edition at hand, if it is one of the three kinds that most readers ask for."""
    edition = edition_of(request)
    names = path.strip("/").split("/")
    if edition.front is None or not edition.matches_address:
        return None
    if names == [""]:
        return _first(FrontPage.objects.live().filter(pk=edition.front.pk), edition.front.path)
    section = next((section for section in edition.sections if section.slug == names[0]), None)
    if section is None:
        return None
    match names[1:]:
        case []:
            return _first(Section.objects.filter(pk=section.pk), section.path)
        case [slug]:
            readable = Story.objects.filter(Q(live=True) | Q(withdrawn_at__isnull=False), slug=slug)
            return _first(readable.child_of(section).select_related("lead_photo", "locale"), section.path)
        case _:
            return None


def _first(pages: "PageQuerySet[Found]", path: str) -> Found | None:
    """The one page in `pages`, knowing whether it or a page above it (`path`) is not for everyone."""
    above = [path[:end] for end in range(Page.steplen, len(path) + 1, Page.steplen)]
    private = PageViewRestriction.objects.filter(Q(page__path__in=above) | Q(page_id__in=pages.order_by().values("pk")))
    return pages.annotate(restricted=Exists(private)).first()
