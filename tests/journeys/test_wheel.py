"""The package as `pip install broadsheet` gives it: built, installed into an environment of its own, and used."""

import os
import subprocess
import zipfile

import pytest

from tests.house.layers import ROOT

UV = ROOT / ".tools" / "bin" / "uv"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([UV, "build", "--quiet", "--wheel", "--out-dir", folder, ROOT], check=True)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The folder of the programs of a fresh environment with nothing but the wheel and what it asks for."""
    environment = tmp_path_factory.mktemp("environment") / "venv"
    subprocess.run([UV, "venv", "--quiet", "--python", "3.13", environment], check=True)
    constraints = environment.parent / "constraints.txt"
    pinned = [line.split(" ;")[0].rstrip(" \\") for line in (ROOT / "requirements.txt").read_text().splitlines()]
    constraints.write_text("\n".join(line for line in pinned if "==" in line and not line.startswith((" ", "#"))))
    command = [UV, "pip", "install", "--quiet", "--python", environment / "bin" / "python"]
    subprocess.run([*command, "--constraint", constraints, wheel], check=True)
    return environment / "bin"


class TestTheWheel:
    def test_holds_what_the_package_needs_and_no_tests(self, wheel):
        names = zipfile.ZipFile(wheel).namelist()
        assert [name for name in names if "/tests/" in name or name.startswith("tests/")] == []
        for kind in ("cli/pattern/broadsheet.toml.in", "cli/pattern/gitignore.in", "migrations/0001_initial.py"):
            assert [name for name in names if name.endswith(kind)], kind
        shipped = {path.relative_to(ROOT).as_posix() for path in (ROOT / "broadsheet" / "web").rglob("*.html")}
        assert shipped <= set(names)

    def test_starts_a_newspaper_and_says_what_it_lacks(self, installed, tmp_path):
        outside = {key: value for key, value in os.environ.items() if not key.startswith(("BROADSHEET_", "PYTHON"))}
        paper = tmp_path / "paper"
        subprocess.run([installed / "broadsheet", "new", paper], check=True, env=outside, cwd=tmp_path)
        check = subprocess.run(
            [installed / "broadsheet", "check"], env=outside, cwd=paper, capture_output=True, text=True, check=False
        )
        assert check.returncode == 1
        assert "never opened" in check.stdout
        assert "Traceback" not in check.stderr
