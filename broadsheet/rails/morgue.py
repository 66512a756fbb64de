"""The morgue: what the rails must know of published stories, read from the database and kept until there is news.

A newspaper's morgue is where it keeps its old stories to look them up.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Count, Max
from wagtail.models import Page

from broadsheet.rails.features import Row
from broadsheet.rails.related import Text
from broadsheet.rails.tallied import Figures
from broadsheet.sections.models import Section
from broadsheet.stories.models import Byline, Story, StoryTopic

NEWEST, NEWEST_OF_A_SECTION = 80, 40

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Entry:
    """One published story. `version` differs when its card must be printed anew."""

    story: int
    language: str
    section: int
    authors: tuple[int, ...]
    topics: tuple[int, ...]
    published: float
    version: str

    def row(self, figures: Figures) -> Row:
        return Row(
            self.story,
            self.published,
            self.language,
            self.section,
            self.authors,
            self.topics,
            figures.pulse,
            figures.finished,
            figures.hour,
            figures.days,
            figures.seen,
            figures.followed,
        )


class Morgue:
    """Entries of the stories that are asked for, and of the newest."""

    def __init__(self) -> None:
        self._sign: object = None
        self._entries: dict[int, Entry | None] = {}
        self.newest: list[int] = []

    def catch_up(self) -> bool:
        """Look for news; True, and everything is read anew, if a story or a section came, changed or went."""
        sign = (
            Story.objects.published().order_by().aggregate(Max("last_published_at"), Count("pk")),
            Section.objects.aggregate(Max("last_published_at"), Count("pk")),
        )
        if sign == self._sign:
            return False
        self._sign, self._entries = sign, {}
        self.newest = list(dict.fromkeys(_newest()))
        return True

    def entries(self, stories: Iterable[int]) -> dict[int, Entry]:
        """The published ones among the stories."""
        wanted = list(dict.fromkeys(stories))
        missing = [story for story in wanted if story not in self._entries]
        for start in range(0, len(missing), _AT_ONCE):
            some = missing[start : start + _AT_ONCE]
            self._entries.update(dict.fromkeys(some))
            self._entries.update({entry.story: entry for entry in _read(some)})
        return {story: entry for story in wanted if (entry := self._entries[story]) is not None}


def _newest() -> Iterator[int]:
    published = Story.objects.published()
    for language in published.order_by().values_list("locale", flat=True).distinct():
        yield from published.filter(locale=language).values_list("pk", flat=True)[:NEWEST]
    for section in Section.objects.live():
        yield from published.child_of(section).values_list("pk", flat=True)[:NEWEST_OF_A_SECTION]


def _read(stories: list[int]) -> Iterator[Entry]:
    sections = {path: (pk, title) for pk, path, title in Section.objects.values_list("pk", "path", "title")}
    authors, topics = defaultdict(list), defaultdict(list)
    bylines = Byline.objects.filter(story__in=stories, role="writer")
    for story, contributor in bylines.order_by("sort_order").values_list("story", "contributor"):
        authors[story].append(contributor)
    for story, topic in StoryTopic.objects.filter(story__in=stories).values_list("story", "topic"):
        topics[story].append(topic)
    columns = ("pk", "path", "locale__language_code", "first_published_at", "last_published_at")
    published = Story.objects.published().order_by().filter(pk__in=stories, first_published_at__isnull=False)
    for story, path, language, first, last in published.values_list(*columns):
        section, title = sections.get(path[: -Page.steplen], (0, ""))
        yield Entry(
            story, language, section, tuple(authors[story]), tuple(topics[story]), first.timestamp(), f"{last} {title}"
        )


def texts(stories: Iterable[int]) -> Iterator[tuple[str, Text]]:
    """Each published story's language, words, topics and the stories that its editors linked to."""
    found = Story.objects.published().order_by().filter(pk__in=list(stories)).select_related("locale")
    for story in found.prefetch_related("story_topics"):
        body = story.body.stream_block.get_searchable_content(story.body)
        yield (
            story.locale.language_code,
            Text(
                story.pk,
                story.first_published_at.timestamp() if story.first_published_at else 0.0,
                story.title,
                story.standfirst,
                " ".join(map(str, body)),
                tuple(link.topic_id for link in story.story_topics.all()),
                tuple(linked_from(story)),
            ),
        )


_LINKS = re.compile(r'linktype=\\"page\\"[^>]*?\bid=\\"(\d+)|\bid=\\"(\d+)\\"[^>]*?linktype=\\"page\\"|"story": (\d+)')


def linked_from(story: Story) -> set[int]:
    """The numbers of the other pages that a story's body links to, in its text or in a block of related stories."""
    body = json.dumps(story.body.get_prep_value())
    return {int(number) for found in _LINKS.findall(body) for number in found if number} - {story.pk}
