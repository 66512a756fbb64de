"""Finds the processes of a newspaper under test."""

from pathlib import Path

from tests.newspaper import Newspaper


def processes_of(newspaper: Newspaper, name: str) -> list[int]:
    """The process ids of the newspaper's `front`, `newsroom`, `clock` or `supervisor`, the one at work last."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes().split(b"\0")
            environment = (path.parent / "environ").read_bytes().split(b"\0")
        except OSError:
            continue  # it has ended meanwhile
        ours = f"BROADSHEET_ADDRESS={newspaper.address}".encode() in environment
        if ours and f"broadsheet.processes.{name}".encode() in words:
            found.append(int(path.parent.name))
    return sorted(found)
