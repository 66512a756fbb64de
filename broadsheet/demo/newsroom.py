"""Files the demo edition's stories and brings each to its state: published, scheduled, drafted or withdrawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from wagtail.models import Revision

from broadsheet.demo.dating import fill_dates, moment
from broadsheet.demo.layout import Layout, stream
from broadsheet.demo.manuscript import Manuscript
from broadsheet.demo.typesetting import Case, set_body
from broadsheet.sections.models import BreakingNews, FrontPage, Placement, Section
from broadsheet.stories.byline import Role
from broadsheet.stories.models import Byline, Contributor, Correction, Photo, Story, StoryTopic, Topic
from broadsheet.stories.withdrawal import withdraw

ROLES = [("by", Role.WRITER), ("photographs", Role.PHOTOGRAPHER), ("translated", Role.TRANSLATOR)]
BREAKING = "Mokdan Bridge: four and a half years for the man who invented the tests"


@dataclass(frozen=True)
class Newsroom:
    """What the stories of one edition share."""

    now: datetime
    zone: ZoneInfo
    layout: Layout
    photos: Mapping[str, Photo]
    people: Mapping[str, Contributor]
    topics: Mapping[str, Topic]

    def time(self, words: str) -> datetime:
        return moment(words, self.now, self.zone)


def print_stories(manuscripts: Sequence[Manuscript], facts: Mapping[str, Any], newsroom: Newsroom) -> None:
    """File every story, then publish them oldest first, then place them on the fronts.

    All are filed before any is set, because they link to each other.
    """
    originals = {story.name: story for story in manuscripts if not story.name.startswith("ko/")}
    filed: dict[str, Story] = {}
    for manuscript in originals.values():
        filed[manuscript.name] = _file(manuscript, manuscript, "en", newsroom)
    if "ko" in newsroom.layout.fronts:
        for manuscript in manuscripts:
            if manuscript.name.startswith("ko/"):
                original = originals[manuscript.name.removeprefix("ko/")]
                story = _file(manuscript, original, "ko", newsroom, filed[original.name])
                filed[manuscript.name] = story
    by_name = {manuscript.name: manuscript for manuscript in manuscripts}
    for name in sorted(filed, key=lambda name: (filed[name].first_published_at or newsroom.now, name)):
        _print(filed[name], by_name[name], originals[name.removeprefix("ko/")], filed, newsroom)
    _place(facts, filed, newsroom)


def _file(
    manuscript: Manuscript, original: Manuscript, language: str, newsroom: Newsroom, translated: Story | None = None
) -> Story:
    """The story under its section, without its body and unpublished. A translation has its original’s facts."""
    published = newsroom.time(original.one("published"))
    section, slug = original.name.split("/")

    def written(name: str) -> str:
        return fill_dates(manuscript.one(name), published.astimezone(newsroom.zone), language)

    story = Story(
        title=written("headline"),
        slug=slug,
        short_headline=written("short"),
        standfirst=written("standfirst"),
        form=original.one("form", "news"),
        place=original.one("place") if language == "en" else "",
        sources="\n".join(original.several("sources", "|")) if language == "en" else "",
        lead_caption=written("caption"),
        lead_photo=newsroom.photos[original.one("photo")] if original.one("photo") else None,
        first_published_at=None if original.one("status") in {"draft", "scheduled"} else published,
        updated_at=newsroom.time(original.one("updated")) if original.one("updated") else None,
        locale=newsroom.layout.fronts[language].locale,
        live=False,
    )
    if original.one("status") == "scheduled":
        story.go_live_at = published
        story.embargo_until = newsroom.time(original.one("embargo"))
    if translated is not None:
        story.translation_key = translated.translation_key
    _sign(story, original, newsroom)
    if language == "ko":
        story.bylines.add(Byline(contributor=newsroom.people["Jeong Ha-rin"], role=Role.TRANSLATOR))
    else:
        story.corrections = [_correction(line, newsroom) for line in original.head.get("correction", ())]
    newsroom.layout.sections[language, section].add_child(instance=story)
    return story


def _sign(story: Story, original: Manuscript, newsroom: Newsroom) -> None:
    story.bylines = [
        Byline(contributor=newsroom.people[name], role=role)
        for key, role in ROLES
        for name in original.several(key, ",")
    ]
    names = original.several("topics", ",")
    story.story_topics = [StoryTopic(topic=newsroom.topics[name], sort_order=order) for order, name in enumerate(names)]


def _correction(line: str, newsroom: Newsroom) -> Correction:
    made_at, kind, text = (part.strip() for part in line.split("|", 2))
    return Correction(made_at=newsroom.time(made_at), kind=Correction.Kind(kind), text=text)


def _print(
    story: Story, manuscript: Manuscript, original: Manuscript, filed: Mapping[str, Story], newsroom: Newsroom
) -> None:
    """Set the body and bring the story to where its manuscript says that it is."""
    published = newsroom.time(original.one("published"))
    language = "ko" if manuscript.name.startswith("ko/") else "en"
    local = published.astimezone(newsroom.zone)

    def number(name: str) -> int:
        own = filed.get(f"ko/{name}") if language == "ko" else None
        return (own or filed[name]).pk

    case = Case(
        story=number,
        photo=lambda name: newsroom.photos[name].pk,
        dates=lambda text: fill_dates(text, local, language),
    )
    story.body = stream(story, set_body(manuscript, case))
    revision = story.save_revision()
    status = original.one("status")
    if status == "draft":
        return
    revision.publish()
    if status == "scheduled":
        return
    story.refresh_from_db()
    _date(story, revision, newsroom)
    if status.startswith("withdrawn"):
        when, _, note = status.removeprefix("withdrawn ").partition(" | ")
        withdraw(story, note, newsroom.time(when))


def _date(story: Story, revision: Revision, newsroom: Newsroom) -> None:
    """Let the desk's history say what the page says: published then, last changed then, and not all this minute."""
    changed = min(story.updated_at or story.first_published_at or newsroom.now, newsroom.now)
    Story.objects.filter(pk=story.pk).update(last_published_at=changed, latest_revision_created_at=changed)
    Revision.objects.filter(pk=revision.pk).update(created_at=changed)
    story.refresh_from_db()


def _place(facts: Mapping[str, Any], filed: Mapping[str, Story], newsroom: Newsroom) -> None:
    """What the editors chose for the fronts, and a breaking-news strip that is ready but not switched on."""

    def put(front: FrontPage | Section, names: Sequence[str]) -> None:
        for order, name in enumerate(names):
            Placement.objects.create(front=front, story=filed[name], sort_order=order)

    fronts, sections = newsroom.layout.fronts, newsroom.layout.sections
    put(fronts["en"], facts["front"])
    for entry in facts["sections"]:
        put(sections["en", entry["slug"]], entry["chosen"])
    if "ko" in fronts:
        put(fronts["ko"], [f"ko/{name}" for name in facts["korean_front"]])
    sentence = filed["asia/mokdan-sentence"]
    BreakingNews.objects.create(locale=fronts["en"].locale, text=BREAKING, story=sentence, showing=False)
