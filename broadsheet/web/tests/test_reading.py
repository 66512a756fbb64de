"""Reading in a real browser: by keyboard alone, without scripts, without a shift of the page, within a weight."""

import gzip
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page

from broadsheet.sections.tests.newsroom import Newspaper, open_newspaper
from broadsheet.stories.tests.newsroom import publish_story
from broadsheet.web.stylesheets import SHEET, bind

STATIC = Path(__file__).parents[1] / "static"
BUDGET, SCRIPTS = 60_000, 5_000  # bytes as sent

WATCH = """
window.shifts = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifts += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture
def newspaper(transactional_db) -> Newspaper:
    paper = open_newspaper(stories_each=2)
    body = [
        ("text", "<p>The talks <i>lasted</i> no longer than a lunch.</p>" * 12),
        ("photo", {"photo": paper.photos[0], "caption": "The harbour"}),
        ("embed", {"address": "https://vimeo.com/76979871", "title": "A film", "caption": ""}),
    ]
    story = publish_story(
        paper.sections[0], "A whole story", body=body, by=paper.contributors, lead_photo=paper.photos[1]
    )
    paper.stories.insert(0, story)
    return paper


def press_until(page: Page, selector: str, at_most: int = 80) -> None:
    """Press Tab until the focus is on the element, as a reader without a mouse would."""
    for _ in range(at_most):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"no key leads to {selector}")


class TestAReaderWithoutAMouse:
    def test_walks_from_the_front_to_a_section_a_story_and_its_author(self, page, live_server, newspaper):
        page.goto(live_server.url)
        for target in ("#top", "#main", "#bottom"):
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.getAttribute('href')") == target
            assert page.locator(f".skip-links a[href='{target}']").bounding_box()["width"] > 40
        press_until(page, ".sections a[href='/world/']")
        page.keyboard.press("Enter")
        page.wait_for_url("**/world/")
        press_until(page, ".skip-links a[href='#main']")
        page.keyboard.press("Enter")
        press_until(page, "main article h2 a", at_most=5)
        page.keyboard.press("Enter")
        page.wait_for_url("**/world/a-whole-story/")
        press_until(page, "a[rel='author']")
        page.keyboard.press("Enter")
        page.wait_for_url("**/authors/*/")
        assert page.locator("h1").inner_text() == newspaper.contributors[0].name

    def test_always_sees_where_they_are(self, page, live_server, newspaper):
        page.goto(live_server.url + newspaper.stories[0].url)
        links = page.locator("a[href], button, [tabindex='0']").count()
        for _ in range(links):
            page.keyboard.press("Tab")
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", page.evaluate("document.activeElement.outerHTML")


class TestAReaderWithoutScripts:
    def test_reads_searches_and_reports(self, chromium: Browser, live_server, newspaper):
        context = chromium.new_context(java_script_enabled=False)
        tab = context.new_page()
        tab.goto(live_server.url + newspaper.stories[0].url)
        assert tab.get_by_role("link", name="A film").get_attribute("href") == "https://vimeo.com/76979871"
        tab.get_by_role("link", name="Report an error in this story").click()
        tab.get_by_label("What is wrong, and what is right?").fill("The year is 2012.")
        tab.get_by_role("button", name="Send to the desk").click()
        assert tab.locator("h1").inner_text() == "Thank you"
        tab.get_by_role("link", name="Search").first.click()
        tab.get_by_role("searchbox").fill("whole")
        tab.get_by_role("button", name="Search").click()
        assert tab.get_by_role("link", name="A whole story").is_visible()
        context.close()


class TestAFilm:
    def test_loads_nothing_from_elsewhere_before_it_is_asked_for(self, page, live_server, newspaper):
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.route(
            "https://player.vimeo.com/**", lambda route: route.fulfill(body="<!doctype html><title>Film</title>")
        )
        page.goto(live_server.url + newspaper.stories[0].url, wait_until="networkidle")
        assert not [url for url in asked if not url.startswith(live_server.url)]
        page.get_by_role("button", name="Play here").click()
        page.wait_for_selector("iframe[title='A film']")
        assert [url for url in asked if url.startswith("https://player.vimeo.com/video/76979871")]


class TestAPage:
    @pytest.mark.parametrize("width", [390, 1280])
    def test_does_not_move_while_it_loads(self, chromium: Browser, live_server, newspaper, width):
        context = chromium.new_context(viewport={"width": width, "height": 900})
        tab = context.new_page()
        tab.add_init_script(WATCH)
        for address in ("/", newspaper.stories[0].url):
            tab.goto(live_server.url + address, wait_until="networkidle")
            assert tab.evaluate("window.shifts") == 0, address
        context.close()

    def test_breaks_no_policy_and_fits_from_320_to_1920_pixels(self, page, live_server, newspaper):
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        for address in ("/", "/world/", newspaper.stories[0].url, "/search/?q=story", "/archive/"):
            for direction in ("ltr", "rtl"):
                page.goto(live_server.url + address)
                page.evaluate("(direction) => { document.documentElement.dir = direction }", direction)
                for width in (320, 768, 1920):
                    page.set_viewport_size({"width": width, "height": 800})
                    wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
                    assert page.evaluate(wider) == 0, (address, direction, width)
        assert said == []


class TestAStorysPage:
    def test_weighs_at_most_60_kilobytes_of_which_5_are_scripts(self, newspaper):
        sheets = (STATIC / SHEET).parent
        css = bind(
            (STATIC / SHEET).read_text(encoding="utf-8"), lambda name: (sheets / name).read_text(encoding="utf-8")
        )
        html = Client().get(newspaper.stories[0].url).content
        scripts = sum(len(gzip.compress(path.read_bytes())) for path in (STATIC / "web" / "js").glob("*.js"))
        fonts = sum(
            (STATIC / "web" / "fonts" / name).stat().st_size for name in ("newsreader.woff2", "newsreader-italic.woff2")
        )
        sent = len(gzip.compress(html)) + len(gzip.compress(css.encode())) + scripts + fonts
        assert scripts <= SCRIPTS
        assert sent <= BUDGET, f"{sent} bytes: {len(gzip.compress(html))} HTML, {len(gzip.compress(css.encode()))} CSS"
