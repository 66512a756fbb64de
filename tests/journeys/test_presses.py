"""The newspaper's own processes: what readers see when stories go out, wait for their time and are taken back."""

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from tests.newspaper import PATIENCE, Newspaper
from tests.processes import processes_of

DESK = """
import json, sys, django
django.setup()
from datetime import datetime
from django.utils import timezone
from broadsheet.sections.models import Section
from broadsheet.stories.models import Story
from broadsheet.stories.withdrawal import withdraw
def write(section, **said):
    parent = Section.objects.get(slug=section, locale__language_code="en")
    parent.add_child(instance=Story(**said)).save_revision().publish()
for line in sys.stdin:
    exec(json.loads(line))
    print("done", flush=True)
"""


class Desk:
    """Somebody at work in a process of their own, as the newsroom's, the clock's or a command's would be."""

    def __init__(self, newspaper: Newspaper) -> None:
        environment = {**newspaper.environment, "BROADSHEET_PAPER": str(newspaper.paper)}
        self._process = subprocess.Popen(
            [sys.executable, "-c", DESK],
            env={**environment, "DJANGO_SETTINGS_MODULE": "broadsheet.settings"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def do(self, code: str) -> None:
        self._process.stdin.write(json.dumps(code) + "\n")
        self._process.stdin.flush()
        assert self._process.stdout.readline() == "done\n", code

    def close(self) -> None:
        self._process.communicate()


@pytest.fixture(scope="module")
def desk(newspaper: Newspaper) -> Iterator[Desk]:
    made = Desk(newspaper)
    yield made
    made.close()


def read(newspaper: Newspaper, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(newspaper.address + path, timeout=10) as answer:
            return answer.status, answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode("utf-8", "replace")


def wait_until(true: Callable[[], bool], what: str) -> None:
    ends = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < ends, f"never came true: {what}"
        time.sleep(0.05)


class TestAStory:
    def test_is_on_every_page_that_lists_it_as_soon_as_it_is_out(self, newspaper, desk):
        assert "Harbour reopens" not in read(newspaper, "/")[1]
        assert read(newspaper, "/world/harbour-reopens/")[0] == 404
        desk.do('write("world", title="Harbour reopens", slug="harbour-reopens")')
        for path in ("/world/harbour-reopens/", "/", "/world/"):
            wait_until(lambda path=path: "Harbour reopens" in read(newspaper, path)[1], f"{path} shows it")

    def test_is_shown_as_it_is_now_after_an_edit(self, newspaper, desk):
        desk.do('write("world", title="First words", slug="an-edit")')
        wait_until(lambda: "First words" in read(newspaper, "/world/an-edit/")[1], "it is out")
        desk.do('s = Story.objects.get(slug="an-edit"); s.title = "Second words"; s.save_revision().publish()')
        wait_until(lambda: "Second words" in read(newspaper, "/world/an-edit/")[1], "the edit is shown")
        wait_until(lambda: "First words" not in read(newspaper, "/")[1], "also on the front")

    def test_is_on_no_page_once_it_is_withdrawn(self, newspaper, desk):
        desk.do('write("world", title="Wrong claims", slug="wrong")')
        wait_until(lambda: "Wrong claims" in read(newspaper, "/world/")[1], "it is out")
        desk.do('withdraw(Story.objects.get(slug="wrong"), "We were wrong.", timezone.now())')
        wait_until(lambda: read(newspaper, "/world/wrong/")[0] == 410, "its address says that it is gone")
        wait_until(lambda: "Wrong claims" not in read(newspaper, "/world/")[1] + read(newspaper, "/")[1], "so do lists")


class TestAProcessKilledRightAfterItsCommit:
    def test_leaves_the_purge_to_the_clock(self, newspaper, desk):
        desk.do('write("world", title="Before the kill", slug="killed")')
        wait_until(lambda: "Before the kill" in read(newspaper, "/world/killed/")[1], "it is out")
        doomed = Desk(newspaper)
        with pytest.raises(AssertionError):  # it is gone before it says that it is done
            doomed.do(
                "import os; from django.db import transaction\n"
                "with transaction.atomic():\n"
                "    transaction.on_commit(lambda: os.kill(os.getpid(), 9))\n"
                '    s = Story.objects.get(slug="killed"); s.title = "After the kill"; s.save_revision().publish()'
            )
        doomed.close()
        wait_until(lambda: "After the kill" in read(newspaper, "/world/killed/")[1], "the clock made the purge")


class TestASchedule:
    def test_is_kept_and_shows_nothing_before(self, newspaper, desk):
        due = schedule(desk, "Merger of the year", "merger", seconds=12)
        crawled = crawl(newspaper)
        assert datetime.now(UTC) < due, "the machine was too slow to look before the time"
        assert [path for path, text in crawled.items() if "Merger of the year" in text] == []
        wait_until(lambda: read(newspaper, "/business/merger/")[0] == 200, "it is out")
        assert datetime.now(UTC) >= due
        for path in ("/business/", "/"):
            wait_until(lambda path=path: "Merger of the year" in read(newspaper, path)[1], f"{path} shows it")

    def test_is_caught_up_after_the_clock_was_down(self, newspaper, desk):
        (clock,) = processes_of(newspaper, "clock")
        os.kill(clock, signal.SIGSTOP)
        due = schedule(desk, "While it stood", "stood", seconds=1)
        wait_until(lambda: datetime.now(UTC) > due, "its time has come")
        assert read(newspaper, "/business/stood/")[0] == 404
        os.kill(clock, signal.SIGKILL)
        wait_until(lambda: read(newspaper, "/business/stood/")[0] == 200, "the next clock has caught up")


def schedule(desk: Desk, title: str, slug: str, *, seconds: float) -> datetime:
    due = datetime.now(UTC) + timedelta(seconds=seconds)
    when = f'datetime.fromisoformat("{due.isoformat()}")'
    desk.do(f'write("business", title="{title}", slug="{slug}", go_live_at={when}, embargo_until={when})')
    return due


class TestAKilledProcess:
    def test_of_the_newsroom_is_noticed_by_no_reader(self, newspaper):
        wait_until(lambda: read(newspaper, "/")[0] == 200, "the front page is printed")
        for process in reversed(processes_of(newspaper, "newsroom")):
            os.kill(process, signal.SIGKILL)
        for _ in range(20):
            assert read(newspaper, "/")[0] == 200
        wait_until(lambda: newspaper.answers("/desk/login/"), "the newsroom is back")

    @pytest.mark.parametrize("name", ["front", "clock"])
    def test_is_started_again(self, newspaper, name):
        before = set(processes_of(newspaper, name))
        os.kill(min(before), signal.SIGKILL)
        wait_until(lambda: len(set(processes_of(newspaper, name)) - before) >= 1, f"another {name} runs")
        wait_until(lambda: newspaper.answers("/-/health/front"), "readers are answered")


def crawl(newspaper: Newspaper) -> dict[str, str]:
    """Every address that pages of this newspaper lead to, and those that machines ask for, with what they answer."""
    waiting = ["/", "/ko/", "/search/?q=merger", "/archive/", "/topics/", "/authors/", "/corrections/"]
    waiting += [
        "/sitemap.xml",
        "/feed.xml",
        "/feed.json",
        "/robots.txt",
        "/business/merger/",
        "/-/health",
        "/-/metrics",
    ]
    found: dict[str, str] = {}
    while waiting:
        path = waiting.pop()
        if path in found or path.startswith(("/desk/", "/static/")):
            continue
        found[path] = read(newspaper, path)[1] if path else ""
        here = re.findall(rf'(?:href|src)="(?:{re.escape(newspaper.address)})?(/[^"#]*)"', found[path])
        waiting += [link.replace("&amp;", "&") for link in here]
    assert {"/", "/business/", "/ko/"} <= set(found)
    return found
