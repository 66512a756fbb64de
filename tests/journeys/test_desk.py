"""A day at the desk in a real browser: handed in, published, corrected, broken; it takes docs/editing.md's pictures.

With BROADSHEET_PICTURES=docs/pictures the pictures are kept (`make pictures`); otherwise they go to a temporary folder.
"""

import os
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.newspaper import Newspaper

HEADLINE = "Harbour bridge opens to its first tram"
STAFF = f"""
from django.contrib.auth.models import Group
from broadsheet.sections.models import Section
from broadsheet.stories.models import ErrorReport
from broadsheet.stories.tests.newsroom import make_contributor, make_photo, publish_story
from broadsheet.users.models import User
for name, group in (("rita", "Reporters"), ("ed", "Editors")):
    person = User.objects.create_user(name, f"{{name}}@paper.example", "printing-press-26")
    person.groups.add(Group.objects.get(name=group))
world = Section.objects.get(slug="world", locale__language_code="en")
mina = make_contributor("Mina Park")
story = publish_story(world, "{HEADLINE}", lead_photo=make_photo(), by=[mina])
ErrorReport.objects.create(story=story, text="The tram is the second one.")
print(story.pk)
"""
WORLD = 'from broadsheet.sections.models import Section; print(Section.objects.filter(slug="world").first().pk)'


def world_of(newspaper: Newspaper) -> int:
    return int(newspaper.run("django", "shell", "--verbosity", "0", "--command", WORLD).split()[-1])


@pytest.fixture(scope="module")
def pictures(tmp_path_factory) -> Path:
    kept = os.environ.get("BROADSHEET_PICTURES")
    folder = Path(kept) if kept else tmp_path_factory.mktemp("pictures")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="module")
def story(newspaper: Newspaper) -> int:
    return int(newspaper.run("django", "shell", "--verbosity", "0", "--command", STAFF).split()[-1])


@pytest.fixture
def sign_in(newspaper: Newspaper, story: int, chromium: Browser):
    contexts = []

    def enter(name: str) -> Page:
        context = chromium.new_context(locale="en-GB", viewport={"width": 1200, "height": 760})
        contexts.append(context)
        tab = context.new_page()
        tab.set_default_timeout(60_000)
        tab.goto(newspaper.address + "/desk/login/")
        tab.get_by_label("Username").fill(name)
        tab.get_by_label("Password").first.fill("printing-press-26")
        tab.keyboard.press("Enter")
        expect(tab.get_by_text("What waits for me")).to_be_visible(timeout=60_000)
        return tab

    yield enter
    for context in contexts:
        context.close()


class TestAReporter:
    def test_finds_a_form_that_doubts_bait_and_cannot_publish(self, newspaper, sign_in, pictures):
        desk = sign_in("rita")
        desk.goto(f"{newspaper.address}/desk/pages/add/stories/story/{world_of(newspaper)}/")
        desk.locator("#id_title").fill("You won’t believe this bridge")
        expect(desk.locator("#headline-check")).to_contain_text("is bait", timeout=30_000)
        desk.screenshot(path=pictures / "story-form.png")
        assert desk.get_by_role("button", name="Submit to the editors").count()
        assert not desk.locator('button[name="action-publish"]').count()


class TestAnEditor:
    def test_publishes_a_story_with_a_photo_and_finds_it_on_the_front(self, newspaper, story, sign_in, tmp_path):
        tram = tmp_path / "tram.jpg"
        Image.effect_noise((1600, 1067), 60).convert("RGB").save(tram)
        desk = sign_in("ed")
        desk.goto(f"{newspaper.address}/desk/pages/add/stories/story/{world_of(newspaper)}/")
        desk.locator("#id_title").fill("Tram crosses the bridge on its first morning")
        desk.locator("#id_standfirst").fill("Two hundred people were waiting at six.")
        desk.get_by_role("button", name="Choose an image").first.click()
        desk.get_by_role("tab", name="Upload").click()
        desk.locator("#id_image-chooser-upload-file").set_input_files(tram)
        words = {"title": "Tram", "alt": "A red tram on a steel bridge", "credit": "Mina Park", "rights": "Own work"}
        for field, text in words.items():
            desk.locator(f"#id_image-chooser-upload-{field}").fill(text)
        desk.locator(".modal").get_by_role("button", name="Upload").click()
        expect(desk.locator(".modal")).to_have_count(0)
        desk.get_by_role("button", name="More actions").click()
        desk.locator('button[name="action-publish"]').click()
        expect(desk.get_by_text("created and published")).to_be_visible()
        desk.goto(newspaper.address + "/")
        desk.get_by_role("link", name="Tram crosses the bridge on its first morning").first.click()
        expect(desk.locator("h1")).to_have_text("Tram crosses the bridge on its first morning")
        expect(desk.get_by_role("img", name="A red tram on a steel bridge")).to_be_visible()

    def test_corrects_in_three_clicks(self, newspaper, story, sign_in, pictures):
        desk = sign_in("ed")
        desk.screenshot(path=pictures / "start-page.png")
        desk.get_by_role("link", name="1 report by a reader").click()
        desk.get_by_role("link", name="Correct the story").click()
        desk.locator("#id_text").fill("An earlier version called the tram the first. It is the second.")
        desk.screenshot(path=pictures / "correction.png")
        desk.get_by_role("button", name="Publish the correction").click()
        expect(desk.get_by_text("is corrected")).to_be_visible(timeout=60_000)
        desk.goto(newspaper.address + "/world/harbour-bridge-opens-to-its-first-tram/")
        expect(desk.get_by_text("It is the second.")).to_be_visible(timeout=60_000)

    def test_breaks_news_with_one_field_and_one_click(self, newspaper, story, sign_in, pictures):
        desk = sign_in("ed")
        desk.goto(f"{newspaper.address}/desk/breaking/?story={story}")
        desk.get_by_role("button", name="Put it on every page").click()
        expect(desk.locator(".desk-strip")).to_contain_text(HEADLINE, timeout=60_000)
        desk.screenshot(path=pictures / "breaking-news.png")
        desk.get_by_role("button", name="Take it off").click()
        expect(desk.get_by_text("There is no strip now.")).to_be_visible(timeout=60_000)

    def test_finds_every_photo_with_its_rights(self, newspaper, story, sign_in, pictures):
        desk = sign_in("ed")
        desk.goto(newspaper.address + "/desk/photos/")
        expect(desk.get_by_text("Mina Park / Test Agency").first).to_be_visible(timeout=60_000)
        desk.screenshot(path=pictures / "photos.png")
