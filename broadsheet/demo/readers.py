"""The demo edition's readers: robots, for weeks before it opens and for as long as it is open."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from broadsheet.options import Options, time_zone
from broadsheet.readership.house import journals_folder, open_ledger
from broadsheet.readership.past import Past, TooLateError, imagine_past
from broadsheet.readership.robots import Stand
from broadsheet.stories.models import Story

DAYS, READERS = 21, 1_500
FOR_EVER = 10_000_000  # minutes


def stands() -> Iterator[Stand]:
    """Every published story as robots see it."""
    for story in Story.objects.live().select_related("locale"):
        published = story.first_published_at
        if published is not None:
            section = str(story.get_parent().pk)
            yield Stand(story.pk, section, published.timestamp(), story.locale.language_code, story.url or "")


def make_up_past(options: Options, say: Callable[[str], None], *, days: int = DAYS, readers: int = READERS) -> None:
    """Let robots read for the days before now; raises TooLateError if anybody was counted already."""
    ledger = open_ledger(options)
    try:
        past = Past(list(stands()), days, readers, time.time(), time_zone(options))
        signals = imagine_past(ledger, journals_folder(options), past)
    finally:
        ledger.close()
    say(f"Robots have read for {days} days: {signals:,} signals.")


def give_readers(options: Options, say: Callable[[str], None]) -> None:
    """Weeks of readers for an edition that has just been printed; nothing for one that has had readers."""
    try:
        make_up_past(options, say)
    except TooLateError:
        return


def send_robots(options: Options, port: int) -> None:
    """Start a process that sends robots to the open newspaper for as long as this one lives."""
    program = Path(sys.executable).parent / "broadsheet"
    command = [str(program), "--paper", str(options.paper), "readers", "simulate"]
    subprocess.Popen(  # noqa: S603
        [*command, "--minutes", str(FOR_EVER), "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
