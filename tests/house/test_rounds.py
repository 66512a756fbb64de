"""`make drill` and `make bench`."""

import sys

import pytest

from tests.rounds import modules_of, run_rounds


@pytest.fixture
def rounds(tmp_path, monkeypatch):
    folder = tmp_path / "practice"
    folder.mkdir()
    (folder / "__init__.py").write_text('"""Two rounds."""')
    (folder / "held.py").write_text('"""Holds."""\ndef main(): print("held it")')
    (folder / "broke.py").write_text('"""Breaks."""\ndef main(): raise AssertionError("a view was lost")')
    monkeypatch.syspath_prepend(tmp_path)
    for name in [name for name in sys.modules if name.split(".")[0] == "practice"]:
        monkeypatch.delitem(sys.modules, name)
    return "practice"


class TestTheRounds:
    def test_all_run_although_one_fails(self, rounds, capsys):
        assert run_rounds(rounds, []) == 1
        printed = capsys.readouterr().out
        assert "a view was lost" in printed
        assert "held it" in printed
        assert printed.endswith("1 passed, 1 failed\n")

    def test_name_the_package_of_a_missing_program(self, rounds, tmp_path, capsys):
        source = '"""Presses."""\nNEEDS = {"no-such-press": "printing-press"}\ndef main(): print("ran")'
        (tmp_path / "practice" / "pressed.py").write_text(source)
        assert run_rounds(rounds, ["pressed"]) == 1
        printed = capsys.readouterr().out
        assert "no-such-press is missing: install the package printing-press" in printed
        assert "ran" not in printed

    def test_can_be_run_one_by_one(self, rounds):
        assert run_rounds(rounds, ["held"]) == 0

    def test_name_what_there_is_when_one_is_unknown(self, rounds, capsys):
        assert run_rounds(rounds, ["hold"]) == 2
        assert "broke, held" in capsys.readouterr().out

    @pytest.mark.parametrize("package", ["drill", "bench"])
    def test_each_has_a_main(self, package):
        for name in modules_of(package):
            assert callable(__import__(f"{package}.{name}", fromlist=["main"]).main)
