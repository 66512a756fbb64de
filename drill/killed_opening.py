"""A newspaper that is killed while it opens for the first time opens whole the next time."""

import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.newspaper import PATIENCE, Newspaper, make_newspaper

FEW_MIGRATIONS = 20


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="drill-") as folder:
        newspaper = make_newspaper(Path(folder) / "paper")
        for has_come in MOMENTS:
            _kill_when(newspaper, has_come)
        newspaper.open()
        answer = newspaper.run("check")
        newspaper.close()
    if "wrong" in answer:
        raise AssertionError(answer)


def _migrates(newspaper: Newspaper) -> bool:
    """Some tables are there, most are not."""
    try:
        with closing(sqlite3.connect(newspaper.paper / "var" / "newspaper.sqlite3")) as database:
            return database.execute("SELECT count(*) FROM django_migrations").fetchone()[0] >= FEW_MIGRATIONS
    except sqlite3.OperationalError:
        return False


def _said(words: str) -> Callable[[Newspaper], bool]:
    return lambda newspaper: words in newspaper.log.read_text(encoding="utf-8")


MOMENTS: list[Callable[[Newspaper], bool]] = [
    _said("Preparing the database"),
    _migrates,
    _said("Laid out the front page"),
    _said("Collecting static files"),
]


def _kill_when(newspaper: Newspaper, has_come: Callable[[Newspaper], bool]) -> None:
    """Kill the newspaper as soon as the moment has come."""
    newspaper.start()
    ends = time.monotonic() + PATIENCE
    while not has_come(newspaper):
        if time.monotonic() > ends or newspaper.ended:
            raise AssertionError(newspaper.log.read_text(encoding="utf-8"))
        time.sleep(0.01)
    newspaper.kill()
