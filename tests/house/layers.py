"""The rooms in their order, read from .importlinter: the one place that says who may use whom."""

import configparser
from pathlib import Path

ROOT = Path(__file__).parents[2]


def layers() -> list[list[str]]:
    """The lines of the map from top to bottom, each with its rooms."""
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter", encoding="utf-8")
    lines = contracts["importlinter:contract:layers"]["layers"].split("\n")
    return [[room.strip() for room in line.split("|")] for line in lines if line.strip()]


def may_use(user: str, used: str, lines: list[list[str]]) -> bool:
    """Whether `user` may know of `used`: itself, or a room on a line below its own."""
    depth = {room: number for number, line in enumerate(lines) for room in line}
    return user == used or depth[user] < depth[used]
