"""Prepares the newspaper for a new version that has just been installed, with nobody at the terminal."""

import os

import click
import django

from broadsheet.options import options_in_force


def main() -> None:
    """Open the newspaper again; ends with a message and code 1 if that needs a decision first."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "broadsheet.settings")
    django.setup()
    from broadsheet.processes.opening import OpeningError, open_newspaper  # noqa: PLC0415 (its models need Django)

    try:
        open_newspaper(options_in_force(), migrate=False, say=click.echo)
    except OpeningError as error:
        raise SystemExit(str(error)) from error


if __name__ == "__main__":
    main()
