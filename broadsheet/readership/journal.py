"""A front's own journal: signals written in groups and acknowledged once the disk has them.

A commit starts as soon as the last one ends; there is no timer. The event loop only gathers; a thread of its own
writes and waits for the disk, so that a slow disk holds up nobody's page.
"""

import asyncio
import os
import secrets
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from broadsheet.readership.segments import SUFFIX, Row, Segment, encode_line

SEGMENT = 8 * 1024 * 1024  # bytes: some 60,000 signals
MOST_WAITING = 8_192  # signals on their way to the disk; more are turned away
REFUSALS_EVERY = 1.0  # seconds after which refusals are written down although no signal came
REST_EVERY = 60.0  # seconds between looks at whether an idle journal should hand its segment over


class Journal:
    """Writes one process's signals and refusals to segments in `folder`. Every method belongs to the event loop."""

    def __init__(
        self,
        folder: Path,
        *,
        segment: int = SEGMENT,
        most_waiting: int = MOST_WAITING,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._now = now
        self._writer = _Writer(folder, segment)
        self._most_waiting = most_waiting
        self._loop: asyncio.AbstractEventLoop | None = None
        self._rows: list[Row] = []
        self._refused: Counter[str] = Counter()
        self._group: asyncio.Future[None] | None = None  # resolves once the rows that are gathering now are on disk
        self._writing: asyncio.Future[None] | None = None
        self._being_written = 0

    def add(self, row: Row) -> asyncio.Future[None] | None:
        """A future, shared by the group, that resolves once the row is on disk; None when the disk cannot keep up.

        The future raises OSError if the disk refuses.
        """
        if len(self._rows) + self._being_written >= self._most_waiting:
            return None
        if self._group is None:
            self._group = self._start().create_future()
        if not self._rows and self._writing is None:
            # The loop first takes in what has already arrived: the group is larger and nobody waits longer.
            self._start().call_soon(self._commit)
        self._rows.append(row)
        return self._group

    def refuse(self, reason: str) -> None:
        """Count a refusal; it is written with the next signals, or after a second."""
        if not self._refused:
            self._start().call_later(REFUSALS_EVERY, self._commit)
        self._refused[reason] += 1

    async def close(self) -> None:
        """Write what is waiting and hand the segment over to the clock."""
        while self._rows or self._refused or self._writing is not None:
            self._commit()
            if self._writing is not None:
                await asyncio.wait([self._writing])
        self._writer.stop()

    def _start(self) -> asyncio.AbstractEventLoop:
        if self._loop is None:
            self._loop = asyncio.get_running_loop()
            self._writer.start(self._loop, self._written)
            self._loop.call_later(REST_EVERY, self._rest)
        return self._loop

    def _commit(self) -> None:
        if self._writing is not None or not (self._rows or self._refused):
            return
        self._writing = self._group or self._start().create_future()
        self._writing.add_done_callback(_look_at_error)
        self._group = None
        self._being_written = len(self._rows)
        self._writer.lines.put(encode_line(int(self._now() * 1000), self._rows, self._refused))
        self._rows = []
        self._refused = Counter()

    def _written(self, error: OSError | None) -> None:
        done, self._writing = self._writing, None
        self._being_written = 0
        if done is not None:
            if error is None:
                done.set_result(None)
            else:
                done.set_exception(error)
        self._commit()

    def _rest(self) -> None:
        self._writer.lines.put(b"")
        self._start().call_later(REST_EVERY, self._rest)


class _Writer:
    """The thread that owns the segments: takes a line, writes it, waits for the disk, tells the loop."""

    def __init__(self, folder: Path, size: int) -> None:
        self.lines: SimpleQueue[bytes | None] = SimpleQueue()
        self._folder = folder
        self._size = size
        self._prefix = f"{time.time_ns():020d}-{os.getpid()}-{secrets.token_hex(2)}"
        self._made = 0
        self._segment: Segment | None = None
        self._prepared: Segment | None = None
        self._preparing: Thread | None = None

    def start(self, loop: asyncio.AbstractEventLoop, written: Callable[[OSError | None], None]) -> None:
        Thread(target=self._run, args=(loop, written), name="journal", daemon=True).start()

    def stop(self) -> None:
        self.lines.put(None)

    def _run(self, loop: asyncio.AbstractEventLoop, written: Callable[[OSError | None], None]) -> None:
        while (line := self.lines.get()) is not None:
            if not line:
                self._rest()
                continue
            error = None
            try:
                self._segment_for(line).write(line)
            except OSError as failure:
                error = failure
                self._hand_over()  # what stands at its end is not certain; the clock keeps the lines that are whole
            loop.call_soon_threadsafe(written, error)
        self._hand_over()

    def _segment_for(self, line: bytes) -> Segment:
        if self._segment is None or not self._segment.has_room(len(line)):
            self._hand_over()
            self._segment = self._take_prepared(len(line)) or self._make(max(self._size, len(line)))
        elif self._segment.is_half_full and self._preparing is None:
            self._preparing = Thread(target=self._prepare, name="next segment", daemon=True)
            self._preparing.start()
        return self._segment

    def _take_prepared(self, wanted: int) -> Segment | None:
        if self._preparing is None:
            return None
        self._preparing.join()
        prepared, self._prepared, self._preparing = self._prepared, None, None
        if prepared is not None and not prepared.has_room(wanted):
            prepared.release()
            return None
        return prepared

    def _prepare(self) -> None:
        try:
            self._prepared = self._make(self._size)
        except OSError:
            self._prepared = None  # the disk may have room again by the time that it is needed

    def _make(self, size: int) -> Segment:
        self._made += 1
        return Segment(self._folder / f"{self._prefix}-{self._made:06d}{SUFFIX}", size)

    def _rest(self) -> None:
        if self._segment is not None and self._segment.is_old:
            self._hand_over()

    def _hand_over(self) -> None:
        if self._segment is not None:
            self._segment.release()
            self._segment = None


def _look_at_error(done: asyncio.Future[None]) -> None:
    """A group whose members have all gone away must not be reported as an error that nobody looked at."""
    if not done.cancelled():
        done.exception()
