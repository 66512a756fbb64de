"""The files of a journal: segments filled with zeros beforehand, written by one process, read by the clock.

A line is a checksum (CRC-32, 8 hexadecimal digits), a blank, a JSON object and a line feed; a zero ends what is
written. A line that is torn was never acknowledged. Overwriting zeros costs the disk half of what growing a file does,
and a tenth while the disk is busy (docs/decisions/0065).
"""

import fcntl
import json
import os
import time
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LONGEST_OPEN = 600.0  # seconds after which a segment is handed over although it is not full
SUFFIX = ".journal"
DRAFT = ".draft"

Row = Sequence[object]


@dataclass(frozen=True, slots=True)
class Line:
    """What one commit wrote: its signals, its refusals by reason, and where the next line begins."""

    at: int  # milliseconds since 1970
    rows: list[list[Any]]
    refused: dict[str, int]
    begins: int  # bytes from the segment's start
    ends: int


class Segment:
    """One file, filled with zeros, locked for as long as this process may write to it."""

    def __init__(self, path: Path, size: int) -> None:
        """Makes the file; raises OSError when the disk is full."""
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(DRAFT)
        self._descriptor = os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        fcntl.flock(self._descriptor, fcntl.LOCK_EX)
        os.write(self._descriptor, bytes(size))
        os.fsync(self._descriptor)
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        draft.rename(path)
        _sync_folder(path.parent)
        self._size = size
        self._since = time.monotonic()
        self.used = 0

    @property
    def is_old(self) -> bool:
        return time.monotonic() - self._since > LONGEST_OPEN

    @property
    def is_half_full(self) -> bool:
        return self.used * 2 > self._size

    def has_room(self, wanted: int) -> bool:
        return self.used + wanted <= self._size and not self.is_old

    def write(self, line: bytes) -> None:
        """Put a line at the end and wait for the disk."""
        rest = memoryview(line)
        while rest:
            rest = rest[os.write(self._descriptor, rest) :]
        os.fdatasync(self._descriptor)
        self.used += len(line)

    def release(self) -> None:
        os.close(self._descriptor)  # and with it the lock


def encode_line(at: int, rows: Sequence[Row], refused: Mapping[str, int]) -> bytes:
    """One commit, made at `at` milliseconds since 1970, as it stands in a segment."""
    content = json.dumps({"at": at, "refused": refused, "rows": rows}, separators=(",", ":")).encode()
    return b"%08x %b\n" % (zlib.crc32(content), content)


def read_lines(path: Path, start: int) -> Iterator[Line]:
    """The whole lines of a segment from byte `start` on; stops at what is torn or not yet written."""
    with path.open("rb") as file:
        file.seek(start)
        for line in file:
            if not _is_whole(line):
                return
            fields = json.loads(line[9:])
            yield Line(fields["at"], fields["rows"], fields["refused"], start, start + len(line))
            start += len(line)


def _is_whole(line: bytes) -> bool:
    try:
        return line.endswith(b"\n") and int(line[:8], 16) == zlib.crc32(line[9:-1])
    except ValueError:
        return False


def list_segments(folder: Path) -> list[Path]:
    """Every segment, oldest first."""
    return sorted(folder.glob(f"*{SUFFIX}"))


def remove_if_abandoned(path: Path) -> bool:
    """Remove a segment that nobody writes to any more; False while its process lives."""
    with path.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        path.unlink()
    return True


def is_abandoned(path: Path) -> bool:
    """Whether nobody writes to a segment any more, so that what it holds now is all it will ever hold."""
    with path.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def remove_drafts(folder: Path) -> None:
    """Remove segments that a process died over before it wrote to them."""
    for draft in folder.glob(f"*{DRAFT}"):
        if is_abandoned(draft):
            draft.unlink()


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
