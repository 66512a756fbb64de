"""Old addresses, second runs and failures of an import, and the theme test export whole."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

from broadsheet.sections.models import FrontPage, StandingPage
from broadsheet.sections.tests.newsroom import open_front
from broadsheet.stories.models import Photo, Story
from broadsheet.stories.tests.newsroom import draw_picture
from broadsheet.wires.intake.edition import IntakeError
from broadsheet.wires.tests.exports import attachment, item, label, meta, write_export
from broadsheet.wires.tests.imports import EVERYTHING, outcomes, run, run_items, state_of
from broadsheet.wires.wordpress import importing
from broadsheet.wires.wordpress.export import ExportError
from tests.shared_data import shared_data

pytestmark = pytest.mark.django_db


@pytest.fixture
def front() -> FrontPage:
    return open_front()


class TestAnOldAddress:
    @pytest.mark.parametrize(
        "address",
        ["/2012/01/07/post-1/", "/2012/01/07/post-1", "/?p=1", "/?p=1&utm_source=x", "/2012/01/07/former/"],
    )
    def test_leads_to_the_story(self, front, tmp_path, client, address):
        run_items(tmp_path, item(1, more=meta({"_wp_old_slug": "former"})))
        answer = client.get(address)
        assert (answer.status_code, answer["Location"]) == (301, Story.objects.get().get_url())

    def test_of_a_list_leads_to_the_section_the_topic_or_the_author(self, front, tmp_path, client):
        run_items(tmp_path, item(1, labels=label("World") + label("Peace", "peace", "post_tag")), sections=("World",))
        found = [client.get(f"/{old}/")["Location"] for old in ("category/world", "tag/peace", "author/mina")]
        assert found == ["/world/", "/topics/peace/", "/authors/mina-park/"]

    def test_of_an_attachment_leads_to_its_story(self, front, tmp_path, client):
        link = "https://old.example/2012/01/07/post-1/goat/"
        run_items(tmp_path, item(1), attachment(9, "https://old.example/goat.jpg", parent=1, link=link))
        for address in ("/2012/01/07/post-1/goat/", "/?attachment_id=9"):
            assert client.get(address)["Location"] == Story.objects.get().get_url()

    def test_that_a_page_keeps_needs_no_redirect(self, front, tmp_path):
        run_items(tmp_path, item(1, post_type="page", post_name="about", link="https://old.example/about/"))
        assert [redirect.old_path for redirect in Redirect.objects.all()] == ["/?page_id=1"]

    def test_that_nobody_knows_is_the_front_page(self, front, client):
        assert client.get("/?p=12").status_code == 200


class TestASecondRun:
    def test_brings_what_changed_there_up_to_date(self, front, tmp_path):
        run_items(tmp_path, item(1, "old"), item(2, "same"))
        report = run_items(tmp_path, item(1, "new", title="New"), item(2, "same"))
        story = Story.objects.order_by("pk").first()
        assert outcomes(report) == ["brought up to date", "unchanged"]
        assert (story.title, str(story.body[0].value), story.live) == ("New", "<p>new</p>", True)

    def test_never_overwrites_what_was_edited_here(self, front, tmp_path):
        run_items(tmp_path, item(1, "old"), item(2, "old"), item(3, "old"))
        edited, unpublished, deleted = Story.objects.order_by("pk")
        edited.title = "Edited here"
        edited.save_revision()
        unpublished.unpublish()
        deleted.delete()
        report = run_items(tmp_path, *(item(number, "new") for number in (1, 2, 3)))
        assert outcomes(report) == ["kept as edited here", "kept as edited here", "left out"]
        assert [str(story.body[0].value) for story in Story.objects.all()] == ["<p>old</p>"] * 2

    def test_finds_pictures_that_were_missing_before(self, front, tmp_path):
        post = item(1, '<img src="/goat.jpg">')
        run_items(tmp_path, post)
        (tmp_path / "goat.jpg").write_bytes(draw_picture())
        assert outcomes(run_items(tmp_path, post, media=tmp_path)) == ["brought up to date"]
        assert Story.objects.get().body[0].block_type == "photo"


class TestAFailedImport:
    def test_leaves_the_newspaper_as_it_was(self, front, tmp_path):
        run_items(tmp_path, item(1))
        before = state_of(EVERYTHING)
        path = write_export(tmp_path, item(1, "new"), item(2), tail="")
        with pytest.raises(ExportError):
            run(path)
        assert state_of(EVERYTHING) == before

    def test_leaves_no_file_behind(self, front, tmp_path, monkeypatch):
        (tmp_path / "goat.jpg").write_bytes(draw_picture())
        storage = Photo._meta.get_field("file").storage
        before = _files(storage)

        def fail(*arguments: object) -> None:
            raise OSError("the disk is full")

        monkeypatch.setattr(importing, "STEPS", [*importing.STEPS[:3], fail])
        with pytest.raises(OSError, match="full"):
            run_items(tmp_path, item(1, '<img src="/goat.jpg">'), media=tmp_path)
        assert not Story.objects.exists()
        assert _files(storage) == before

    def test_is_what_a_rehearsal_leaves(self, front, tmp_path):
        before = state_of(EVERYTHING)
        report = run_items(tmp_path, item(1), rehearsal=True)
        assert outcomes(report) == ["came in"]
        assert state_of(EVERYTHING) == before

    def test_needs_an_edition(self, tmp_path):
        with pytest.raises(IntakeError, match="no edition in “en”"):
            run_items(tmp_path, item(1))


def _files(storage: Any) -> list[str]:
    return sorted(str(path) for path in Path(storage.location).rglob("*"))


class TestTheThemeTestExport:
    def test_comes_in_whole_and_once(self, front, client: Client):
        path = shared_data("wordpress/themeunittestdata.wordpress.xml")
        report = run(path, sections=("Markup", "Media"))
        assert (Story.objects.count(), StandingPage.objects.count()) == (58, 21)
        assert (Story.objects.live().count(), StandingPage.objects.live().count()) == (55, 21)
        assert {entry.outcome for entry in report.entries if entry.kind in {"post", "page"}} == {"came in"}
        for page in [*Story.objects.live().order_by("pk")[::6], *StandingPage.objects.live().order_by("pk")[::6]]:
            assert client.get(page.get_url()).status_code == 200, page.title
        assert client.get("/?p=1241")["Location"] == "/news/template-sticky/"
        level_3 = StandingPage.objects.get(title="Επίπεδο 3")
        assert [page.slug for page in level_3.get_ancestors()[2:]] == ["greek", "επίπεδο-2"]

        before = state_of(EVERYTHING)
        again = run(path, sections=("Markup", "Media"))
        assert state_of(EVERYTHING) == before
        assert set(outcomes(again)) == set(outcomes(again, "page")) == {"unchanged"}
        assert again.changed() == 0
