"""A whole newspaper in one call, for the tests of this room and of every room above it."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from broadsheet.sections.models import FrontPage, Section
from broadsheet.stories.models import Byline, Contributor, Photo, Story, Topic
from broadsheet.stories.tests.newsroom import make_contributor, make_photo, make_topic, publish_story


@dataclass
class Newspaper:
    """What stands in a small newspaper: each story has a photo, a byline and a topic; the first is the newest."""

    front: FrontPage
    sections: list[Section]
    stories: list[Story]
    contributors: list[Contributor]
    photos: list[Photo]
    topics: list[Topic]


def open_front(title: str = "The Broadsheet", language: str = "en") -> FrontPage:
    """The front page of a language's edition; every further one is a translation of the first."""
    locale, _ = Locale.objects.get_or_create(language_code=language)
    front = FrontPage(title=title, slug=f"front-{language}", locale=locale)
    first = FrontPage.objects.order_by("pk").first()
    if first is not None:
        front.translation_key = first.translation_key
    Page.get_first_root_node().add_child(instance=front)
    if first is None:
        Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": front})
    return front


def open_section(front: FrontPage, title: str) -> Section:
    return front.add_child(instance=Section(title=title, locale=front.locale, show_in_menus=True))


def open_newspaper(
    section_titles: tuple[str, ...] = ("World", "Business", "Sports"), stories_each: int = 2, language: str = "en"
) -> Newspaper:
    """A newspaper with a front page, sections, contributors, photos, topics and published stories."""
    front = open_front(language=language)
    sections = [open_section(front, title) for title in section_titles]
    contributors = [make_contributor(), make_contributor()]
    photos = [make_photo(), make_photo()]
    topics = [make_topic(), make_topic()]
    stories = [
        publish_story(
            section,
            f"{section.title} story {number}",
            standfirst=f"What happened in {section.title}.",
            age=timedelta(minutes=10 * (number * len(sections) + place)),
            by=[contributors[number % 2]],
            topics=[topics[number % 2]],
            lead_photo=photos[number % 2],
            locale=front.locale,
        )
        for number in range(stories_each)
        for place, section in enumerate(sections)
    ]
    return Newspaper(front, sections, stories, contributors, photos, topics)


def fill_section(section: Section, count: int, photo: Photo, contributor: Contributor) -> None:
    """Put `count` published stories into a section in seconds, a minute apart and the first one the newest.

    Rows are written as Wagtail would have left them; no revision, no search entry and no signal is made.
    """
    kind, now, before = ContentType.objects.get_for_model(Story), timezone.now(), section.get_children_count()
    paths = [Page._get_path(section.path, section.depth + 1, before + number) for number in range(1, count + 1)]
    pages = Page.objects.bulk_create(
        Page(
            title=f"{section.title} {number}",
            draft_title=f"{section.title} {number}",
            slug=f"bulk-{number}",
            path=path,
            depth=section.depth + 1,
            url_path=f"{section.url_path}bulk-{number}/",
            content_type=kind,
            locale_id=section.locale_id,
            translation_key=uuid4(),
            first_published_at=now - timedelta(minutes=number),
        )
        for number, path in enumerate(paths)
    )
    for page in pages:
        story = Story(page_ptr=page, lead_photo=photo, standfirst="What happened.")
        story.body = [("text", "<p>What happened.</p>")]
        story.save_base(raw=True)
    Byline.objects.bulk_create(Byline(story_id=page.pk, contributor=contributor, sort_order=0) for page in pages)
    Page.objects.filter(pk=section.pk).update(numchild=before + count)
