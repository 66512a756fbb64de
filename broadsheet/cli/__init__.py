"""ONE COMMAND: what an owner types. `broadsheet NAME` is `command` in NAME_command.py, and stands in COMMANDS."""

import os
from importlib import import_module
from pathlib import Path

import click

from broadsheet.options import OptionError

COMMANDS = ["new", "demo", "serve", "import", "readers", "rails", "check", "django"]


class Commands(click.Group):
    """The commands by name; each file is read only when its command is asked for, so that none waits for another."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return COMMANDS

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"broadsheet.cli.{cmd_name}_command")
        command: click.Command = module.command
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a wrong option is told in one sentence, without the program's insides."""
        try:
            return super().invoke(ctx)
        except OptionError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=Commands)
@click.version_option(package_name="broadsheet")
@click.option(
    "--paper",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The newspaper's folder; without it, the current one.",
)
def main(paper: Path | None) -> None:
    """An online newspaper in one Python package."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "broadsheet.settings")
    if paper is not None:
        os.environ["BROADSHEET_PAPER"] = str(paper.resolve())
