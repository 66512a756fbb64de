"""docs/extending.md: what it shows is written into a new newspaper, and works."""

import re
import time
import urllib.request
from pathlib import Path

import pytest

from tests.newspaper import PATIENCE, make_newspaper

GUIDE = Path(__file__).parents[2] / "docs" / "extending.md"
FILE = re.compile(r"^`([^`\n]+)`:\n\n```\w+\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^broadsheet (django .*)$", re.MULTILINE)

PUBLISH = """
from broadsheet.sections.models import Section
from broadsheet.stories.models import Story
from newsroom.models import Sponsorship
score = {"home": "Haemil", "guests": "Yongdu", "score": "2:1"}
story = Story(title="A late goal", slug="a-late-goal", body=[("score", score)])
story.sponsorships = [Sponsorship(sponsor="the Harbour Trust")]
Section.objects.get(slug="sport", locale__language_code="en").add_child(instance=story)
story.save_revision().publish()
sport = story.get_parent()
for number in range(6):
    other = sport.add_child(instance=Story(title=f"A quiet draw {number}", slug=f"a-quiet-draw-{number}"))
    other.save_revision().publish()
"""
FORM = """
from django.test import Client
from broadsheet.users.models import User
client = Client()
client.force_login(User.objects.get(), backend="django.contrib.auth.backends.ModelBackend")
from broadsheet.stories.models import Story
form = f"/desk/pages/{Story.objects.get(slug='a-late-goal').pk}/edit/"
print(client.get(form, headers={"host": "localhost"}).content.decode())
"""


@pytest.fixture(scope="module")
def extended(tmp_path_factory):
    newspaper = make_newspaper(tmp_path_factory.mktemp("extended") / "paper")
    guide = GUIDE.read_text(encoding="utf-8")
    for name, text in FILE.findall(guide):
        path = newspaper.paper / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for command in COMMAND.findall(guide):
        newspaper.run(*command.split())
    newspaper.open()
    newspaper.run("django", "shell", "--command", PUBLISH)
    yield newspaper
    newspaper.close()


def read(newspaper):
    with urllib.request.urlopen(newspaper.address + "/sport/a-late-goal/", timeout=60) as answer:
        return answer.read().decode()


@pytest.fixture(scope="module")
def page(extended):
    return read(extended)


class TestANewspapersOwn:
    def test_block_is_printed(self, page):
        assert '<p class="score"><b>Haemil</b> 2:1 <b>Yongdu</b></p>' in page

    def test_field_is_printed_by_its_own_template_over_the_shipped_one(self, page):
        assert "Paid for by the Harbour Trust" in page
        assert "<h1>A late goal</h1>" in page

    def test_ranker_fills_its_rail_without_the_page_being_rendered_again(self, extended):
        ends = time.monotonic() + PATIENCE
        while "You May Have Missed" not in (page := read(extended)):
            assert time.monotonic() < ends, page
            time.sleep(0.5)
        rail = page.split("You May Have Missed", 1)[1].split("</section>", 1)[0]
        assert rail.count("A quiet draw") >= 3

    def test_block_and_field_are_on_the_editors_form(self, extended):
        form = extended.run("django", "shell", "--command", FORM)
        assert "Score" in form
        assert "the Harbour Trust" in form
