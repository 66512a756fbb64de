"""Opens the newspaper: what must be true before it is served, step by step."""

import hashlib
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import click
from django.contrib.auth.password_validation import validate_password
from django.contrib.staticfiles.finders import get_finders
from django.core.exceptions import ValidationError
from django.core.files.storage import Storage
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from broadsheet.desk.staff import staff_desk
from broadsheet.options import Options
from broadsheet.press.packing import pack_files
from broadsheet.sections.first_edition import keep_site_record, lay_out_first_edition
from broadsheet.sections.models import FrontPage
from broadsheet.users.models import User

Say = Callable[[str], None]


class OpeningError(RuntimeError):
    """The newspaper cannot be served yet; the message says what to do."""


def lay_out(options: Options, say: Say) -> None:
    """The first edition of a newspaper that has no pages yet: fronts and sections, without a story."""
    if lay_out_first_edition(options.text("name"), options.names("languages"), options.text("address")):
        say("Laid out the front page and the first sections.")


def open_newspaper(
    options: Options, *, migrate: bool, say: Say, first_edition: Callable[[Options, Say], None] = lay_out
) -> None:
    """Bring the newspaper to where it can be served; a second opening changes nothing. Raises OpeningError."""
    bring_database_up_to_date(migrate=migrate, say=say)
    first_edition(options, say)
    keep_site_record(options.text("name"), options.text("address"))
    if staff_desk():
        say("Made the newsroom's groups and the way of a story from draft to publication.")
    make_first_account(os.environ, say)
    collect_static_files(options.state / "static", say)


def bring_database_up_to_date(*, migrate: bool, say: Say) -> None:
    """Migrate a database without a newspaper; an older one only if asked to, because that cannot be taken back."""
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not waiting:
        return
    if _holds_a_newspaper() and not migrate:
        raise OpeningError(
            f"The database is older than this version by {len(waiting)} migrations.\n"
            "Make a backup, then start with: broadsheet serve --migrate"
        )
    say("Preparing the database …")
    call_command("migrate", verbosity=0, interactive=False)


def _holds_a_newspaper() -> bool:
    """Whether anything could be lost. A first opening that was cut short left some tables, but no page."""
    return FrontPage._meta.db_table in connection.introspection.table_names() and FrontPage.objects.exists()


def make_first_account(environment: Mapping[str, str], say: Say) -> None:
    """Make the account that nobody has yet: from the environment, or by asking whoever sits at the terminal."""
    if User.objects.filter(is_superuser=True).exists():
        return
    name = environment.get("BROADSHEET_FIRST_ACCOUNT", "")
    password = environment.get("BROADSHEET_FIRST_PASSWORD", "")
    mail = environment.get("BROADSHEET_FIRST_MAIL", "")
    if not (name and password) and sys.stdin.isatty():
        say("Nobody can sign in yet. The first account may do everything.")
        name = click.prompt("Name to sign in with", default="editor")
        mail = click.prompt("Mail address, for a forgotten password", default="", show_default=False)
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    if not (name and password):
        say(
            "Nobody can sign in to /desk/ yet: set BROADSHEET_FIRST_ACCOUNT and BROADSHEET_FIRST_PASSWORD and start "
            "again, or run: broadsheet django createsuperuser"
        )
        return
    try:
        validate_password(password, User(username=name, email=mail))
    except ValidationError as error:
        raise OpeningError("The first account's password will not do. " + " ".join(error.messages)) from error
    User.objects.create_superuser(name, mail, password)
    say(f"Made the first account, “{name}”.")


def collect_static_files(folder: Path, say: Say) -> None:
    """Gather every stylesheet, script and picture under a name that changes with its content, if any has changed."""
    digest = _digest_of_static_files()
    stamp = folder / "collected.txt"
    if stamp.exists() and stamp.read_text(encoding="ascii") == digest:
        return
    say("Collecting static files …")
    # Django copies a file only if it is newer, which an installed package's need not be. The files under hashed names
    # stay: pages that were pressed before still ask for them.
    for path, _storage in _static_files():
        (folder / path).unlink(missing_ok=True)
    call_command("collectstatic", verbosity=0, interactive=False)
    pack_files(folder)
    stamp.write_text(digest, encoding="ascii")


def _static_files() -> Iterator[tuple[str, Storage]]:
    for finder in get_finders():
        yield from finder.list([])


def _digest_of_static_files() -> str:
    digest = hashlib.sha256()
    for path, storage in _static_files():
        digest.update(f"{path} {storage.size(path)} {storage.get_modified_time(path).timestamp()}\n".encode())
    return digest.hexdigest()
