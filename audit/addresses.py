"""The types of page that the judges look at, each with one address: the one list of them.

Run inside a newspaper's environment (`BROADSHEET_PAPER`), it prints the addresses as JSON.
"""

import json
from collections.abc import Callable

import django
from django.utils.encoding import iri_to_uri

django.setup()

from broadsheet.sections.models import FrontPage, Section, StandingPage  # noqa: E402 - models need Django ready
from broadsheet.stories.models import Byline, Correction, Story, StoryTopic  # noqa: E402


def _story() -> Story:
    """The newest story with a photo, or else the newest."""
    stories = Story.objects.live().order_by("-first_published_at")
    return stories.filter(lead_photo__isnull=False).first() or stories.first()


PAGES: dict[str, Callable[[], str]] = {
    "front": lambda: FrontPage.objects.order_by("pk").first().url,
    "front in another language": lambda: FrontPage.objects.order_by("pk").last().url,
    "section": lambda: Section.objects.live().order_by("pk").first().url,
    "story": lambda: _story().url,
    "corrected story": lambda: Correction.objects.first().story.url,
    "withdrawn story": lambda: Story.objects.exclude(withdrawn_at=None).first().url,
    "author": lambda: f"/authors/{Byline.objects.filter(story__live=True).first().contributor.slug}/",
    "topic": lambda: f"/topics/{StoryTopic.objects.filter(story__live=True).first().topic.slug}/",
    "search": lambda: "/search/",
    "search with results": lambda: f"/search/?q={_story().title.split()[0]}",
    "archive": lambda: f"/archive/{_story().first_published_at:%Y/%m/%d}/",
    "corrections": lambda: "/corrections/",
    "standing page": lambda: StandingPage.objects.live().first().url,
    "no such page": lambda: "/no-such-page/",
}

if __name__ == "__main__":
    print(json.dumps({name: iri_to_uri(address()) for name, address in PAGES.items()}))
