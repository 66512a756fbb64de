"""`broadsheet check`: each thing that can be wrong is named, with its remedy."""

import os
import time
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from django.conf import settings

from broadsheet.cli import check_command, main
from broadsheet.options import FILE_NAME, OPTIONS, Options, options_in_force
from broadsheet.users.models import User


@pytest.fixture
def newspaper(tmp_path):
    """A newspaper in order, with some options set otherwise."""

    def make(**values):
        (tmp_path / "var").mkdir(exist_ok=True)
        return Options(tmp_path, {option.name: option.default for option in OPTIONS} | values)

    return make


PUBLIC = {"address": "https://news.example", "mail": "smtp://host", "mail_from": "desk@news.example"}


class TestTheCheck:
    @pytest.mark.parametrize(
        ("look", "values", "problem"),
        [
            ("address", {"address": "news.example"}, "not a web address"),
            ("address", {"address": "https://news.example/paper"}, "has a path"),
            ("encryption", {"address": "http://news.example"}, "unencrypted"),
            ("certificate", {"tls_key": "key.pem"}, "other half"),
            ("debug", {"address": "https://news.example", "debug": True}, "insides"),
            ("secret", {"secret_key": "short"}, "short"),
            ("languages", {"language": "ko", "languages": ["en", "ko"]}, "not the first"),
            ("mail", {**PUBLIC, "mail": ""}, "No mail leaves"),
            ("mail", {**PUBLIC, "mail_from": "newsroom@localhost"}, "come from localhost"),
            ("proxies", {"trusted_proxies": ["the front one"]}, "no address"),
            ("proxies", {"trusted_proxies": ["0.0.0.0/0"]}, "anybody"),
            ("caches", {"caches": ["ftp://cache"]}, "cannot be told"),
            ("caches", {"varnish": ["localhost:6081"]}, "cannot be told"),
        ],
    )
    def test_names_a_wrong_option(self, newspaper, look, values, problem):
        findings = list(dict(check_command.CHECKS)[look](newspaper(**values)))
        assert [problem in finding.problem for finding in findings] == [True]
        assert findings[0].remedy

    @pytest.mark.parametrize("values", [{}, PUBLIC])
    @pytest.mark.parametrize(
        "look",
        [
            "address",
            "encryption",
            "certificate",
            "debug",
            "secret",
            "languages",
            "mail",
            "proxies",
            "caches",
            "state folder",
            "clock",
            "SQLite",
        ],
    )
    def test_finds_nothing_in_a_newspaper_in_order(self, newspaper, look, values):
        assert not list(dict(check_command.CHECKS)[look](newspaper(**values)))

    def test_sees_a_secret_that_others_can_read(self, newspaper, tmp_path):
        options = newspaper()
        (tmp_path / "var" / "secret_key").write_text("secret")
        (tmp_path / "var" / "secret_key").chmod(0o644)
        [finding] = check_command.look_at_secret(options)
        assert "chmod 600" in finding.remedy

    def test_sees_a_folder_that_nothing_can_be_written_to(self, newspaper):
        [finding] = check_command.look_at_state(newspaper(state="/proc"))
        assert "written" in finding.problem

    def test_sees_a_certificate_that_is_not_there(self, newspaper):
        findings = list(check_command.look_at_certificate(newspaper(tls_key="key.pem", tls_certificate="cert.pem")))
        assert [finding.problem for finding in findings] == [
            "tls_certificate: cert.pem cannot be read.",
            "tls_key: key.pem cannot be read.",
        ]

    def test_sees_a_full_disk(self, newspaper, monkeypatch):
        monkeypatch.setattr(check_command.shutil, "disk_usage", lambda _: SimpleNamespace(free=5_000_000))
        [finding] = check_command.look_at_state(newspaper())
        assert "5 MB" in finding.problem

    def test_sees_a_clock_that_went_back(self, newspaper, tmp_path):
        options = newspaper()
        (tmp_path / "var" / "ledger").touch()
        os.utime(tmp_path / "var" / "ledger", (time.time() + 9000, time.time() + 9000))
        [finding] = check_command.look_at_clock(options)
        assert "clock" in finding.remedy

    def test_sees_an_old_sqlite(self, newspaper, monkeypatch):
        monkeypatch.setattr(check_command.sqlite3, "sqlite_version_info", (3, 31, 0))
        assert list(check_command.look_at_sqlite(newspaper()))

    @pytest.mark.django_db
    def test_sees_that_nobody_can_sign_in(self, newspaper):
        problems = [finding.problem for finding in check_command.look_at_database(newspaper())]
        assert "Nobody can sign in." in problems
        User.objects.create_superuser("editor")
        problems = [finding.problem for finding in check_command.look_at_database(newspaper())]
        assert "Nobody can sign in." not in problems

    @pytest.mark.django_db
    def test_sees_that_the_site_record_says_another_address(self, newspaper):
        findings = list(check_command.look_at_database(newspaper(address="https://elsewhere.example")))
        assert any("elsewhere.example" in finding.problem for finding in findings)


class TestTheCommand:
    @pytest.mark.django_db
    def test_ends_with_an_error_as_long_as_something_is_to_mend(self):
        paper = options_in_force().paper
        (paper / FILE_NAME).touch()
        answer = CliRunner().invoke(main, ["check"])
        assert answer.exit_code == 1
        assert "Nobody can sign in" in answer.output
        assert "to mend" in answer.output

    def test_says_where_it_looked_when_there_is_no_newspaper(self):
        paper = options_in_force().paper
        (paper / FILE_NAME).unlink(missing_ok=True)
        answer = CliRunner().invoke(main, ["check"])
        assert answer.exit_code == 1
        assert "broadsheet new" in answer.output
        assert str(settings.PAPER) in answer.output
