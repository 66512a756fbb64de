"""`broadsheet new`."""

import tomllib

import pytest
from click.testing import CliRunner

from broadsheet.cli import main
from broadsheet.options import read_options


@pytest.fixture
def new(tmp_path):
    def run(*arguments):
        return CliRunner().invoke(main, ["new", *arguments])

    return run


class TestANewNewspaper:
    def test_has_options_that_can_be_read(self, new, tmp_path):
        answer = new(str(tmp_path / "paper"), "--name", 'The "Old" Post\\', "--time-zone", "Asia/Seoul")
        assert answer.exit_code == 0, answer.output
        options = read_options({}, tmp_path / "paper")
        assert options.text("name") == 'The "Old" Post\\'
        assert options.text("time_zone") == "Asia/Seoul"

    def test_has_nothing_left_of_the_pattern(self, new, tmp_path):
        new(str(tmp_path / "paper"))
        written = [path for path in (tmp_path / "paper").rglob("*") if path.is_file()]
        assert not [path for path in written if path.suffix == ".in"]
        assert "var/" in (tmp_path / "paper" / ".gitignore").read_text()
        assert tomllib.loads((tmp_path / "paper" / "broadsheet.toml").read_text())["apps"] == ["newsroom"]

    def test_is_never_written_over_another(self, new, tmp_path):
        new(str(tmp_path / "paper"))
        again = new(str(tmp_path / "paper"), "--name", "Another")
        assert again.exit_code == 1
        assert "newspaper in" in again.output
        assert read_options({}, tmp_path / "paper").text("name") == "The Broadsheet"

    def test_is_not_written_among_somebody_elses_files(self, new, tmp_path):
        (tmp_path / "thesis.txt").write_text("dear")
        answer = new(str(tmp_path))
        assert answer.exit_code == 1
        assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]

    def test_needs_a_time_zone_that_exists(self, new, tmp_path):
        answer = new(str(tmp_path / "paper"), "--time-zone", "Mars/Olympus")
        assert answer.exit_code == 2
        assert "Asia/Seoul" in answer.output
