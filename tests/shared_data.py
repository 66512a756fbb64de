"""Finds the public corpora that lie beside the repository, and says so plainly when one is missing."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data"


def shared_data(name: str) -> Path:
    """The file or folder `name` of ../shared/data; a test that needs a missing one fails, it never skips."""
    path = FOLDER / name
    if not path.exists():
        pytest.fail(f"expected ../shared/data/{name}", pytrace=False)
    return path
