"""`make audit`: opens the demo newspaper and asks every judge, or those named, about every type of page."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urljoin

from audit import accessibility, markup, speed
from audit.complaint import Complaint, tell
from tests.newspaper import Newspaper, make_demo

JUDGES: dict[str, Callable[[Mapping[str, str]], list[Complaint]]] = {
    "markup": markup.judge,
    "accessibility": accessibility.judge,
    "speed": speed.judge,
}


def addresses_of(newspaper: Newspaper) -> dict[str, str]:
    """One address for each type of page, asked for once so that the pages are pressed."""
    found = subprocess.run(
        [sys.executable, "-m", "audit.addresses"],
        env={
            **newspaper.environment,
            "BROADSHEET_PAPER": str(newspaper.paper),
            "DJANGO_SETTINGS_MODULE": "broadsheet.settings",
        },
        check=True,
        capture_output=True,
        text=True,
    )
    pages = {name: urljoin(newspaper.address, path) for name, path in json.loads(found.stdout).items()}
    for address in pages.values():
        markup.read(address)
    return pages


def main(wanted: list[str]) -> int:
    with tempfile.TemporaryDirectory(prefix="audit-") as folder:
        newspaper = make_demo(Path(folder) / "paper")
        newspaper.open()
        try:
            pages = addresses_of(newspaper)
            complaints = {name: _ask(name, pages) for name in wanted or JUDGES}
        finally:
            newspaper.close()
    failed = sum(bool(found) for found in complaints.values())
    print(f"{len(complaints) - failed} passed, {failed} failed")
    return 1 if failed else 0


def _ask(judge: str, pages: Mapping[str, str]) -> list[Complaint]:
    print(f"── {judge}: {(sys.modules[f'audit.{judge}'].__doc__ or '').splitlines()[0]}", flush=True)
    began = time.monotonic()
    complaints = JUDGES[judge](pages)
    for line in tell(complaints):
        print(f"   {line}")
    print(
        f"   {len(complaints)} complaints about {len(pages)} pages after {time.monotonic() - began:.0f} s", flush=True
    )
    return complaints


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
