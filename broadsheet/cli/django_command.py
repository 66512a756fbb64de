"""`broadsheet django`: Django's own commands, with the newspaper's settings."""

import click
from django.core.management import execute_from_command_line


@click.command("django", context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(arguments: tuple[str, ...]) -> None:
    """Run one of Django's own commands: broadsheet django migrate."""
    execute_from_command_line(["broadsheet django", *arguments])
