"""ARCHITECTURE.md: its map is the contracts' own, and every room on it has a caption."""

import re
from pathlib import Path

import pytest

from tests.house.layers import ROOT, layers, may_use


def map_of(page: str) -> list[list[str]]:
    """The rooms of the page's map, line by line: the first fenced block after “Who may use whom”."""
    block = page.split("## Who may use whom", 1)[1].split("```", 2)[1]
    return [[room.strip() for room in line.split("|")] for line in block.splitlines() if line.strip()]


def captioned(page: str) -> set[str]:
    return set(re.findall(r"^\| `([a-z_]+)(?:\.py|/)` \|", page, re.MULTILINE))


class TestTheMap:
    @pytest.fixture
    def page(self):
        return (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")

    def test_is_what_the_contracts_keep(self, page):
        assert map_of(page) == layers()

    def test_names_every_room_there_is(self, page):
        package = ROOT / "broadsheet"
        folders = {path.parent.name for path in package.glob("*/__init__.py")}
        files = {path.stem for path in package.glob("*.py")} - {"__init__"}
        assert {room for line in map_of(page) for room in line} == folders | files

    def test_has_a_caption_for_every_room(self, page):
        assert captioned(page) == {room for line in layers() for room in line}

    def test_is_read_as_it_is_drawn(self):
        page = "# House\n## Who may use whom\nwords\n```\ncli\nweb | desk\n```\n"
        assert map_of(page) == [["cli"], ["web", "desk"]]


class TestARoom:
    LINES = [["web", "desk"], ["stories"]]

    @pytest.mark.parametrize(("user", "used"), [("web", "stories"), ("web", "web")])
    def test_may_use_what_is_below_it(self, user, used):
        assert may_use(user, used, self.LINES)

    @pytest.mark.parametrize(("user", "used"), [("stories", "web"), ("web", "desk")])
    def test_may_use_neither_its_neighbour_nor_what_is_above(self, user, used):
        assert not may_use(user, used, self.LINES)


class TestTemplates:
    def test_lie_with_the_reader_or_the_editor(self):
        package = ROOT / "broadsheet"
        strays = [
            path.relative_to(package)
            for path in package.rglob("*.html")
            if path.relative_to(package).parts[:2] not in {("web", "templates"), ("desk", "templates")}
            and "tests" not in path.parts
        ]
        assert strays == [], "HTML belongs to web/templates or desk/templates"


class TestFolders:
    def test_have_names_of_the_trade(self):
        empty_words = {"utils", "util", "helpers", "helper", "common", "core", "manager", "managers", "handler", "misc"}
        found = [path for path in (ROOT / "broadsheet").rglob("*.py") if empty_words & set(_parts(path))]
        assert found == []


def _parts(path: Path) -> list[str]:
    return [part.removesuffix(".py") for part in path.relative_to(ROOT).parts]
