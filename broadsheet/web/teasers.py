"""Teasers: stories as lists show them, everything that a card prints fetched in a handful of queries."""

from collections.abc import Sequence

from broadsheet.stories.models import Story

OPINION = {"opinion", "editorial"}
LATEST = 6


def teasers(ids: Sequence[int]) -> dict[int, Story]:
    """Stories by id, ready to print as cards; an id that is no longer published is left out."""
    return {story.pk: story for story in Story.objects.live().filter(pk__in=ids).as_cards()} if ids else {}
