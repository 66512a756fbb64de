"""The press's SQLite file: how it is opened, read and written, and what it says when it cannot be."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_EDITION = 2
_SCHEMA = """
CREATE TABLE IF NOT EXISTS plates (
    address TEXT PRIMARY KEY, status INTEGER NOT NULL, headers BLOB NOT NULL, body BLOB NOT NULL, facts TEXT,
    keys TEXT NOT NULL, printed REAL NOT NULL, expires REAL, stale INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS stands_on (
    key TEXT NOT NULL, address TEXT NOT NULL REFERENCES plates (address) ON DELETE CASCADE,
    PRIMARY KEY (key, address)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS stands_on_address ON stands_on (address);
CREATE TABLE IF NOT EXISTS purges (
    number INTEGER PRIMARY KEY AUTOINCREMENT, keys TEXT NOT NULL, hard INTEGER NOT NULL, made REAL NOT NULL);
CREATE TABLE IF NOT EXISTS announced (
    number INTEGER PRIMARY KEY AUTOINCREMENT, keys TEXT NOT NULL, hard INTEGER NOT NULL, holder TEXT NOT NULL,
    made REAL NOT NULL);
CREATE TABLE IF NOT EXISTS taken_out (
    number INTEGER PRIMARY KEY REFERENCES purges (number) ON DELETE CASCADE, addresses TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS told (cache TEXT PRIMARY KEY, number INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS leases (address TEXT PRIMARY KEY, holder INTEGER NOT NULL, until REAL NOT NULL);
CREATE TABLE IF NOT EXISTS cards (
    story INTEGER NOT NULL, language TEXT NOT NULL, html BLOB NOT NULL, facts TEXT NOT NULL,
    PRIMARY KEY (story, language));
CREATE TABLE IF NOT EXISTS standings (name TEXT PRIMARY KEY, body BLOB NOT NULL, made REAL NOT NULL);
CREATE TABLE IF NOT EXISTS editions (what TEXT PRIMARY KEY, number INTEGER NOT NULL);
INSERT OR IGNORE INTO editions VALUES ('cards', 0), ('standings', 0);
"""


class StoreUnavailableError(Exception):
    """The press's file cannot be used now: locked for longer than the store waits, full, damaged or gone."""


class PressFile:
    """One process's connection to the file. `patience` is how long a write waits for others, in seconds.

    Safe to use from several threads. Every use raises StoreUnavailableError if the file cannot be used, and the next
    use tries again: a file that was locked, full or replaced is taken up as soon as it can be.
    """

    def __init__(self, path: Path, *, patience: float = 5.0) -> None:
        self.path = path
        self._patience = patience
        self._lock = threading.RLock()
        self._open: sqlite3.Connection | None = None
        self._inode = 0

    def close(self) -> None:
        with self._lock:
            if self._open is not None:
                self._open.close()
                self._open = None

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                yield self._connection()
            except (sqlite3.Error, OSError) as error:
                self._give_up(error)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                connection = self._connection()
                connection.execute("BEGIN IMMEDIATE")
                try:
                    yield connection
                except BaseException:
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
                    raise
                connection.execute("COMMIT")
            except (sqlite3.Error, OSError) as error:
                self._give_up(error)

    def _connection(self) -> sqlite3.Connection:
        """The open connection, made anew when the file under its name is no longer the one that was opened."""
        if self._open is not None and _inode(self.path) == self._inode:
            return self._open
        self.close()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(
            self.path, timeout=self._patience, isolation_level=None, check_same_thread=False, cached_statements=64
        )
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA foreign_keys = ON")
            if connection.execute("PRAGMA user_version").fetchone()[0] != _EDITION:
                connection.executescript(_SCHEMA)
                connection.execute(f"PRAGMA user_version = {_EDITION}")
        except sqlite3.Error:
            connection.close()
            raise
        self._open, self._inode = connection, _inode(self.path)
        return connection

    def _give_up(self, error: Exception) -> None:
        if self._open is not None and self._open.in_transaction:
            self.close()
        raise StoreUnavailableError(f"{self.path}: {error}") from error


def _inode(path: Path) -> int:
    """Which file lies under the name; 0 for none."""
    try:
        return path.stat().st_ino
    except FileNotFoundError:
        return 0
