"""A section's front as its template wants it: a lead and companions on the first page, then the rest by time."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest

from broadsheet.sections.models import Section
from broadsheet.stories.models import Story
from broadsheet.web.front import chosen_for
from broadsheet.web.imprint import imprint_of
from broadsheet.web.lists import StoryList, list_stories

TOP = 5


@dataclass(frozen=True)
class SectionSheet:
    """One page of a section's front."""

    lead: Story | None
    companions: Sequence[Story]
    rest: Sequence[Story]
    list: StoryList


def compose_section(page: Section, request: HttpRequest) -> SectionSheet:
    """Raises Http404 for a page number beyond the last."""
    imprint = imprint_of(request)
    imprint.show(page)
    imprint.list_what_is_in(page)
    imprint.section = page.pk
    stories = Story.objects.child_of(page).published()
    here = list_stories(request, stories, first=chosen_for(page, imprint))
    top = here.stories[:TOP] if here.number == 1 else []
    rest = here.stories[len(top) :]
    return SectionSheet(lead=top[0] if top else None, companions=top[1:], rest=rest, list=here)
