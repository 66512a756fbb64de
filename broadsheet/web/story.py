"""The story page as its template wants it: everything that a story's page prints, in a handful of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from wagtail.models import Page

from broadsheet.rails.morgue import linked_from
from broadsheet.stories.models import Byline, Contributor, Correction, Story, Topic
from broadsheet.stories.readiness import photos_in
from broadsheet.web.edition import edition_of
from broadsheet.web.imprint import imprint_of
from broadsheet.web.teasers import OPINION


@dataclass(frozen=True)
class Credit:
    """The people who did one thing for a story: “by”, “photographs by”."""

    role: str
    label: str
    people: Sequence[Contributor]


@dataclass(frozen=True)
class StorySheet:
    """One story's page."""

    section: Page | None
    credits: Sequence[Credit]
    authors: Sequence[Contributor]
    topics: Sequence[Topic]
    corrections: Sequence[Correction]
    is_opinion: bool


def compose_story(page: Story, request: HttpRequest) -> StorySheet:
    edition = edition_of(request)
    imprint = imprint_of(request)
    section = edition.section_of(page)
    bylines = _bylines(page)
    topics = [link.topic for link in page.story_topics.select_related("topic")]
    corrections = list(page.corrections.all())
    people = [byline.contributor for byline in bylines]
    photos = [*photos_in(page.body), *filter(None, [page.lead_photo, *(person.portrait for person in people)])]
    prefetch_related_objects(photos, "renditions")
    imprint.show(page, *photos, *topics, *people)
    imprint.link_to(sorted(linked_from(page)))
    imprint.show_sections([section] if section else [])
    imprint.story, imprint.section = page.pk, section.pk if section else None
    authors = [byline.contributor for byline in bylines if byline.role in {"writer", "reporting"}]
    return StorySheet(
        section=section,
        credits=_credits(bylines),
        authors=list(dict.fromkeys(authors)),
        topics=topics,
        corrections=corrections,
        is_opinion=page.form in OPINION,
    )


def _bylines(page: Story) -> list[Byline]:
    return list(page.bylines.select_related("contributor__portrait"))


def _credits(bylines: Sequence[Byline]) -> list[Credit]:
    grouped = groupby(bylines, key=lambda byline: (byline.role, byline.get_role_display()))
    return [Credit(role, label, [byline.contributor for byline in names]) for (role, label), names in grouped]
