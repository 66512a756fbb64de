"""Decides once and for all whether a signal counts, from every front's signals in order of time. Arithmetic only."""

from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field

from broadsheet.readership.signals import Kind

WINDOW = 30_000  # milliseconds within which the same visitor on the same story is one view (COUNTER R5.1, 7.2)
FASTEST = 20  # signals of one visitor in one second
MOST_STORIES = 60  # stories of one visitor in one minute; beyond them, the class is suspect

COUNTED = "counted"
REPEATED = "repeated"
TOO_FAST = "too fast"

Key = tuple[int, int, int]  # visitor, story, kind


@dataclass
class Judgement:
    """What must be remembered from one signal to the next. Signals must come in order of time, in milliseconds."""

    recent: MutableMapping[Key, int] = field(default_factory=dict)
    stories: MutableMapping[int, set[int]] = field(default_factory=dict)  # of each visitor, in this minute
    changed: set[Key] = field(default_factory=set)
    _minute: int = 0
    _second: int = 0
    _heard: dict[int, int] = field(default_factory=dict)

    def resume(self, minute: int, recent: Mapping[Key, int], stories: Iterable[tuple[int, int]]) -> None:
        """Go on where an earlier run stopped: the windows, and the (visitor, story) counted in `minute`."""
        self.recent = dict(recent)
        self._minute = minute
        for visitor, story in stories:
            self.stories.setdefault(visitor, set()).add(story)

    def is_too_fast(self, at: int, visitor: int) -> bool:
        """Whether this is more than the twentieth signal of a visitor within one second of the clock."""
        second = at // 1000
        if second != self._second:
            self._second = second
            self._heard.clear()
        heard = self._heard.get(visitor, 0)
        if heard >= FASTEST:
            return True
        self._heard[visitor] = heard + 1
        return False

    def is_repeated(self, at: int, visitor: int, story: int, kind: int) -> bool:
        """Whether the last such signal came within thirty seconds; the window slides."""
        if kind in (Kind.SEEN, Kind.FOLLOWED):
            return False
        key = (visitor, story, kind)
        last = self.recent.get(key)
        self.recent[key] = at
        self.changed.add(key)
        return last is not None and at - last <= WINDOW

    def is_suspect(self, at: int, visitor: int, story: int, kind: int) -> bool:
        """Whether the visitor has already opened sixty other stories in this minute of the clock."""
        minute = at // 60_000
        if minute != self._minute:
            self._minute = minute
            self.stories.clear()
        stories = self.stories.setdefault(visitor, set())
        if story in stories:
            return False
        if len(stories) >= MOST_STORIES:
            return True
        if kind == Kind.VIEW:
            stories.add(story)
        return False

    def forget(self, now: int) -> None:
        """Drop the windows that have closed before `now`."""
        self.recent = {key: at for key, at in self.recent.items() if now - at <= WINDOW}
