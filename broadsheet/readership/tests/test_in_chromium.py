"""That a real browser's prefetches, prerenders, hidden tabs and returns are counted as the definition says."""

import json
import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from broadsheet.readership.tests.pressroom import BROWSER
from tests.browser import MISSING, QUIET, find_chromium
from tests.newspaper import free_port

PATIENCE = 30  # seconds until a slow machine counts as a wrong browser


class Stand:
    """A newsstand that runs, and what it tells."""

    def __init__(self, port):
        self.address = f"http://127.0.0.1:{port}"

    def get(self, path):
        with urllib.request.urlopen(self.address + path, timeout=10) as answer:
            return json.load(answer)

    def told(self):
        return self.get("/told")

    def views(self, story):
        return self.told()["views"].get(str(story), 0)

    def wait_for(self, has_come):
        ends = time.monotonic() + PATIENCE
        while not has_come(told := self.told()):
            assert time.monotonic() < ends, told
            time.sleep(0.05)

    def wait_for_views(self, story, number):
        self.wait_for(lambda told: told["views"].get(str(story), 0) == number)

    def wait_for_request(self, path, purpose):
        self.wait_for(lambda told: [path, purpose] in told["requests"])


@pytest.fixture
def stand(tmp_path):
    port = free_port()
    granian = str(Path(sys.executable).parent / "granian")
    command = [granian, "--interface", "asgi", "--factory", "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(
        [*command, "--log-level", "warning", "broadsheet.readership.tests.newsstand:open_newsstand"],
        env={**os.environ, "NEWSSTAND": str(tmp_path)},
    )
    opened = Stand(port)
    ends = time.monotonic() + PATIENCE
    while True:
        try:
            opened.told()
            break
        except OSError:
            assert time.monotonic() < ends
            time.sleep(0.05)
    yield opened
    process.terminate()
    process.wait(10)


@pytest.fixture(scope="module")
def browser(playwright):
    """A Chromium that keeps pages to go back to, as readers' browsers do, and does not call itself headless."""
    program = find_chromium() or pytest.fail(MISSING, pytrace=False)
    arguments = [*QUIET, f"--user-agent={BROWSER}"]
    opened = playwright.chromium.launch(
        executable_path=program, args=arguments, ignore_default_args=["--disable-back-forward-cache"]
    )
    yield opened
    opened.close()


@pytest.fixture
def page(browser):
    context = browser.new_context()
    yield context.new_page()
    context.close()


def look_at_another(stand, page):
    """Once this story is counted, whatever the page before it had to say was said."""
    page.goto(f"{stand.address}/story/99")
    stand.wait_for_views(99, 1)


class TestAPage:
    def test_is_counted_when_it_is_opened(self, stand, page):
        page.goto(f"{stand.address}/story/1")
        stand.wait_for_views(1, 1)

    def test_is_counted_once_when_it_is_reloaded_within_thirty_seconds_and_again_after_them(self, stand, page):
        page.goto(f"{stand.address}/story/1")
        stand.wait_for_views(1, 1)
        page.reload()
        stand.wait_for(lambda told: told["outcomes"].get("repeated") == 1)
        stand.get("/advance/35")
        page.reload()
        stand.wait_for_views(1, 2)

    @pytest.mark.parametrize(("head", "purpose"), [("link", "prefetch"), ("prefetch", "prefetch")])
    def test_is_not_counted_when_it_is_fetched_ahead(self, stand, page, head, purpose):
        page.goto(f"{stand.address}/story/1?head={head}")
        stand.wait_for_request("/story/7", purpose)
        look_at_another(stand, page)
        assert stand.views(7) == 0

    def test_is_not_counted_when_it_is_prerendered_and_never_opened(self, stand, page):
        page.goto(f"{stand.address}/story/1?head=prerender")
        stand.wait_for_request("/story/7", "prefetch;prerender")
        look_at_another(stand, page)
        told = stand.told()
        assert (told["views"].get("7"), told["outcomes"].get("speculative")) == (None, None)

    def test_is_counted_once_when_it_is_prerendered_and_then_opened(self, stand, page):
        page.goto(f"{stand.address}/story/1?head=prerender")
        stand.wait_for_request("/story/7", "prefetch;prerender")
        page.click("#seven")
        stand.wait_for_views(7, 1)
        assert [path for path, _ in stand.told()["requests"]].count("/story/7") == 1, "it was not asked for again"

    def test_is_not_counted_inside_a_frame(self, stand, page):
        page.goto(f"{stand.address}/story/1?head=frame")
        stand.wait_for_request("/story/7", "")
        look_at_another(stand, page)
        assert stand.views(7) == 0

    @pytest.mark.parametrize(("seconds", "views"), [(5, 1), (35, 2)])
    def test_that_comes_back_from_the_browsers_memory_is_seen_once_more(self, stand, page, seconds, views):
        page.goto(f"{stand.address}/story/1")
        stand.wait_for_views(1, 1)
        page.goto(f"{stand.address}/elsewhere")
        stand.get(f"/advance/{seconds}")
        page.evaluate("history.back()")
        stand.wait_for(lambda told: told["views"]["1"] + told["outcomes"].get("repeated", 0) == 2)
        assert stand.views(1) == views
        assert stand.told()["requests"] == [["/story/1", ""]], "the browser did not ask again"

    def test_in_a_hidden_tab_is_counted_when_somebody_looks_at_it(self, stand, tmp_path):
        with Tabs(tmp_path / "profile", f"{stand.address}/later/8") as tabs:
            tabs.open(f"{stand.address}/story/1")
            stand.wait_for_request("/story/8", "")
            tabs.open(f"{stand.address}/story/2")
            stand.wait_for_views(2, 1)
            assert stand.views(8) == 0
            tabs.look_at("/story/8")
            stand.wait_for_views(8, 1)


class TestAReader:
    def test_is_engaged_after_scrolling_three_quarters(self, stand, page):
        page.goto(f"{stand.address}/story/1")
        page.mouse.wheel(0, 3000)
        stand.wait_for(lambda told: told["engaged"].get("1") == 1)

    def test_sees_and_follows_the_places_of_a_rail(self, stand, page):
        page.goto(f"{stand.address}/story/1")
        stand.wait_for_views(1, 1)
        page.click("#rail")
        stand.wait_for(lambda told: told["slots"] == [["latest", 1, 7, 2, 1]])

    def test_leaves_nothing_in_the_browser(self, stand, page):
        page.goto(f"{stand.address}/story/1")
        stand.wait_for_views(1, 1)
        assert page.context.cookies() == []
        assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
        assert page.evaluate("indexedDB.databases().then(found => found.length)") == 0


class Tabs:
    """A Chromium driven from outside, so that hidden tabs are really hidden."""

    def __init__(self, profile, address):
        self._port = free_port()
        program = find_chromium() or pytest.fail(MISSING, pytrace=False)
        options = [f"--user-agent={BROWSER}", f"--remote-debugging-port={self._port}", f"--user-data-dir={profile}"]
        command = [program, "--headless=new", *QUIET, *options, address]
        self._process = subprocess.Popen(command, stderr=subprocess.DEVNULL)

    def __enter__(self):
        ends = time.monotonic() + PATIENCE
        while True:
            try:
                self._ask("GET", "list")
                return self
            except OSError:
                assert time.monotonic() < ends
                time.sleep(0.05)

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait(10)

    def open(self, address):
        self._ask("PUT", f"new?{address}")

    def look_at(self, path):
        (tab,) = (tab for tab in json.loads(self._ask("GET", "list")) if tab["url"].endswith(path))
        self._ask("GET", f"activate/{tab['id']}")

    def _ask(self, method, what):
        request = urllib.request.Request(f"http://127.0.0.1:{self._port}/json/{what}", method=method)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.read()
