"""Lists of stories by page: section fronts, authors, topics, the archive and what was searched for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.core.paginator import Page as Sheet
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from broadsheet.stories.models import Story
from broadsheet.stories.story import StoryQuerySet
from broadsheet.web.imprint import imprint_of
from broadsheet.web.teasers import teasers

PER_PAGE = 20


@dataclass(frozen=True)
class PlainList:
    """One page of a longer list, and the addresses of the pages beside it."""

    sheet: Sheet[Any]
    query: str = ""

    @property
    def number(self) -> int:
        return self.sheet.number

    @property
    def total(self) -> int:
        return self.sheet.paginator.count

    @property
    def previous_address(self) -> str:
        return self._address(self.number - 1)

    @property
    def next_address(self) -> str:
        return self._address(self.number + 1)

    def _address(self, number: int) -> str:
        asked = {**({"q": self.query} if self.query else {}), **({"page": number} if number > 1 else {})}
        return f"?{urlencode(asked)}" if asked else "."


@dataclass(frozen=True)
class StoryList(PlainList):
    """One page of stories, ready to print."""

    stories: Sequence[Story] = ()


def page_number(request: HttpRequest) -> int:
    """The page asked for; raises Http404 if it is not a number of a page that could be."""
    asked = request.GET.get("page", "1")
    if not asked.isascii() or not asked.isdecimal() or int(asked[:9]) < 1:
        raise Http404(_("There is no such page."))
    return int(asked[:9])


def list_stories(
    request: HttpRequest, stories: StoryQuerySet | Sequence[int], first: Sequence[int] = (), per_page: int = PER_PAGE
) -> StoryList:
    """One page of `stories`, those in `first` leading the first page; raises Http404 beyond the last page."""
    ids: Any = stories
    if not isinstance(stories, Sequence):
        ids = _Ids(stories.exclude(pk__in=first) if first else stories, list(first))
    paginator = Paginator(ids, per_page)
    try:
        sheet = paginator.page(page_number(request))
    except (EmptyPage, PageNotAnInteger) as error:
        raise Http404(_("There is no such page.")) from error
    here = list(sheet.object_list)
    found = teasers(here)
    printed = [found[pk] for pk in here if pk in found]
    imprint_of(request).show_all(printed)
    return StoryList(sheet, request.GET.get("q", "").strip(), printed)


class _Ids:
    """The ids of a query with a few put first, as a sequence that a Paginator can count and cut."""

    def __init__(self, rest: StoryQuerySet, first: list[int]) -> None:
        self.rest = rest.values_list("pk", flat=True)
        self.first = first

    def count(self) -> int:
        return len(self.first) + self.rest.count()

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, cut: slice) -> list[int]:
        start, stop = cut.start or 0, cut.stop
        leading = self.first[start:stop]
        skip = len(self.first)
        return [*leading, *self.rest[max(start - skip, 0) : max(stop - skip, 0)]]
