"""`broadsheet import wordpress`: takes in a WordPress export and reports what became of every item."""

from datetime import UTC, datetime
from pathlib import Path

import click
from django.conf import settings
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from broadsheet.options import options_in_force, time_zone
from broadsheet.wires.intake.edition import IntakeError
from broadsheet.wires.report import Report
from broadsheet.wires.wordpress.export import ExportError
from broadsheet.wires.wordpress.importing import Wishes, import_export

EXISTING_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
EXISTING_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command("wordpress")
@click.argument("file", type=EXISTING_FILE)
@click.option("--media", type=EXISTING_FOLDER, help="A copy of wp-content/uploads, where the pictures are.")
@click.option("--sections", default="", help="The categories that are sections, by name, with commas between.")
@click.option("--default-section", default="News", show_default=True, help="For posts without such a category.")
@click.option("--language", help="The edition that it comes into; without it, the newspaper's first language.")
@click.option("--report", type=click.Path(path_type=Path), help="Where the whole report goes (.txt and .json).")
@click.option("--rehearse", is_flag=True, help="Do everything and report it, then leave the newspaper as it was.")
def command(  # noqa: PLR0913, PLR0917 (one an option)
    file: Path,
    media: Path | None,
    sections: str,
    default_section: str,
    language: str | None,
    report: Path | None,
    *,
    rehearse: bool,
) -> None:
    """Take in a WordPress export (Tools, Export, “All content”): posts, pages, people, pictures, old addresses."""
    options = options_in_force()
    now = datetime.now(UTC)
    wishes = Wishes(
        file=file,
        language=language or settings.LANGUAGE_CODE,
        zone=time_zone(options),
        now=now,
        media=media,
        sections=tuple(name.strip() for name in sections.split(",") if name.strip()),
        default_section=default_section,
        rehearsal=rehearse,
    )
    console = Console()
    try:
        done = _import_with_progress(wishes, console)
    except (ExportError, IntakeError) as error:
        raise click.ClickException(str(error)) from error
    written = done.write(report or options.state / "imports" / f"wordpress-{now:%Y%m%d-%H%M%S}")
    _summarise(done, console)
    console.print(f"The whole report, item by item: {written[0]} and {written[1].name}", soft_wrap=True)


def _import_with_progress(wishes: Wishes, console: Console) -> Report:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}", markup=False),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        return import_export(wishes, _Onlooker(progress, wishes.file.stat().st_size))


class _Onlooker:
    """Shows how far an import is."""

    def __init__(self, progress: Progress, size: int) -> None:
        self._progress = progress
        self._reading = progress.add_task("Reading", total=size, name="")
        self._taking = progress.add_task("Taking in", total=None, name="")

    def read(self, size: int) -> None:
        self._progress.advance(self._reading, size)

    def count(self, items: int) -> None:
        self._progress.update(self._taking, total=items)

    def advance(self, name: str) -> None:
        self._progress.update(self._taking, advance=1, name=name[:40])


def _summarise(report: Report, console: Console) -> None:
    if report.rehearsal:
        console.print("This was a rehearsal: the newspaper is as it was.")
    outcomes = Table("what", "became", "how many", box=None)
    for (kind, outcome), count in sorted(report.outcomes().items()):
        outcomes.add_row(kind, outcome, str(count))
    console.print(outcomes)
    for fact in report.facts:
        console.print(f"· {fact}", markup=False, highlight=False)
    reasons = Table("items", "what changed its shape or stayed outside", box=None)
    for reason, count in report.reasons_by_number():
        reasons.add_row(str(count), reason.value)
    if reasons.row_count:
        console.print(reasons)
    if not report.changed():
        console.print("Nothing was changed: everything had come in before.")
