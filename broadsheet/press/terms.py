"""The terms on which a front works: where things are, whom it believes, how much memory it may use."""

from dataclasses import dataclass
from pathlib import Path

from broadsheet.proxies import Network


@dataclass(frozen=True)
class Terms:
    """`host` and `secure` are the newspaper's own public address; `memory` is in bytes; `run` is where the processes
    of one newspaper leave word for each other: figures and signs of life. With `tell_keys`, pages are sent with their
    surrogate keys, for a cache in front that forgets by key."""

    store: Path
    newsroom: Path
    run: Path
    static: Path
    media: Path
    host: str
    secure: bool
    proxies: tuple[Network, ...]
    memory: int = 256 * 1024 * 1024
    tell_keys: bool = False
