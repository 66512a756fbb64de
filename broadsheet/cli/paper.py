"""Finds the newspaper that a command is about."""

import click
import django

from broadsheet.options import FILE_NAME, Options, options_in_force


def the_newspaper() -> Options:
    """The newspaper in the current folder (or --paper's), with Django ready; refuses a folder that holds none."""
    options = options_in_force()
    if not (options.paper / FILE_NAME).is_file():
        raise click.ClickException(
            f"There is no newspaper in {options.paper}: it has no {FILE_NAME}.\n"
            "Make one with “broadsheet new PATH”, or name its folder: broadsheet --paper PATH …"
        )
    django.setup()
    return options
