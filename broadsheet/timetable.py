"""The timetable: what the clock runs, how often, and why."""

import json
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass

from django.utils import timezone

from broadsheet.options import options_in_force
from broadsheet.press.store import Store
from broadsheet.rails.turns import REFRESH_EVERY, RELATE_EVERY, turns
from broadsheet.readership.house import forget, settle
from broadsheet.stories.models import Story
from broadsheet.stories.schedule import expire_due, publish_due
from broadsheet.web.phrases import views_phrases

SECOND, MINUTE, HOUR, DAY = 1.0, 60.0, 3600.0, 86400.0


@dataclass(frozen=True)
class Entry:
    """One line: what runs, every how many seconds, and why. `run` may come twice or late without harm."""

    name: str
    every_seconds: float
    run: Callable[[], object]
    why: str


def timetable() -> list[Entry]:
    """Everything that the clock runs, in the order in which it runs what is due together."""
    return [
        Entry("publication", SECOND, lambda: publish_due(timezone.now()), "A story is out at its minute."),
        Entry("expiry", SECOND, lambda: expire_due(timezone.now()), "What has ended is gone at its minute."),
        Entry(
            "abandoned purges", SECOND, purge_abandoned, "A process that was killed had announced what it would purge."
        ),
        Entry("readership", 5 * SECOND, lambda: settle(options_in_force()), "A view is in the sums within seconds."),
        Entry("rails", REFRESH_EVERY, lambda: turns().refresh(time.time()), "What is read now stands in the rails."),
        Entry("relating", RELATE_EVERY, lambda: turns().relate(time.time()), "A story knows what is about the same."),
        Entry("taken back", 10 * SECOND, press_taken_back, "A story that was taken back is not counted any more."),
        Entry("phrases", HOUR, press_phrases, "The front puts numbers into words that the newsroom wrote."),
        Entry("forgetting", 10 * MINUTE, lambda: forget(options_in_force()), "Salts and keys go with their day."),
        Entry("old purges", HOUR, forget_old_purges, "Every front has long obeyed them; the file must not grow."),
    ]


def forget_old_purges() -> None:
    with _store() as store:
        store.forget_purges(before=time.time() - DAY)


def purge_abandoned() -> None:
    """Make the purges of processes that ended between a commit and its purges, and of transactions long over."""
    with _store() as store:
        store.purge_abandoned(before=time.time() - HOUR)


def press_phrases() -> None:
    """Press the words that the front puts numbers into, a standing a language."""
    with _store() as store:
        for language in options_in_force().names("languages"):
            store.put_standing(f"phrases-{language}", json.dumps(views_phrases(language)).encode())


def press_taken_back() -> None:
    """Press the numbers of the stories that were once published and are not now.

    A page's token is only handed out while its story is published, and lives two days; this list is what makes it void.
    """
    taken_back = Story.objects.filter(live=False, first_published_at__isnull=False).values_list("pk", flat=True)
    with _store() as store:
        store.put_standing("taken-back", json.dumps(sorted(taken_back)).encode())


def _store() -> closing[Store]:
    return closing(Store(options_in_force().state / "press.sqlite3"))
