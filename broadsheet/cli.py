"""One command for everything: `broadsheet --help` lists it."""

import os

import click
import django
from django.core.management import call_command


@click.group()
@click.version_option(package_name="broadsheet")
def main() -> None:
    """An online newspaper in one Python package."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "broadsheet.settings")


@main.command("django", context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def django_command(arguments: tuple[str, ...]) -> None:
    """Run one of Django's own commands: broadsheet django migrate."""
    django.setup()
    call_command(*arguments)
