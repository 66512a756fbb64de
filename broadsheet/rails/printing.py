"""Printing: cards and the markup around rails, rendered by Django so that a front only joins them."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test.client import RequestFactory
from django.utils import translation
from django.utils.safestring import mark_safe

from broadsheet.press.store import Store
from broadsheet.rails.catalogue import Rail
from broadsheet.rails.morgue import Entry
from broadsheet.rails.standings import ITEM_MARKS, Frame
from broadsheet.stories.models import Story

_ITEMS = "⟦items⟧"


class CardPress:
    """Keeps the press's cards as the stories are now."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._printed = {(card.story, card.language): card.facts.get("version") for card in store.cards()}

    def keep(self, entries: Iterable[Entry]) -> int:
        """Print the cards that are missing or old; gives how many."""
        old = [entry for entry in entries if self._printed.get((entry.story, entry.language)) != entry.version]
        stories = Story.objects.as_cards().in_bulk([entry.story for entry in old])
        for language in {entry.language for entry in old}:
            request = request_in(language)
            with translation.override(language):
                for entry in old:
                    if entry.language == language and (story := stories.get(entry.story)) is not None:
                        html = render_to_string("stories/cards/rail.html", {"story": story}, request).strip()
                        self._store.put_card(entry.story, language, html.encode(), {"version": entry.version})
                        self._printed[entry.story, language] = entry.version
        return len(old)

    def drop_all_but(self, stories: set[int]) -> None:
        """Take away the cards of stories that are no longer published, whoever took them back and however."""
        for story, language in [key for key in self._printed if key[0] not in stories]:
            self._store.drop_card(story, language)
            del self._printed[story, language]

    def stories(self) -> set[int]:
        return {story for story, _language in self._printed}


def print_frame(rail: Rail, request: HttpRequest) -> Frame:
    """What stands around a rail's stories, in the active language."""
    whole = render_to_string("rails/rail.html", {"rail": rail, "items": mark_safe(_ITEMS)}, request)  # noqa: S308
    head, _mark, tail = whole.partition(_ITEMS)
    return Frame(head, tail)


def print_item(request: HttpRequest, *, spare: bool) -> str:
    """The markup of one story in a rail, with ITEM_MARKS where its number, card and reason belong."""
    story, slot, card, reason = (mark_safe(mark) for mark in ITEM_MARKS)  # noqa: S308
    context = {"story": story, "slot": slot, "card": card, "reason": reason, "spare": spare}
    return render_to_string("rails/item.html", context, request).strip()


def request_in(language: str) -> HttpRequest:
    """A reader's request for a page in that language, as templates of pressed parts need it."""
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    prefix = "" if language == settings.LANGUAGE_CODE else f"{language}/"
    request = RequestFactory().get(f"/{prefix}", SERVER_NAME=address.hostname or "localhost")
    request.LANGUAGE_CODE = language
    return request
