"""Gives every test process a newspaper's folder of its own, and a database, before Django reads its settings.

The suite runs on SQLite; with BROADSHEET_TEST_DATABASE=postgresql it runs what touches the database on a PostgreSQL
server that comes as a Python wheel. Under pytest-xdist the controller starts the server and the workers use it.
"""

import atexit
import os
import shutil
import tempfile

import pytest

from tests.postgresql import start_postgresql

ON_POSTGRESQL = os.environ.get("BROADSHEET_TEST_DATABASE") == "postgresql"
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_reset_sequences", "django_db_serialized_rollback"}


paper = tempfile.mkdtemp(prefix="broadsheet-test-")
atexit.register(shutil.rmtree, paper, ignore_errors=True)
os.environ["BROADSHEET_PAPER"] = paper
os.environ.setdefault("BROADSHEET_LANGUAGES", "en,ko")
if ON_POSTGRESQL and "PYTEST_XDIST_WORKER" not in os.environ:
    os.environ["BROADSHEET_DATABASE"] = start_postgresql()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL, run again only what touches the database."""
    if not ON_POSTGRESQL:
        return
    touching = [item for item in items if item.get_closest_marker("django_db") or _asks_for_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in touching])
    items[:] = touching


def _asks_for_database(item: pytest.Item) -> bool:
    return bool(DATABASE_FIXTURES & set(getattr(item, "fixturenames", ())))
