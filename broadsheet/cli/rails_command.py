"""broadsheet rails replay LOG: how good the rankers would have been on a log of real reads."""

from datetime import UTC, datetime
from pathlib import Path

import click
import django
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from broadsheet.rails.contenders import CONTENDERS, OWN
from broadsheet.rails.logs import Log, LogError, read_log
from broadsheet.rails.replay import Score, replay
from broadsheet.rails.replay_report import COLUMNS, write_report

WARM_UP = 7 * 86400
"""Seconds before the first test from which the contenders are fed."""


@click.group()
def command() -> None:
    """Try the rails."""


@command.command("replay")
@click.argument("log", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--from", "start", type=click.DateTime(), help="First minute to test, UTC; otherwise a week before the end."
)
@click.option("--to", "end", type=click.DateTime(), help="End of the tests, UTC; otherwise the end of the log.")
@click.option(
    "--share", type=click.FloatRange(0, 1, min_open=True), default=1.0, help="Share of readers who feed them."
)
@click.option(
    "--only", multiple=True, type=click.Choice(list(CONTENDERS)), help="Only this contender; may be repeated."
)
@click.option("--report", type=click.Path(dir_okay=False, path_type=Path), help="Write the table and a chart as HTML.")
def replay_command(  # noqa: PLR0913, PLR0917
    log: Path, start: datetime | None, end: datetime | None, share: float, only: tuple[str, ...], report: Path | None
) -> None:
    """Replay LOG (a .csv file or a folder of parquet files) and print what each ranker would have reached."""
    try:
        history = read_log(log)
    except LogError as error:
        raise click.ClickException(str(error)) from error
    if not history.reads:
        raise click.ClickException(f"{log} has no reads")
    last = _seconds(end) if end else history.reads[-1].when // 60 * 60 + 60
    first = _seconds(start) if start else max(last - WARM_UP, history.reads[0].when // 60 * 60)
    scores = run_contenders(history, first, last, share, only or tuple(CONTENDERS))
    table = Table(
        title=f"{log.name}: {next(iter(scores.values())).tests:,} reads, {share:.1%} of readers feed the rankers"
    )
    for title, _read in COLUMNS:
        table.add_column(title, justify="left" if title == COLUMNS[0][0] else "right")
    for name, score in scores.items():
        table.add_row(*(read(name, score) for _title, read in COLUMNS), style="bold" if name == OWN else None)
    Console().print(table)
    if report is not None:
        django.setup()  # the report is a template
        write_report(report, log.name, scores)
        click.echo(f"The table and a chart are in {report}")


def run_contenders(history: Log, first: int, last: int, share: float, names: tuple[str, ...]) -> dict[str, Score]:
    """Each contender's score, with a progress bar where there is a terminal."""
    reads = [read for read in history.reads if first - WARM_UP <= read.when < last]
    scores = {}
    with Progress(console=Console(stderr=True), transient=True) as progress:
        for name in names:
            bar = progress.add_task(name, total=(last - first) // 60)
            scores[name] = replay(
                reads,
                CONTENDERS[name](history.published),
                history.first_seen(),
                start=first,
                end=last,
                share=share,
                progress=lambda done, _total, bar=bar: progress.update(bar, completed=done),  # type: ignore[misc]
            )
    return scores


def _seconds(moment: datetime) -> int:
    return int(moment.replace(tzinfo=UTC).timestamp()) // 60 * 60
