"""`broadsheet serve`: opens the newspaper."""

import click

from broadsheet.cli.check_command import what_stops_a_front
from broadsheet.cli.paper import the_newspaper


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, help="The port to listen on.")
@click.option("--migrate", is_flag=True, help="Bring an older database up to this version first.")
def command(host: str, port: int, migrate: bool) -> None:  # noqa: FBT001
    """Prepare the newspaper if need be, then serve it until it is stopped."""
    options = the_newspaper()
    if obstacle := what_stops_a_front(options):
        raise click.ClickException(f"{obstacle.problem}\n{obstacle.remedy}")
    from broadsheet.processes.opening import OpeningError, open_newspaper
    from broadsheet.processes.supervisor import become_supervisor

    try:
        open_newspaper(options, migrate=migrate, say=click.echo)
    except OpeningError as error:
        raise click.ClickException(str(error)) from error
    click.echo(
        f"{options.text('name')}: http://{host}:{port}/ for readers, http://{host}:{port}/desk/ for the newsroom"
    )
    become_supervisor(host, port)
