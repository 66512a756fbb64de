"""Things that a newsroom makes, for tests: photos, people, topics, stories."""

from collections.abc import Sequence
from datetime import timedelta
from io import BytesIO
from itertools import count
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.text import slugify
from PIL import Image, ImageDraw
from wagtail.models import Page

from broadsheet.stories.models import Byline, Contributor, Photo, Story, StoryTopic, Topic

_numbers = count(1)


def draw_picture(width: int = 640, height: int = 400, kind: str = "JPEG", colour: str = "teal", **saving: Any) -> bytes:
    """A picture file of the given kind, drawn."""
    picture = Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(picture).ellipse([width // 8, height // 8, width * 7 // 8, height * 7 // 8], fill=colour)
    file = BytesIO()
    picture.save(file, kind, **saving)
    return file.getvalue()


def make_photo(**values: Any) -> Photo:
    """A photo that may be printed, unless `values` take something away."""
    number = next(_numbers)
    facts = {
        "title": f"Photo {number}",
        "alt": f"A circle, number {number}",
        "caption": "A circle, drawn for a test.",
        "credit": "Mina Park / Test Agency",
        "rights": "CC0",
        **values,
    }
    return Photo.objects.create(file=ContentFile(draw_picture(), f"photo-{number}.jpg"), **facts)


def make_contributor(name: str = "", **values: Any) -> Contributor:
    name = name or f"Reporter {next(_numbers)}"
    return Contributor.objects.create(name=name, slug=slugify(name, allow_unicode=True), **values)


def make_topic(name: str = "") -> Topic:
    name = name or f"Topic {next(_numbers)}"
    return Topic.objects.create(name=name, slug=slugify(name, allow_unicode=True))


def draft_story(
    parent: Page, headline: str = "", *, by: Sequence[Contributor] = (), topics: Sequence[Topic] = (), **values: Any
) -> Story:
    """An unpublished story under `parent`, with its first revision."""
    headline = headline or f"Story {next(_numbers)}"
    body = [("text", f"<p>{headline}: the first paragraph.</p>")]
    story = Story(title=headline, live=False, **{"slug": slugify(headline, allow_unicode=True), "body": body, **values})
    story.bylines = [Byline(contributor=contributor) for contributor in by]
    story.story_topics = [StoryTopic(topic=topic) for topic in topics]
    parent.add_child(instance=story)
    story.save_revision()
    return story


def publish_story(parent: Page, headline: str = "", *, age: timedelta = timedelta(), **values: Any) -> Story:
    """A published story under `parent`, first published `age` ago."""
    story = draft_story(parent, headline, first_published_at=timezone.now() - age, **values)
    story.get_latest_revision().publish()
    story.refresh_from_db()
    return story
