"""`broadsheet readers`: robots that read, and the views that a newspaper counted before it moved."""

import asyncio
from typing import TextIO
from urllib.parse import unquote, urlsplit

import click

from broadsheet.cli.paper import the_newspaper
from broadsheet.processes.places import die_with_parent
from broadsheet.readership.former import FormerCountsError, take_former_counts
from broadsheet.readership.house import open_ledger
from broadsheet.readership.past import TooLateError
from broadsheet.readership.visits import FAILED, send_readers


@click.group("readers")
def command() -> None:
    """Let robots read, or take over the views of a former system."""


@command.command()
@click.option("--days", default=0, help="Make up a past of this many days, before the first reader is counted.")
@click.option("--readers", default=3000, show_default=True, help="About how many readers on each of those days.")
@click.option("--minutes", default=0.0, help="Send robots to the newspaper that is open, for this many minutes.")
@click.option("--per-minute", default=30.0, show_default=True, help="About how many of them in a minute.")
@click.option("--port", default=8000, show_default=True, help="The port that the newspaper listens on.")
def simulate(days: int, readers: int, minutes: float, per_minute: float, port: int) -> None:
    """Let robots read as people would: more in the evening, more of what is new, several stories each."""
    options = the_newspaper()
    from broadsheet.demo.readers import make_up_past, stands

    if days:
        try:
            make_up_past(options, click.echo, days=days, readers=readers)
        except TooLateError as error:
            raise click.ClickException(str(error)) from error
    if minutes:
        die_with_parent()
        readers_sent = send_readers(f"http://localhost:{port}", list(stands()), a_minute=per_minute, minutes=minutes)
        told = asyncio.run(readers_sent)
        answers = ", ".join(f"{status or 'no answer'}: {number}" for status, number in sorted(told.items()))
        click.echo(f"Sent {told.total():,} signals ({answers}).")
        if told.total() == told[FAILED]:
            raise click.ClickException(f"No newspaper answers with its stories on port {port}.")


@command.command("import")
@click.argument("table", type=click.File(encoding="utf-8-sig"))
def import_counts(table: TextIO) -> None:
    """Take over former views from TABLE, a CSV file with the columns address and count."""
    options = the_newspaper()
    ledger = open_ledger(options)
    try:
        taken = take_former_counts(ledger, table, _find_story)
    except FormerCountsError as error:
        raise click.ClickException(str(error)) from error
    finally:
        ledger.close()
    click.echo(f"Took over {taken.views:,} views of {taken.stories:,} stories.")
    for address in taken.unknown:
        click.echo(f"No story has the address {address}")


def _find_story(address: str) -> int | None:
    """The story at an address, or at the one that it was redirected to."""
    from wagtail.contrib.redirects.models import Redirect

    path = unquote(urlsplit(address).path)
    redirect = Redirect.objects.filter(old_path=Redirect.normalise_path(path)).first()
    page = redirect.redirect_page if redirect is not None else None
    return _story_at(unquote(page.url or "") if page is not None else path)


def _story_at(path: str) -> int | None:
    from broadsheet.stories.models import Story

    slug = path.strip("/").rpartition("/")[2]
    for story in Story.objects.filter(slug=slug):
        if unquote(story.url or "").strip("/") == path.strip("/"):
            number: int = story.pk
            return number
    return None
