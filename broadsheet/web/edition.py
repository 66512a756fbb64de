"""The edition that a reader has before them: its front, its sections, its standing pages and its sisters."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Subquery
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import get_language_info
from django.utils.translation.trans_real import get_languages
from wagtail.models import Page, Site

from broadsheet.sections.models import BreakingNews, FrontPage, Masthead, Section, StandingPage


@dataclass(frozen=True)
class Sister:
    """The page at hand, or else the front, in another of the newspaper's languages."""

    language: str
    name: str
    address: str
    same_page: bool


class Edition:
    """One language's newspaper, read from the database once a request."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.name: str = settings.WAGTAIL_SITE_NAME
        self.language: str = getattr(request, "LANGUAGE_CODE", settings.LANGUAGE_CODE)

    @cached_property
    def fronts(self) -> list[FrontPage]:
        """The front of every language, each with its breaking news and with what the masthead says."""
        site = Site.find_for_request(self.request)
        if site is None:
            return []
        root = FrontPage.objects.filter(pk=site.root_page_id).values("translation_key")
        fronts = FrontPage.objects.live().filter(translation_key__in=root)
        mastheads = Masthead.objects.order_by("pk")
        fronts = fronts.annotate(
            publisher=Subquery(mastheads.values("publisher")[:1]),
            publisher_address=Subquery(mastheads.values("publisher_address")[:1]),
        )
        return list(fronts.select_related("locale__breaking_news__story"))

    @cached_property
    def front(self) -> FrontPage | None:
        here = [front for front in self.fronts if front.locale.language_code == self.language]
        return here[0] if here else next(iter(self.fronts), None)

    @property
    def matches_address(self) -> bool:
        """Whether there is an edition in the address's language, or another one stands in for it."""
        return self.front is not None and self.front.locale.language_code == self.language

    def sisters_of(self, page: object) -> list[Sister]:
        """Where readers find `page`, if it is one of Wagtail’s, in the other languages."""
        others = [front for front in self.fronts if front != self.front]
        translated = {}
        if page in self.fronts:
            translated = {front.locale_id: front for front in others}
        elif isinstance(page, Page) and others:
            translated = {twin.locale_id: twin for twin in page.get_translations().live()}
        found = []
        for front in others:
            code = front.locale.language_code
            twin = translated.get(front.locale_id)
            address = (twin or front).get_url(self.request)
            if address and code in get_languages():
                found.append(Sister(code, _name_of(code), address, same_page=twin is not None))
        return found

    @cached_property
    def _parts(self) -> list[Page]:
        if self.front is None:
            return []
        return list(self.front.get_children().live().select_related("content_type"))

    @cached_property
    def sections(self) -> list[Page]:
        return [page for page in self._parts if page.cached_content_type.model_class() is Section]

    @cached_property
    def standing(self) -> list[Page]:
        return [page for page in self._parts if page.cached_content_type.model_class() is StandingPage]

    @cached_property
    def breaking(self) -> BreakingNews | None:
        """The strip above every page of this edition, if an editor has switched it on."""
        news = getattr(self.front.locale, "breaking_news", None) if self.front else None
        return news if news is not None and news.showing else None

    def section_of(self, page: Page) -> Page | None:
        """The section that a story stands in, without a query."""
        return next((section for section in self.sections if page.path.startswith(section.path)), None)


def _name_of(code: str) -> str:
    """A language's name in that language, as its readers look for it."""
    try:
        return get_language_info(code)["name_local"]
    except KeyError:
        return code


def edition_of(request: HttpRequest) -> Edition:
    """The request's edition, read once."""
    holder: Any = request
    if not hasattr(holder, "edition"):
        holder.edition = Edition(request)
    return holder.edition
