"""The tests' database: made once and kept, copied for each process, and put back after a test that empties it.

A test with its own transactions (a live server's) ends with every table emptied, Wagtail's root page among them. The
next test would not find its newspaper, so the migrated database is copied back.
"""

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from tests import environment

ROOT = Path(__file__).parents[1]
KEPT = ROOT / ".cache" / "test-database"
EMPTYING = {"transactional_db", "live_server", "django_db_reset_sequences"}
TEMPLATE = "_as_migrated"
BLOCKER = pytest.StashKey[DjangoDbBlocker]()


def digest_of_migrations() -> str:
    """Changes with every file that the migrated database depends on."""
    files = [*ROOT.glob("broadsheet/*/migrations/*.py"), *ROOT.glob("broadsheet/*.py"), ROOT / "requirements.txt"]
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:20]


def empties_the_database(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    asks = EMPTYING & set(getattr(item, "fixturenames", ()))
    return bool(asks) or (marker is not None and bool(marker.kwargs.get("transaction")))


def _open_sqlite() -> None:
    """Point Django at a database in memory, shared by the threads of this process."""
    connection.close()
    connection.settings_dict["NAME"] = f"file:newspaper-{os.getpid()}?mode=memory&cache=shared"
    connection.ensure_connection()


def _fill_sqlite() -> None:
    """Copy the migrated database into memory; migrate first if no copy of this state is kept."""
    kept = KEPT / f"{digest_of_migrations()}.sqlite3"
    if not kept.exists():
        call_command("migrate", verbosity=0, interactive=False)
        kept.parent.mkdir(parents=True, exist_ok=True)
        fresh = kept.with_suffix(f".{os.getpid()}")
        with sqlite3.connect(fresh) as copy:
            connection.connection.backup(copy)
        copy.close()
        fresh.rename(kept)
    source = sqlite3.connect(kept)
    source.backup(connection.connection)
    source.close()


def _copy_postgresql(source: str, target: str) -> None:
    """Make `target` a copy of `source`, whoever is still connected."""
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{target}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')


@pytest.fixture(scope="session")
def django_db_setup(
    pytestconfig: pytest.Config,
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """Replaces pytest-django's fixture of this name."""
    pytestconfig.stash[BLOCKER] = django_db_blocker
    with django_db_blocker.unblock():
        if environment.ON_POSTGRESQL:
            connection.creation.create_test_db(verbosity=0, autoclobber=True)
            name = connection.settings_dict["NAME"]
            _copy_postgresql(name, name + TEMPLATE)
        else:
            _open_sqlite()
            _fill_sqlite()
    yield
    with django_db_blocker.unblock():
        connection.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """After a test that emptied the database, put back what migration had made."""
    yield
    if not empties_the_database(item):
        return
    with item.config.stash[BLOCKER].unblock():
        if environment.ON_POSTGRESQL:
            name = connection.settings_dict["NAME"]
            _copy_postgresql(name + TEMPLATE, name)
        else:
            _fill_sqlite()


@pytest.fixture(scope="session")
def live_server(django_db_setup: None, live_server: LiveServer) -> LiveServer:
    """pytest-django's, started after the database is in memory: its threads then share the one connection."""
    return live_server
