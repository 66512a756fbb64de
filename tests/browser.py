"""A real Chromium for the tests: the system's, or the one that Playwright downloaded."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
MISSING = "Chromium is missing: install the package “chromium”, or run: python -m playwright install chromium"


def find_chromium() -> Path | None:
    """The browser's program: BROADSHEET_CHROMIUM, else the system's, else the one that Playwright downloaded."""
    named = os.environ.get("BROADSHEET_CHROMIUM")
    found = [named] if named else [path for name in NAMES if (path := shutil.which(name))]
    if not found:
        with sync_playwright() as playwright:
            found = [playwright.chromium.executable_path]
    return next((Path(path) for path in found if Path(path).exists()), None)


def install_chromium() -> None:
    """Install the browser: Debian's package where apt works, Playwright's download elsewhere."""
    apt = ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", "chromium"]
    if shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "--quiet"], check=False, stdout=sys.stderr)
        if subprocess.run(apt, check=False, env=quiet, stdout=sys.stderr).returncode == 0:
            return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, stdout=sys.stderr)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """One browser for the whole run; it is fast to open, and pages are separated by their contexts."""
    program = find_chromium()
    if program is None:
        pytest.fail(MISSING, pytrace=False)
    browser = playwright.chromium.launch(executable_path=program, args=QUIET)
    yield browser
    browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """An empty tab of a reader nobody knows; whatever the page throws fails the test."""
    context = chromium.new_context(locale="en-GB")
    tab = context.new_page()
    thrown: list[str] = []
    tab.on("pageerror", lambda error: thrown.append(str(error)))
    yield tab
    context.close()
    assert not thrown, thrown


if __name__ == "__main__":
    if find_chromium() is None:
        install_chromium()
    program = find_chromium()
    print(program or MISSING)
    sys.exit(0 if program else 1)
