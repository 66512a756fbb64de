"""The timetable: what the clock runs, how often, and why."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone

from broadsheet.options import options_in_force
from broadsheet.press.store import Store
from broadsheet.stories.schedule import expire_due, publish_due

SECOND, HOUR, DAY = 1.0, 3600.0, 86400.0


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
        Entry("old purges", HOUR, forget_old_purges, "Every front has long obeyed them; the file must not grow."),
    ]


def forget_old_purges() -> None:
    store = Store(options_in_force().state / "press.sqlite3")
    store.forget_purges(before=time.time() - DAY)
    store.close()
