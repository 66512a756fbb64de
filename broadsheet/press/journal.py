"""The journal: every answer written to the log and counted, in batches, off the path of the answers themselves."""

import json
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, TextIO

FLUSH_SECONDS = 0.5

type Style = Literal["human", "json"]


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One answer. `path` has no query, so that nobody's search is written down; no address of a reader ever is.

    `seconds` is how long the answer took, None where it lay ready. `outcome` is hit, stale, miss, passed, file,
    received or refused.
    """

    method: str
    path: str
    status: int
    length: int
    outcome: str
    seconds: float | None = None

    def write(self, style: Style) -> str:
        """The line without its time."""
        took = None if self.seconds is None else round(self.seconds * 1000, 1)
        if style == "json":
            said = {"method": self.method, "path": self.path, "status": self.status, "bytes": self.length}
            return json.dumps({**said, "outcome": self.outcome, "ms": took})[1:]
        ending = "" if took is None else f" {took}ms"
        path = self.path.encode("unicode_escape").decode("ascii").replace(" ", "%20")
        return f" {self.method} {path} {self.status} {self.length} {self.outcome}{ending}"


def write_time(style: Style, when: float) -> str:
    """The beginning of a line."""
    moment = datetime.fromtimestamp(when, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return f'{{"time": "{moment}", ' if style == "json" else moment


class Journal:
    """Collects entries from the event loop and writes them out from a thread of its own, which then calls `also`.

    `append` is the whole cost of an answer: a list's own. A float between entries says what time it became.
    """

    def __init__(self, style: Style = "human", out: TextIO | None = None, also: Callable[[], None] = lambda: None):
        self.style = style
        self._also = also
        self.answers: Counter[tuple[int, str]] = Counter()
        self.events: Counter[tuple[str, str]] = Counter()
        self.sent_bytes = 0
        self.unwritten = 0
        self._out = out or sys.stdout
        self._lines: list[Entry | float] = []
        self._moment = write_time(style, time.time())
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self.append = self._lines.append

    def count(self, what: str, which: str = "") -> None:
        """Count an event that is no answer: a print, a refusal, a purge."""
        self.events[what, which] += 1

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Write what is left and end the thread."""
        self._over.set()
        self._thread.join()
        self.flush()

    def flush(self) -> None:
        length = len(self._lines)
        batch = self._lines[:length]
        del self._lines[:length]
        tails = {item: item.write(self.style) for item in set(batch) if isinstance(item, Entry)}
        written = []
        for item in batch:
            if isinstance(item, float):
                self._moment = write_time(self.style, item)
            else:
                written.append(self._moment + tails[item])
        for item, count in Counter(batch).items():
            if isinstance(item, Entry):
                self.answers[item.status, item.outcome] += count
                self.sent_bytes += item.length * count
        if not written:
            return
        try:
            self._out.write("\n".join(written) + "\n")
            self._out.flush()
        except (OSError, ValueError):
            self.unwritten += len(written)  # a full disk or a closed pipe must not stop the presses

    def _run(self) -> None:
        while not self._over.wait(FLUSH_SECONDS):
            self.flush()
            self._also()
