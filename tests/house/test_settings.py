"""Django's settings as the options make them, each read in a fresh process."""

import json
import os
import subprocess
import sys

import pytest

PROBE = """
import json
from broadsheet import settings
print(json.dumps({name: getattr(settings, name) for name in dir(settings) if name.isupper()}, default=lambda _: None))
"""


@pytest.fixture
def settings_of(tmp_path):
    def read(**options):
        outside = {key: value for key, value in os.environ.items() if not key.startswith("BROADSHEET_")}
        given = {f"BROADSHEET_{name.upper()}": value for name, value in options.items()}
        environment = {**outside, "BROADSHEET_PAPER": str(tmp_path), **given}
        run = subprocess.run(
            [sys.executable, "-c", PROBE], env=environment, capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, run.stderr
        return json.loads(run.stdout)

    return read


class TestSettings:
    @pytest.mark.parametrize(
        ("mail", "options"),
        [
            ("smtp://desk:s%40fe@post.example", {"use_tls": True, "port": 587, "password": "s@fe"}),
            ("smtps://post.example", {"use_ssl": True, "port": 465, "host": "post.example"}),
            ("smtp+plain://localhost:2525", {"port": 2525}),
            ("file:///var/letters", {"file_path": "/var/letters"}),
        ],
    )
    def test_send_mail_where_the_option_says(self, settings_of, mail, options):
        mailer = settings_of(mail=mail)["MAILERS"]["default"]
        assert options.items() <= mailer["OPTIONS"].items()

    def test_print_mail_when_it_says_nothing(self, settings_of):
        assert "console" in settings_of()["MAILERS"]["default"]["BACKEND"]

    def test_keep_cookies_to_https_where_there_is_https(self, settings_of):
        public = settings_of(address="https://news.example")
        assert public["SESSION_COOKIE_SECURE"]
        assert public["CSRF_COOKIE_SECURE"]
        assert public["SESSION_COOKIE_NAME"].startswith("__Host-")
        assert public["SECURE_HSTS_SECONDS"] > 0
        assert public["ALLOWED_HOSTS"] == ["news.example"]
        local = settings_of()
        assert not local["SESSION_COOKIE_SECURE"]
        assert local["SECURE_HSTS_SECONDS"] == 0

    def test_answer_to_every_name_of_the_machine_itself_while_the_address_is_one(self, settings_of):
        assert {"localhost", "127.0.0.1", "[::1]"} == set(settings_of(address="http://127.0.0.1:8000")["ALLOWED_HOSTS"])
        assert {"localhost", "127.0.0.1", "[::1]"} == set(settings_of()["ALLOWED_HOSTS"])

    def test_keep_a_secret_that_nobody_else_reads(self, settings_of, tmp_path):
        first = settings_of()["SECRET_KEY"]
        assert len(first) > 50
        assert settings_of()["SECRET_KEY"] == first
        assert (tmp_path / "var" / "secret_key").stat().st_mode & 0o077 == 0

    @pytest.mark.parametrize(
        ("address", "host", "port"),
        [
            ("postgresql://desk:s%40fe@db.example:5433/news", "db.example", "5433"),
            ("postgresql://postgres@/news?host=%2Frun%2Fpg", "/run/pg", ""),
        ],
    )
    def test_reach_postgresql_by_its_address(self, settings_of, address, host, port):
        database = settings_of(database=address)["DATABASES"]["default"]
        assert (database["NAME"], database["HOST"], str(database["PORT"])) == ("news", host, port)


class TestDjangosOwnChecks:
    def test_find_nothing_to_object_to_in_a_public_newspaper(self, tmp_path):
        environment = {
            **{key: value for key, value in os.environ.items() if key != "DJANGO_ALLOW_ASYNC_UNSAFE"},
            "BROADSHEET_PAPER": str(tmp_path),
            "BROADSHEET_ADDRESS": "https://news.example",
            "BROADSHEET_MAIL": "smtp://post.example",
            "DJANGO_SETTINGS_MODULE": "broadsheet.settings",
        }
        command = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]
        run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr
