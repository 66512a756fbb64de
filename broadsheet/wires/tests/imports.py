"""Runs imports for the tests, and reads their reports."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Revision

from broadsheet.sections.models import Placement, StandingPage
from broadsheet.stories.models import Contributor, Photo, Story, Topic
from broadsheet.wires.models import Arrival
from broadsheet.wires.report import Report
from broadsheet.wires.tests.exports import write_export
from broadsheet.wires.wordpress.importing import Wishes, import_export

NOW = datetime(2026, 6, 1, tzinfo=UTC)
SEOUL = ZoneInfo("Asia/Seoul")


class Nobody:
    """Looks on without looking."""

    def read(self, size: int) -> None: ...
    def count(self, items: int) -> None: ...
    def advance(self, name: str) -> None: ...


def run(path: Path, **wishes: Any) -> Report:
    return import_export(Wishes(**{"file": path, "language": "en", "zone": SEOUL, "now": NOW, **wishes}), Nobody())


def run_items(folder: Path, *items: str, **wishes: Any) -> Report:
    return run(write_export(folder, *items), **wishes)


def reasons(report: Report, number: int = 1) -> set[str]:
    entries = [entry for entry in report.entries if entry.number == str(number)]
    return {note.reason.name for entry in entries for note in entry.notes}


def outcomes(report: Report, kind: str = "post") -> list[str]:
    return [entry.outcome for entry in report.entries if entry.kind == kind]


def state_of(models: Iterable[type]) -> list[object]:
    return [list(model.objects.order_by("pk").values_list()) for model in models]


EVERYTHING = [Page, Story, StandingPage, Photo, Contributor, Topic, Redirect, Arrival, Placement, Revision]
