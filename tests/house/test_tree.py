"""What is committed: nothing that belongs to one machine, nothing unfinished."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.house.layers import ROOT

# A letter in brackets keeps a pattern from accusing this file.
MACHINES = [r"/[w]ork/", r"/[r]oot/", r"/[f]arm", r"/[h]ome/\w", r"/[U]sers/\w"]
REGISTRIES = [
    r"[p]ypi\.org",
    r"[p]ythonhosted\.org",
    r"[n]pmjs\.(org|com)",
    r"[d]eb\.debian\.org",
    r"--[i]ndex-url http",
]
UNFINISHED = [r"\b[T]ODO\b", r"\b[F]IXME\b", r"\b[X]XX\b", r"pytest\.mark\.([s]kip|[x]fail)", r"pytest\.[s]kip\("]


def committed() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def offences(text: str, patterns: list[str]) -> list[str]:
    return [line.strip()[:160] for line in text.splitlines() if any(re.search(pattern, line) for pattern in patterns)]


def offending(patterns: list[str]) -> list[str]:
    found = []
    for path in committed():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture or a font
        found += [f"{path.relative_to(ROOT)}: {line}" for line in offences(text, patterns)]
    return found


class TestTheTree:
    def test_names_no_folder_of_one_machine(self):
        assert offending(MACHINES) == []

    def test_names_no_registrys_host(self):
        assert offending(REGISTRIES) == []

    def test_has_nothing_unfinished_and_no_test_left_out(self):
        assert offending(UNFINISHED) == []

    @pytest.mark.parametrize(
        ("patterns", "line"),
        [
            (MACHINES, "open('/{}/secret')".format("root")),
            (REGISTRIES, "--{}-url https://mirror.example".format("index")),
            (UNFINISHED, "# {}DO: later".format("TO")),
        ],
    )
    def test_would_be_found_out(self, patterns, line):
        assert offences(f"fine\n{line}\n", patterns) == [line]
