"""axe-core: every page is without a fault that a program can find, wide and narrow, light and dark."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from audit.complaint import Complaint
from tests.browser import MISSING, QUIET, find_chromium

SCRIPT = Path(".tools/npm/node_modules/axe-core/axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCREENS: list[dict[str, Any]] = [
    {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark"},
]


def judge(pages: Mapping[str, str]) -> list[Complaint]:
    """What axe-core says of the pages (name → address)."""
    program = find_chromium()
    if program is None:
        raise RuntimeError(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        complaints = [
            Complaint(f"{name} ({screen['viewport']['width']} px, {screen['color_scheme']})", fault)
            for screen in SCREENS
            for name, address in pages.items()
            for fault in _look(browser, screen, address)
        ]
        browser.close()
    return complaints


def _look(browser: Browser, screen: dict[str, Any], address: str) -> list[str]:
    # The page's own policy forbids foreign scripts, the judge's too; only for the judge is it set aside.
    context = browser.new_context(**screen, bypass_csp=True)
    page = context.new_page()
    page.goto(address, wait_until="load")
    page.add_script_tag(path=SCRIPT)
    found = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", RULES)
    context.close()
    return [
        f"{violation['id']}: {violation['help']}: {' | '.join(node['html'][:160] for node in violation['nodes'][:3])}"
        for violation in found["violations"]
    ]
