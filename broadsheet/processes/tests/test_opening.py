"""Opening the newspaper."""

import pytest
from django.db.migrations.recorder import MigrationRecorder
from wagtail.models import Page, Site

from broadsheet.options import OPTIONS, Options
from broadsheet.processes import opening
from broadsheet.processes.opening import OpeningError, bring_database_up_to_date, make_first_account
from broadsheet.sections.first_edition import keep_site_record, lay_out_first_edition
from broadsheet.sections.models import FrontPage, Section
from broadsheet.users.models import User

FIRST = {"BROADSHEET_FIRST_ACCOUNT": "editor", "BROADSHEET_FIRST_PASSWORD": "printing-press"}


@pytest.fixture
def said():
    return []


@pytest.mark.django_db
class TestTheFirstEdition:
    def test_has_a_front_page_and_sections_in_every_language(self):
        assert lay_out_first_edition("The Post", ["en", "ko"], "https://post.example")
        english, korean = FrontPage.objects.order_by("pk")
        assert english.translation_key == korean.translation_key
        assert (english.url, korean.locale.language_code) == ("/", "ko")
        assert [front.get_children().live().count() for front in (english, korean)] == [5, 5]
        assert Page.objects.filter(depth=2).count() == 2

    def test_is_at_the_newspapers_own_address(self):
        lay_out_first_edition("The Post", ["en"], "https://post.example")
        site = Site.objects.get()
        assert (site.hostname, site.port, site.site_name) == ("post.example", 443, "The Post")
        keep_site_record("The New Post", "http://localhost:8000")
        site.refresh_from_db()
        assert (site.hostname, site.port, site.site_name) == ("localhost", 8000, "The New Post")

    def test_is_laid_out_once(self):
        lay_out_first_edition("The Post", ["en"], "https://post.example")
        Section.objects.first().delete()
        assert not lay_out_first_edition("The Post", ["en"], "https://post.example")
        assert Section.objects.count() == 4


@pytest.mark.django_db
class TestTheFirstAccount:
    def test_is_made_from_the_environment(self, said):
        make_first_account(FIRST, said.append)
        assert User.objects.get().check_password("printing-press")
        assert User.objects.get().is_superuser

    def test_is_asked_for_at_a_terminal(self, said, monkeypatch):
        answers = iter(["chief", "chief@post.example", "printing-press"])
        monkeypatch.setattr(opening.sys.stdin, "isatty", lambda: True, raising=False)
        monkeypatch.setattr(opening.click, "prompt", lambda *_args, **_keywords: next(answers))
        make_first_account({}, said.append)
        assert (User.objects.get().username, User.objects.get().email) == ("chief", "chief@post.example")

    def test_is_not_made_twice(self, said):
        make_first_account(FIRST, said.append)
        make_first_account({**FIRST, "BROADSHEET_FIRST_ACCOUNT": "intruder"}, said.append)
        assert User.objects.count() == 1

    def test_needs_a_password_that_cannot_be_guessed(self, said):
        with pytest.raises(OpeningError, match="too short"):
            make_first_account({**FIRST, "BROADSHEET_FIRST_PASSWORD": "123"}, said.append)
        assert not User.objects.exists()

    def test_is_missed_aloud_when_nobody_can_be_asked(self, said, monkeypatch):
        monkeypatch.setattr(opening.sys.stdin, "isatty", lambda: False, raising=False)
        make_first_account({}, said.append)
        assert "BROADSHEET_FIRST_ACCOUNT" in said[0]


@pytest.mark.django_db
class TestAnOlderDatabase:
    @pytest.fixture(autouse=True)
    def _older(self):
        MigrationRecorder.Migration.objects.filter(app="axes").order_by("-pk").first().delete()

    def test_is_not_migrated_unasked(self, said):
        lay_out_first_edition("The Post", ["en"], "https://post.example")
        with pytest.raises(OpeningError, match="broadsheet serve --migrate"):
            bring_database_up_to_date(migrate=False, say=said.append)


class TestStaticFiles:
    def test_are_collected_once_and_again_when_one_changes(self, tmp_path, said, settings, monkeypatch):
        (tmp_path / "own").mkdir()
        (tmp_path / "own" / "paper.css").write_text("p {}")
        settings.STATIC_ROOT = tmp_path / "collected"
        settings.STATICFILES_DIRS = [tmp_path / "own"]
        settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
        for _ in range(2):
            opening.collect_static_files(tmp_path / "collected", said.append)
        assert len(said) == 1
        (tmp_path / "own" / "paper.css").write_text("p { margin: 0 }")
        opening.collect_static_files(tmp_path / "collected", said.append)
        assert (tmp_path / "collected" / "paper.css").read_text() == "p { margin: 0 }"


class TestAnOpening:
    @pytest.mark.django_db
    def test_leaves_a_newspaper_alone_that_is_open_already(self, tmp_path, said, monkeypatch):
        for name, value in FIRST.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(opening, "collect_static_files", lambda *_: None)
        options = Options(tmp_path, {option.name: option.default for option in OPTIONS})
        opening.open_newspaper(options, migrate=False, say=said.append)
        before = list(said)
        opening.open_newspaper(options, migrate=False, say=said.append)
        assert said == before
