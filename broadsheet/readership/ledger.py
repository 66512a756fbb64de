"""The one durable record of what was counted, refused and summed: an SQLite file that only the clock writes."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FILE = "ledger.sqlite3"

# Times are whole numbers: `at` in milliseconds; `start`, `hour`, `minute` and `day` in seconds since 1970 at which a
# period of the newspaper's own day begins. `suspect` is the class of whoever opens more stories than people do.
SCHEMA = """
CREATE TABLE IF NOT EXISTS place (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS segment (
    name TEXT PRIMARY KEY, start INTEGER NOT NULL, taken INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS nonce (nonce INTEGER PRIMARY KEY, day INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS recent (
    visitor INTEGER, story INTEGER, kind INTEGER, at INTEGER NOT NULL, PRIMARY KEY (visitor, story, kind)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS signal (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, day INTEGER NOT NULL, kind INTEGER NOT NULL,
    story INTEGER NOT NULL, visitor INTEGER NOT NULL, network INTEGER NOT NULL, suspect INTEGER NOT NULL,
    section TEXT NOT NULL, referrer TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS signal_at ON signal (at);
CREATE TABLE IF NOT EXISTS reader (
    day INTEGER, visitor INTEGER, story INTEGER, PRIMARY KEY (day, visitor, story)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS outcome (
    hour INTEGER, outcome TEXT, signals INTEGER NOT NULL, PRIMARY KEY (hour, outcome)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS slot (
    hour INTEGER, rail TEXT, position INTEGER, story INTEGER, variant TEXT,
    seen INTEGER NOT NULL, followed INTEGER NOT NULL, PRIMARY KEY (hour, rail, position, story, variant)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS shown (
    minute INTEGER, story INTEGER, seen INTEGER NOT NULL, followed INTEGER NOT NULL, PRIMARY KEY (minute, story)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pair (
    day INTEGER, one INTEGER, other INTEGER, readers INTEGER NOT NULL, PRIMARY KEY (day, one, other)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS total (
    story INTEGER PRIMARY KEY, views INTEGER NOT NULL DEFAULT 0, readers INTEGER NOT NULL DEFAULT 0,
    engaged INTEGER NOT NULL DEFAULT 0, shares INTEGER NOT NULL DEFAULT 0, suspect INTEGER NOT NULL DEFAULT 0,
    imported INTEGER NOT NULL DEFAULT 0, changed INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS total_changed ON total (changed);
"""

# A story in one period, and the hosts that sent readers to it in that period.
PERIODS = ("minute", "hour", "day")
SCHEMA_OF_A_PERIOD = """
CREATE TABLE IF NOT EXISTS story_{period} (
    start INTEGER, story INTEGER, section TEXT, suspect INTEGER, views INTEGER NOT NULL, readers INTEGER NOT NULL,
    engaged INTEGER NOT NULL, shares INTEGER NOT NULL, PRIMARY KEY (start, story, section, suspect)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS story_{period}_story ON story_{period} (story, start);
CREATE TABLE IF NOT EXISTS source_{period} (
    start INTEGER, story INTEGER, host TEXT, views INTEGER NOT NULL, PRIMARY KEY (start, story, host)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS source_{period}_story ON source_{period} (story, start);
"""


class Ledger:
    """A connection to the ledger in `folder`, made on first use; readers see whole transactions only."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.database = sqlite3.connect(folder / FILE, isolation_level=None, check_same_thread=False)
        self.database.execute("PRAGMA busy_timeout = 10000")
        self.database.execute("PRAGMA journal_mode = WAL")
        self.database.execute("PRAGMA synchronous = FULL")
        self.database.execute("PRAGMA secure_delete = ON")  # what is erased is overwritten
        self.database.execute("PRAGMA cache_size = -65536")
        self.database.executescript(SCHEMA + "".join(SCHEMA_OF_A_PERIOD.format(period=period) for period in PERIODS))

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Everything inside happens or nothing does."""
        self.database.execute("BEGIN IMMEDIATE")
        try:
            yield self.database
        except BaseException:
            self.database.execute("ROLLBACK")
            raise
        self.database.execute("COMMIT")

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """Everything read inside is of one moment."""
        self.database.execute("BEGIN")
        try:
            yield self.database
        finally:
            self.database.execute("COMMIT")

    def place(self, name: str) -> int:
        """How far some work has come; 0 if it never began."""
        row = self.database.execute("SELECT value FROM place WHERE name = ?", (name,)).fetchone()
        return row[0] if row else 0

    def put_place(self, name: str, value: int) -> None:
        self.database.execute(
            "INSERT INTO place VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", (name, value)
        )

    def close(self) -> None:
        self.database.close()
