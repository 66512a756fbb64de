"""The Nu HTML checker: every page is valid HTML, with nothing even to warn of."""

import json
import shutil
import subprocess
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path

from audit.complaint import Complaint

JAR = Path(".tools/npm/node_modules/vnu-jar/build/dist/vnu.jar")


def judge(pages: Mapping[str, str]) -> list[Complaint]:
    """What the checker says of the pages (name → address)."""
    java = shutil.which("java")
    if java is None:
        raise RuntimeError("java is missing: install the package default-jre-headless")
    return [Complaint(name, fault) for name, address in pages.items() for fault in _check(java, read(address))]


def read(address: str) -> bytes:
    """A page as sent, whatever its status: readers meet the pages for 404 and 410 too."""
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            body: bytes = answer.read()
    except urllib.error.HTTPError as error:
        with error:
            body = error.read()
    return body


def _check(java: str, page: bytes) -> list[str]:
    run = subprocess.run(
        [java, "-Xss1m", "-jar", JAR, "--format", "json", "-"], input=page, capture_output=True, check=False
    )
    messages = json.loads(run.stderr)["messages"]
    return [f"{found['message']} {found.get('extract', '')}" for found in messages]
