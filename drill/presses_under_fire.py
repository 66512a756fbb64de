"""Every process is killed under load, again and again, and readers go on reading what was pressed."""

import json
import os
import signal
import sqlite3
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.newspaper import PATIENCE, Newspaper, make_newspaper
from tests.processes import processes_of

ROUNDS = 3
LOCKED_SECONDS = float(os.environ.get("DRILL_LOCKED_SECONDS", "8"))
PAGES = ["/", "/world/", "/business/", "/ko/"]


def main() -> None:
    """Print how readers fared in each fault; raises AssertionError if a pressed page was not served."""
    with tempfile.TemporaryDirectory(prefix="drill-") as folder:
        newspaper = make_newspaper(Path(folder) / "paper", languages="en,ko", workers="2")
        newspaper.open()
        try:
            for path in PAGES:
                wait_for(newspaper, path)
            for name in ("newsroom", "clock", "front"):
                for _ in range(ROUNDS):
                    kill(newspaper, name)
            for database in ("press.sqlite3", "newspaper.sqlite3"):
                lock(newspaper, database)
            delete_the_store(newspaper)
        finally:
            newspaper.close()


def kill(newspaper: Newspaper, name: str) -> None:
    """Kill one process, the one at work. A killed front takes its connections along: those readers ask again."""
    before = set(processes_of(newspaper, name))
    with readers(newspaper) as seen:
        time.sleep(0.5)
        os.kill(max(before), signal.SIGKILL)
        wait_until(lambda: set(processes_of(newspaper, name)) - before, f"another {name}")
        time.sleep(1)
    judge(f"{name} killed", seen, may_break=name == "front")
    wait_for(newspaper, "/desk/login/")


def lock(newspaper: Newspaper, name: str) -> None:
    """Hold a database file locked against everyone."""
    database = newspaper.paper / "var" / name
    with closing(sqlite3.connect(database, isolation_level=None, timeout=30)) as blocker, readers(newspaper) as seen:
        blocker.execute("BEGIN EXCLUSIVE")
        time.sleep(LOCKED_SECONDS)
        blocker.execute("ROLLBACK")
    judge(f"{name} locked for {LOCKED_SECONDS:.0f} s", seen, may_break=False)


def delete_the_store(newspaper: Newspaper) -> None:
    with readers(newspaper) as seen:
        for path in (newspaper.paper / "var").glob("press.sqlite3*"):
            path.unlink()
        time.sleep(2)
    judge("the press's file deleted", seen, may_break=False)


@contextmanager
def readers(newspaper: Newspaper) -> Iterator[Counter[str]]:
    """Four readers who read pressed pages without a pause; gives what they saw."""
    seen: Counter[str] = Counter()
    over = threading.Event()

    def read() -> None:
        while not over.is_set():
            for path in PAGES:
                seen[ask(newspaper, path)] += 1

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    try:
        yield seen
    finally:
        over.set()
        for thread in threads:
            thread.join()


def ask(newspaper: Newspaper, path: str) -> str:
    try:
        with urllib.request.urlopen(newspaper.address + path, timeout=20) as answer:
            return str(answer.status) if answer.read() else "empty"
    except urllib.error.HTTPError as error:
        return str(error.code)
    except OSError:
        return "broken"


def judge(what: str, seen: Counter[str], *, may_break: bool) -> None:
    print(f"   {what}: {json.dumps(dict(seen))}", flush=True)
    good = set(seen) <= ({"200", "broken"} if may_break else {"200"})
    if not good or not seen["200"] or seen["broken"] > 0.02 * seen.total() + 20:
        raise AssertionError(f"{what}: readers saw {dict(seen)}")


def wait_for(newspaper: Newspaper, path: str) -> None:
    wait_until(lambda: newspaper.answers(path), path)


def wait_until(true: Callable[[], object], what: str) -> None:
    ends = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > ends:
            raise AssertionError(f"never came: {what}")
        time.sleep(0.05)
