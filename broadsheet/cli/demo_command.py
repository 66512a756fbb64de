"""`broadsheet demo`: opens The Haemil Lantern, a newspaper that is written and drawn on the spot."""

import os
from pathlib import Path

import click

from broadsheet.cli.new_command import write_newspaper
from broadsheet.cli.paper import the_newspaper
from broadsheet.options import FILE_NAME

NAME, LANGUAGES, TIME_ZONE = "The Haemil Lantern", ["en", "ko"], "Asia/Seoul"


@click.command("demo")
@click.argument("path", default="demo", type=click.Path(file_okay=False, path_type=Path))
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, help="The port to listen on.")
@click.option("--reload", is_flag=True, help="Serve by Django alone, and again whenever the code changes.")
@click.option("--print-only", is_flag=True, help="Print the edition and stop.")
def command(path: Path, host: str, port: int, reload: bool, print_only: bool) -> None:  # noqa: FBT001
    """Print the demo edition into PATH, unless it is there, and serve it."""
    if not (path / FILE_NAME).exists():
        write_newspaper(path, NAME, LANGUAGES, TIME_ZONE)
    os.environ["BROADSHEET_PAPER"] = str(path.resolve())
    os.environ.setdefault("BROADSHEET_ADDRESS", f"http://localhost:{port}")
    os.environ.setdefault("BROADSHEET_HOSTS", f"127.0.0.1,{host}")
    options = the_newspaper()
    from django.core.management import call_command
    from django.utils import timezone

    from broadsheet.demo.accounts import ACCOUNT, make_demo_account
    from broadsheet.demo.edition import make_prints, print_edition
    from broadsheet.demo.readers import give_readers, send_robots
    from broadsheet.processes.opening import OpeningError, bring_database_up_to_date, open_newspaper
    from broadsheet.processes.supervisor import become_supervisor

    try:
        bring_database_up_to_date(migrate=True, say=click.echo)
        fresh = print_edition(timezone.now(), click.echo)
        password = make_demo_account(options.state)
        open_newspaper(options, migrate=True, say=click.echo)
        if fresh:
            make_prints(click.echo)
            give_readers(options, click.echo)
    except OpeningError as error:
        raise click.ClickException(str(error)) from error
    address = options.text("address")
    click.echo(f"\n  {options.text('name')}\n  readers  {address}/\n  desk     {address}/desk/")
    click.echo(f"           sign in as “{ACCOUNT}” with the password “{password}”\n" if password else "")
    if print_only:
        return
    if reload:
        call_command("runserver", f"{host}:{port}")
    send_robots(options, port)
    become_supervisor(host, port)
