"""`broadsheet import wordpress`, as an owner types it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from broadsheet.options import options_in_force
from broadsheet.sections.tests.newsroom import open_front
from broadsheet.wires.tests.exports import item, write_export
from broadsheet.wires.wordpress.command import command

BROADSHEET = Path(sys.executable).with_name("broadsheet")


def broadsheet(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


@pytest.mark.django_db
class TestTheCommand:
    def test_imports_and_reports(self, tmp_path):
        open_front()
        path = write_export(tmp_path, item(1, "a", title="One"), item(2, "[box x='1']"), item(3, status="draft"))
        done = broadsheet(str(path), "--sections", "World, Sport")
        assert done.exit_code == 0, done.output
        assert "sections opened: World, Sport, News" in done.stdout
        report = next((options_in_force().state / "imports").glob("*.json"))
        told = json.loads(report.read_text(encoding="utf-8"))
        assert [entry["outcome"] for entry in told["items"]] == ["came in"] * 3
        assert told["items"][0]["is"] == "/news/post-1/"
        assert told["reasons"]["SHORTCODE"]["items"] == 1
        text = report.with_suffix(".txt").read_text(encoding="utf-8")
        assert "post 1 “One”: came in\n    was https://old.example/2012/01/07/post-1/\n    is  /news/post-1/" in text

        again = broadsheet(str(path), "--report", str(tmp_path / "again"))
        assert "Nothing was changed: everything had come in before." in again.stdout
        assert (tmp_path / "again.txt").exists()

    def test_says_in_one_sentence_what_is_wrong_with_a_file(self, tmp_path):
        path = tmp_path / "broken.xml"
        path.write_text("<rss>", encoding="utf-8")
        done = broadsheet(str(path))
        assert done.exit_code == 1
        assert done.stderr.startswith("Error: ")
        assert len(done.stderr.strip().splitlines()) == 1

    def test_says_which_editions_there_are(self, tmp_path):
        open_front()
        done = broadsheet(str(write_export(tmp_path, item(1))), "--language", "ko")
        assert (done.exit_code, "no edition in “ko” (it has: en)" in done.stderr) == (1, True)

    def test_needs_a_newspaper(self, tmp_path):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("BROADSHEET_")}
        arguments = [str(BROADSHEET), "import", "wordpress", str(write_export(tmp_path, item(1)))]
        done = subprocess.run(arguments, cwd=tmp_path, env=kept, capture_output=True, text=True, check=False)
        assert (done.returncode, "There is no newspaper" in done.stderr) == (1, True)
