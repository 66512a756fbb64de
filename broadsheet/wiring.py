"""The wiring: which event leads to which act. The one place where rooms meet: a list to be read aloud."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import Signal
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from broadsheet.options import options_in_force
from broadsheet.press.keys import MISSING, SITE, listing
from broadsheet.press.purging import Purger
from broadsheet.press.store import Store
from broadsheet.sections.models import BreakingNews, Masthead
from broadsheet.stories.models import Contributor, Photo, Story, Topic

type Event = dict[str, Any]
type Keys = Callable[[Event], set[str]]


@dataclass(frozen=True)
class Wire:
    """On `event` from `sender` (None: from anyone), every page with one of the `keys` is purged after the commit."""

    event: Signal
    sender: type[Model] | None
    keys: Keys
    hard: Callable[[Event], bool]
    why: str


def always(_: Event) -> bool:
    return True


def never(_: Event) -> bool:
    return False


def is_corrected(event: Event) -> bool:
    page = event["instance"]
    return isinstance(page, Story) and page.corrections.exists()


def itself(event: Event) -> set[str]:
    return set(_own_key(event["instance"]))


def everything(_: Event) -> set[str]:
    return {SITE}


def missing(_: Event) -> set[str]:
    return {MISSING}


def page_and_lists(event: Event) -> set[str]:
    """A page, every list in which it stands or may now stand, and addresses that had no page so far."""
    page = event["instance"].specific
    keys = {MISSING, *_own_key(page)}
    for above in page.get_ancestors().specific():
        keys |= {listing(key) for key in _own_key(above)}
    if isinstance(page, Story):
        people = Contributor.objects.filter(bylines__story=page)
        topics = Topic.objects.filter(story_topics__story=page)
        keys |= {listing(key) for named in (*people, *topics) for key in _own_key(named)}
    else:
        keys |= {SITE}  # a section or a standing page is named in the navigation of every page
    return keys


def moved_page(event: Event) -> set[str]:
    """A page and everything below it, at its old addresses, with the lists that it left and came to."""
    page = event["instance"]
    keys = page_and_lists(event)
    for below in page.get_descendants().specific().iterator():
        keys.update(_own_key(below))
    for parent in (event.get("parent_page_before"), event.get("parent_page_after")):
        keys |= {listing(key) for key in _own_key(parent.specific)} if parent is not None else set()
    return keys


def restricted_page(event: Event) -> set[str]:
    return moved_page({"instance": event["instance"].page})


def _own_key(thing: object) -> Iterator[str]:
    key = getattr(thing, "surrogate_key", None)
    if key is not None:
        yield key


WIRING = [
    Wire(page_published, None, page_and_lists, is_corrected, "News is out; a correction never shows the error again."),
    Wire(page_unpublished, None, page_and_lists, always, "What was taken back is shown to nobody."),
    Wire(pre_delete, Page, page_and_lists, always, "What was deleted is shown to nobody."),
    Wire(post_page_move, None, moved_page, always, "The old addresses lead to the new ones."),
    Wire(page_slug_changed, None, moved_page, always, "The old addresses lead to the new ones."),
    Wire(post_save, PageViewRestriction, restricted_page, always, "A page that became private is shown to nobody."),
    Wire(post_delete, PageViewRestriction, restricted_page, always, "A page that became public is there."),
    Wire(post_save, Photo, itself, never, "A new crop, credit or caption."),
    Wire(post_delete, Photo, itself, always, "A photo whose rights ended is shown to nobody."),
    Wire(post_save, Contributor, itself, never, "A person is called differently."),
    Wire(post_save, Topic, itself, never, "A topic is called differently."),
    Wire(post_delete, Topic, itself, always, "A topic's page is gone."),
    Wire(post_save, Masthead, everything, never, "It stands on every page."),
    Wire(post_save, BreakingNews, everything, never, "It stands on every page."),
    Wire(post_delete, BreakingNews, everything, never, "It stood on every page."),
    Wire(post_save, Site, everything, never, "The newspaper's address changed."),
    Wire(post_save, Locale, everything, never, "Every page names the editions."),
    Wire(post_save, Redirect, missing, always, "An address leads somewhere now."),
    Wire(post_delete, Redirect, missing, always, "An address leads nowhere now."),
]


@cache
def store() -> Store:
    """This process's connection to the press's file."""
    return Store(options_in_force().state / "press.sqlite3")


@cache
def purger() -> Purger:
    """This process's way to purge."""
    return Purger(store())


def connect(wire: Wire) -> None:
    """Do what the wire says whenever its event comes. The keys are read at once: what is deleted has none later."""

    def act(**event: Any) -> None:
        if event.get("raw"):
            return
        keys, hard = wire.keys(event), wire.hard(event)
        announced = purger().announce(keys, hard=hard)
        transaction.on_commit(lambda: purger().purge(keys, hard=hard, announced=announced))

    wire.event.connect(act, sender=wire.sender, weak=False)


def drop_cards(**event: Any) -> None:
    """Take a story's cards out of every rail as soon as nobody may read it, long before the next refresh."""
    page = event["instance"]
    if isinstance(page.specific, Story):
        number = page.pk
        transaction.on_commit(lambda: store().drop_card(number))


def connect_all() -> None:
    for wire in WIRING:
        connect(wire)
    page_unpublished.connect(drop_cards, weak=False)
    pre_delete.connect(drop_cards, sender=Story, weak=False)
