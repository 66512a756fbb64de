"""`broadsheet import`: brings stories in from elsewhere; one command a system that they come from."""

from importlib import import_module

import click

from broadsheet.cli.paper import the_newspaper

SOURCES = ["wordpress"]


class Sources(click.Group):
    """The systems by name. Each needs the newspaper's models, so it is read only when the newspaper is ready."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return SOURCES

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in SOURCES:
            return None
        the_newspaper()
        command: click.Command = import_module(f"broadsheet.wires.{cmd_name}.command").command
        return command


@click.command("import", cls=Sources)
def command() -> None:
    """Bring in stories, people, pictures and addresses from another system."""
