"""Lighthouse: the front and a story are fast, in good order, and ask no other host for anything."""

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from audit.complaint import Complaint
from tests.browser import MISSING, QUIET, find_chromium

PROGRAM = Path(".tools/npm/node_modules/.bin/lighthouse")
FLAGS = " ".join(["--headless=new", *QUIET])
JUDGED = ["front", "story"]
TIMES = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"]
LEAST = {"accessibility": 100, "best-practices": 100, "seo": 100, "performance": 98}
TRIES = 3  # a busy machine slows one run, not three


def judge(pages: Mapping[str, str]) -> list[Complaint]:
    """What Lighthouse says of the front and of a story (name → address)."""
    return [Complaint(name, fault) for name in JUDGED for fault in _best_of(pages[name])]


def _best_of(address: str) -> list[str]:
    faults: list[str] = []
    for _ in range(TRIES):
        report = _measure(address)
        faults = [*_too_low(report), *_foreign(report, address)]
        if not faults:
            break
    return faults


def _measure(address: str) -> dict[str, Any]:
    chromium = find_chromium()
    if chromium is None:
        raise RuntimeError(MISSING)
    run = subprocess.run(
        [PROGRAM, address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}", "--max-wait-for-load=60000"],
        env={**os.environ, "CHROME_PATH": str(chromium)},
        capture_output=True,
        check=False,
        text=True,
    )
    if run.returncode:
        raise RuntimeError(f"lighthouse could not judge {address}: {run.stderr[-2000:]}")
    report: dict[str, Any] = json.loads(run.stdout)
    return report


def _too_low(report: dict[str, Any]) -> list[str]:
    faults = []
    times = ", ".join(f"{name} {report['audits'][name]['displayValue']}" for name in TIMES)
    print(f"   {report['finalDisplayedUrl']} on a slow telephone: {times}", flush=True)
    for name, least in LEAST.items():
        category = report["categories"][name]
        score = round(100 * (category["score"] or 0))
        print(f"      {name}: {score}", flush=True)
        if score < least:
            weak = [report["audits"][ref["id"]] for ref in category["auditRefs"] if ref["weight"]]
            reasons = [f"{found['title']} ({found['score']})" for found in weak if (found["score"] or 0) < 1]
            faults.append(f"{name} is {score}, at least {least}: {'; '.join(reasons)}")
    return faults


def _foreign(report: dict[str, Any], address: str) -> list[str]:
    asked = {item["url"] for item in report["audits"]["network-requests"]["details"]["items"]}
    return [
        f"asks another host: {url}"
        for url in sorted(asked)
        if urlsplit(url).scheme in {"http", "https"} and urlsplit(url).netloc != urlsplit(address).netloc
    ]
