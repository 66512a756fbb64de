"""Logs: a newspaper's reads as replay takes them, from its own history or from outside, in one shape.

A log is a CSV file with the columns `time` (seconds since the epoch, or ISO 8601), `reader` (anything that tells
readers apart), `story` (a number) and, if known, `finished` (1 for a read to the end) and `published`; or a folder with
`history.parquet` and `behaviors.parquet` in the shape of the EB-NeRD news data set, for which pyarrow is needed.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

ONCE = 1800
"""A reader's reads of one story this close together (seconds, the window slides) are one."""

FINISHED_SECONDS, FINISHED_PERCENT = 10.0, 75.0
"""An engaged read: ten seconds, or three quarters scrolled."""


class LogError(ValueError):
    """A log that cannot be read; the message says where and what is wanted."""


class Read(NamedTuple):
    """One read. Readers are numbers from nought, in order of appearance."""

    when: int
    reader: int
    story: int
    finished: bool = False


class Impression(NamedTuple):
    """Cards that came into a reader's view, and which of them were followed. `story` is the page's own, or 0."""

    when: int
    reader: int
    story: int
    seen: tuple[int, ...]
    followed: tuple[int, ...]


@dataclass(slots=True)
class Log:
    """Reads and impressions in order of time. `published` says when a story came out, for those of which it is known;
    the others are taken to be out from their first read on."""

    reads: list[Read]
    impressions: list[Impression] = field(default_factory=list)
    published: dict[int, float] = field(default_factory=dict)

    def first_seen(self) -> dict[int, float]:
        """When each story came out, as far as the log can tell."""
        known = dict(self.published)
        for read in self.reads:
            known.setdefault(read.story, read.when)
        return known


def read_log(path: Path) -> Log:
    """Raises LogError for what is neither kind of log."""
    if path.is_dir():
        return _read_parquet(path)
    if path.suffix == ".csv":
        return _read_csv(path)
    raise LogError(f"{path} is no log: give a .csv file, or a folder with history.parquet and behaviors.parquet")


def merge_repeats(reads: Iterable[Read]) -> list[Read]:
    """The reads in order of time, each reader's repeats of a story within ONCE left out."""
    last: dict[tuple[int, int], int] = {}
    kept = []
    for read in sorted(reads):
        key = (read.reader, read.story)
        if read.when - last.get(key, -ONCE) >= ONCE:
            kept.append(read)
        last[key] = read.when
    return kept


class _Readers(dict[Any, int]):
    """Numbers for whatever names readers in a log."""

    def __missing__(self, name: Any) -> int:
        self[name] = len(self)
        return self[name]


def _read_csv(path: Path) -> Log:
    readers, reads, published = _Readers(), [], {}
    with path.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file)
        if missing := {"time", "reader", "story"} - set(table.fieldnames or ()):
            raise LogError(f"{path} has no column {', '.join(sorted(missing))}")
        for line, row in enumerate(table, start=2):
            try:
                story = int(row["story"])
                reads.append(Read(_seconds(row["time"]), readers[row["reader"]], story, row.get("finished") == "1"))
                if row.get("published"):
                    published[story] = float(_seconds(row["published"]))
            except ValueError as error:
                raise LogError(f"{path}, line {line}: {error}") from error
    return Log(merge_repeats(reads), published=published)


def _seconds(text: str) -> int:
    try:
        return int(float(text))
    except ValueError:
        moment = datetime.fromisoformat(text)
        return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())


def _read_parquet(folder: Path) -> Log:
    try:
        from pyarrow import parquet  # noqa: PLC0415 (only this kind of log needs it)
    except ImportError as error:
        raise LogError("install pyarrow to replay a log of parquet files: pip install pyarrow") from error
    for name in ("history.parquet", "behaviors.parquet"):
        if not (folder / name).exists():
            raise LogError(f"{folder} has no {name}")
    readers = _Readers()
    history = parquet.read_table(folder / "history.parquet")
    behaviors = parquet.read_table(folder / "behaviors.parquet").to_pylist()
    reads = [*_history_reads(history.to_pylist(), readers), *_clicked_reads(behaviors, readers)]
    impressions = sorted(_impressions(behaviors, readers))
    return Log(merge_repeats(reads), impressions)


def _history_reads(rows: Iterable[dict[str, Any]], readers: _Readers) -> Iterator[Read]:
    for row in rows:
        columns = ("impression_time_fixed", "article_id_fixed", "read_time_fixed", "scroll_percentage_fixed")
        for when, story, seconds, percent in zip(*(row[column] for column in columns), strict=True):
            yield Read(_epoch(when), readers[row["user_id"]], story, _finished(seconds, percent))


def _clicked_reads(rows: Iterable[dict[str, Any]], readers: _Readers) -> Iterator[Read]:
    for row in rows:
        finished = _finished(row["next_read_time"], row["next_scroll_percentage"])
        for story in row["article_ids_clicked"]:
            yield Read(_epoch(row["impression_time"]), readers[row["user_id"]], story, finished)


def _impressions(rows: Iterable[dict[str, Any]], readers: _Readers) -> Iterator[Impression]:
    for row in rows:
        seen, followed = tuple(row["article_ids_inview"]), tuple(row["article_ids_clicked"])
        yield Impression(
            _epoch(row["impression_time"]), readers[row["user_id"]], row["article_id"] or 0, seen, followed
        )


def _finished(seconds: float | None, percent: float | None) -> bool:
    return (seconds or 0.0) >= FINISHED_SECONDS or (percent or 0.0) >= FINISHED_PERCENT


def _epoch(moment: datetime) -> int:
    return int(moment.replace(tzinfo=UTC).timestamp())
