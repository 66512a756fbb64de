"""The clock: runs the timetable."""

import logging
import os
import signal
import threading
import time
from typing import TYPE_CHECKING

import django

from broadsheet.options import options_in_force
from broadsheet.processes.places import die_with_parent, give_signs_of_life

if TYPE_CHECKING:
    from broadsheet.timetable import Entry

log = logging.getLogger("broadsheet.clock")


class Clock:
    """Runs each entry when it is due. An entry that fails is logged, and due again at its next time."""

    def __init__(self, entries: "list[Entry]") -> None:
        self.entries = entries
        self.over = threading.Event()
        self._due = dict.fromkeys([entry.name for entry in entries], 0.0)

    def run(self) -> None:
        """Run what is due until `over` is set. Every entry is due at the start: what was missed is caught up."""
        while not self.over.wait(self.tick(time.monotonic())):
            pass

    def tick(self, now: float) -> float:
        """Run what is due at `now` (monotonic seconds); gives the seconds until the next entry is due."""
        for entry in self.entries:
            if self._due[entry.name] <= now and not self.over.is_set():
                # on whole seconds of the wall clock, so that what is due at a minute runs right after it
                self._due[entry.name] = now + entry.every_seconds - (time.time() % min(entry.every_seconds, 60.0))
                self._run(entry)
        return max(0.0, min(self._due.values()) - time.monotonic())

    @staticmethod
    def _run(entry: "Entry") -> None:
        try:
            entry.run()
        except Exception:
            log.exception("%s failed and is tried again in %s seconds", entry.name, entry.every_seconds)


def main() -> None:
    """Run the timetable until told to stop."""
    die_with_parent()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "broadsheet.settings")
    django.setup()
    from broadsheet.processes.caches import start_couriers  # noqa: PLC0415 (Wagtail's backends need Django set up)
    from broadsheet.timetable import timetable  # noqa: PLC0415 (its acts need Django set up)

    clock = Clock(timetable())
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: clock.over.set())
    give_signs_of_life(options_in_force(), "clock")
    start_couriers(options_in_force(), clock.over)
    clock.run()


if __name__ == "__main__":
    main()
