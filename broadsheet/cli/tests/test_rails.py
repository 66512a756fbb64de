"""`broadsheet rails replay` as an engineer runs it."""

import pytest
from click.testing import CliRunner

from broadsheet.cli.rails_command import command
from broadsheet.rails.contenders import OWN

NOON = 1_700_000_000 // 3600 * 3600


@pytest.fixture
def log(tmp_path):
    """Twelve hours in which one story is read every minute."""
    path = tmp_path / "reads.csv"
    lines = [f"{NOON + 60 * minute},r{minute},1" for minute in range(12 * 60)]
    path.write_text("\n".join(["time,reader,story", *lines]) + "\n", encoding="utf-8")
    return path


class TestTheCommand:
    def test_prints_each_contender_and_writes_a_report(self, log, tmp_path):
        report = tmp_path / "report.html"
        done = CliRunner().invoke(
            command, ["replay", str(log), "--only", OWN, "--only", "most read 1 h", "--report", str(report)]
        )
        assert done.exit_code == 0, done.output
        assert "most read" in done.output
        assert OWN in report.read_text(encoding="utf-8")

    def test_says_what_is_wrong_with_a_log(self, tmp_path):
        path = tmp_path / "reads.csv"
        path.write_text("time,reader\n", encoding="utf-8")
        done = CliRunner().invoke(command, ["replay", str(path)])
        assert done.exit_code == 1
        assert "has no column story" in done.output
