"""The documents: complete, numbered, linked, and current with the code."""

import re
from pathlib import Path

import pytest

from broadsheet.cli import COMMANDS
from tests.house.layers import ROOT
from tests.house.options_page import PAGE, options_page
from tests.house.test_tree import committed

DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
PARTS = ["Context", "Choice", "Price"]
PAGES = [path for path in committed() if path.suffix == ".md" and "pattern" not in path.parts]


def broken_links(text: str, folder: Path) -> list[str]:
    """The relative links of a Markdown text that lead nowhere."""
    outside_code = re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)
    links = re.findall(r"\]\(([^)\s#]+)[^)]*\)", outside_code)
    return [link for link in links if "://" not in link and not (folder / link).exists()]


def lacking(decision: str, name: str) -> list[str]:
    """What a decision's page lacks: its number and title in the first line, or one of its parts."""
    found = re.fullmatch(r"(\d{4})-[a-z0-9-]+\.md", name)
    if not found:
        return ["a name such as 0001-wagtail.md"]
    first = decision.splitlines()[0]
    missing = [] if re.match(rf"# {found[1]}\.? \S", first) else [f"a first line “# {found[1]} Title”"]
    return missing + [part for part in PARTS if not re.search(rf"^(## |\*\*){part}\b", decision, re.MULTILINE)]


class TestDecisions:
    @pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.name)
    def test_have_a_number_a_context_a_choice_and_a_price(self, path):
        assert lacking(path.read_text(encoding="utf-8"), path.name) == []

    def test_have_each_number_once(self):
        numbers = [path.name[:4] for path in DECISIONS]
        assert len(numbers) == len(set(numbers))

    def test_exist_where_the_code_points_to_them(self):
        numbers = {path.name[:4] for path in DECISIONS}
        texts = {
            path: path.read_text(encoding="utf-8") for path in committed() if path.suffix in {".py", ".md", ".toml"}
        }
        pointed = {
            (path.name, number) for path, text in texts.items() for number in re.findall(r"decisions/(\d{4})", text)
        }
        assert sorted((name, number) for name, number in pointed if number not in numbers) == []

    def test_would_be_found_out(self):
        assert lacking("# 0007. A title\n## Context\n## Choice\n## Price", "0007-title.md") == []
        assert lacking("# A title\n## Context\n## Choice", "0007-title.md") == [
            "a first line “# 0007 Title”",
            "Price",
        ]
        assert lacking("# 0007. A title", "title.md") == ["a name such as 0001-wagtail.md"]


class TestOptions:
    def test_are_documented_as_the_table_has_them(self):
        assert PAGE.read_text(encoding="utf-8") == options_page(), "run: python -m tests.house.options_page"


class TestCommands:
    @pytest.mark.parametrize("name", COMMANDS)
    def test_are_documented(self, name):
        assert f"broadsheet {name}" in (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")


class TestMakeTargets:
    def test_are_all_told_by_help(self):
        makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
        phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)[1].split()
        assert [target for target in phony if not re.search(rf"^{target}:.*## ", makefile, re.MULTILINE)] == []

    def test_are_in_the_readme_or_the_guide_for_contributors(self):
        told = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md"))
        makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
        targets = re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE)
        assert [target for target in targets if f"make {target}" not in told] == []


class TestLinks:
    @pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
    def test_lead_somewhere(self, path):
        assert broken_links(path.read_text(encoding="utf-8"), path.parent) == []

    def test_would_be_found_out(self, tmp_path):
        (tmp_path / "here.md").touch()
        text = "[a](here.md#part) [b](gone.md) [c](https://example.com) `[d](code.md)`"
        assert broken_links(text, tmp_path) == ["gone.md"]


class TestTheGlossary:
    def test_is_in_alphabetical_order(self):
        page = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
        words = re.findall(r"^\| ([a-z][^|]*?) \|", page, re.MULTILINE)[1:]
        assert words == sorted(words)

    @pytest.mark.parametrize(
        "word",
        [
            "story",
            "rail",
            "card",
            "plate",
            "slot",
            "impression",
            "standing",
            "plan",
            "beacon",
            "sieve",
            "ledger",
            "tally",
        ],
    )
    def test_explains_the_words_of_the_map(self, word):
        assert f"\n| {word} |" in (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
