"""The command as somebody types it, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).parent / "broadsheet"


@pytest.fixture
def broadsheet(tmp_path):
    def run(*arguments, **environment):
        surroundings = {key: value for key, value in os.environ.items() if not key.startswith("BROADSHEET_")}
        return subprocess.run(
            [COMMAND, *arguments],
            cwd=tmp_path,
            env={**surroundings, **environment},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run


class TestTheCommand:
    def test_lists_what_it_can_do(self, broadsheet):
        answer = broadsheet("--help")
        assert answer.returncode == 0
        assert "new" in answer.stdout

    @pytest.mark.parametrize(
        ("environment", "sentence"),
        [
            ({"BROADSHEET_TIME_ZONE": "Mars/Olympus"}, "is not a time zone"),
            ({"BROADSHEET_DEBUG": "perhaps"}, "neither true nor false"),
            ({"BROADSHEET_MAIL": "pigeon://coop"}, "smtp://"),
            ({"BROADSHEET_DATABASE": "mysql://host/news"}, "postgresql://"),
        ],
    )
    def test_tells_a_wrong_option_in_one_sentence(self, broadsheet, environment, sentence, tmp_path):
        (tmp_path / "broadsheet.toml").touch()
        answer = broadsheet("check", **environment)
        assert answer.returncode == 1
        assert sentence in answer.stderr
        assert "Traceback" not in answer.stderr

    def test_names_the_unknown_option_in_the_file(self, broadsheet, tmp_path):
        (tmp_path / "broadsheet.toml").write_text('tagline = "All the news"')
        answer = broadsheet("check")
        assert answer.returncode == 1
        assert "tagline" in answer.stderr
        assert "Traceback" not in answer.stderr

    @pytest.mark.parametrize(
        ("environment", "sentence"),
        [
            ({"BROADSHEET_TRUSTED_PROXIES": "the front one"}, "no address"),
            ({"BROADSHEET_ADDRESS": "news.example"}, "not a web address"),
            ({"BROADSHEET_TLS_CERTIFICATE": "gone.pem", "BROADSHEET_TLS_KEY": "gone.key"}, "cannot be read"),
        ],
    )
    def test_does_not_serve_with_what_no_front_could_start_with(self, broadsheet, environment, sentence, tmp_path):
        (tmp_path / "broadsheet.toml").touch()
        answer = broadsheet("serve", **environment)
        assert answer.returncode == 1
        assert sentence in answer.stderr
        assert not (tmp_path / "var" / "newspaper.sqlite3").exists()
