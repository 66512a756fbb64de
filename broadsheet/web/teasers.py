"""Teasers: stories as lists show them, everything that a card prints fetched in a handful of queries."""

import html
from collections.abc import Sequence

from django.utils.html import strip_tags

from broadsheet.stories.models import Story

OPINION = {"opinion", "editorial"}


def teasers(ids: Sequence[int]) -> dict[int, Story]:
    """Stories by id, ready to print as cards; an id that is no longer published is left out."""
    return {story.pk: story for story in Story.objects.published().filter(pk__in=ids).as_cards()} if ids else {}


def opening(story: Story) -> str:
    """The first paragraph of a story as plain text, for a front; empty if the story does not open with text."""
    first = next(iter(story.body.raw_data), None)
    if first is None or first["type"] != "text":
        return ""
    return html.unescape(strip_tags(str(first["value"]).split("</p>")[0])).strip()
