"""What the readership tallied, kept as pulses: taken in once from the past week, then by what is new."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from broadsheet.rails.features import DAYS, HALF_LIVES, Tally
from broadsheet.rails.pulses import Pulses

MINUTE, HOUR, DAY = 60, 3600, 86400

RECENT = 2 * HOUR
"""How far back minutes are read; what is older is known by the hour."""

FADED = 0.01
"""Decayed reads below which a story's pulse is forgotten."""

_SHOWN_HALF_LIFE = HALF_LIVES[2]


@dataclass(frozen=True, slots=True)
class Figures:
    """One story's part of a Row that readers make."""

    pulse: tuple[float, ...] = (0.0,) * len(HALF_LIVES)
    finished: float = 0.0
    hour: int = 0
    days: tuple[int, ...] = (0,) * DAYS
    seen: float = 0.0
    followed: float = 0.0


NOBODY = Figures()


class Tallied:
    """The figures of every story that somebody reads."""

    def __init__(self) -> None:
        self._reads = Pulses(HALF_LIVES)
        self._finished = Pulses(HALF_LIVES[-1:])
        self._seen = Pulses([_SHOWN_HALF_LIFE])
        self._followed = Pulses([_SHOWN_HALF_LIFE])
        self._minutes: dict[tuple[int, int], tuple[int, int, int, int]] = {}
        self._days: dict[int, tuple[int, ...]] = {}

    def take_past(self, hours: Iterable[Tally], now: float) -> None:
        """Take in the hours of the past week, as far as `take` does not: once, when the clock starts."""
        for tally in hours:
            if tally.start + HOUR <= recent_from(now):
                self._count(tally.story, tally.start + HOUR / 2, _numbers(tally))

    def take_days(self, hours: Iterable[Tally], now: float) -> None:
        """Sum the past week's hours into days. Readers come last to the newest hour, so it is done again and again."""
        days: dict[int, list[int]] = defaultdict(lambda: [0] * DAYS)
        for tally in hours:
            day = int((now - tally.start) // DAY)
            if 0 <= day < DAYS:
                days[tally.story][day] += tally.readers
        self._days = {story: tuple(counts) for story, counts in days.items()}

    def take(self, minutes: Iterable[Tally], now: float) -> None:
        """Take in the minutes since `recent_from(now)`; only what is new in them counts, however often they come."""
        kept = {}
        for tally in minutes:
            key, numbers = (tally.story, tally.start), _numbers(tally)
            before = self._minutes.get(key, (0, 0, 0, 0))
            if numbers != before:
                when = min(tally.start + MINUTE / 2, now)
                self._count(tally.story, when, tuple(n - b for n, b in zip(numbers, before, strict=True)))
            kept[key] = numbers
        self._minutes = kept
        for pulses in (self._reads, self._finished, self._seen, self._followed):
            pulses.forget(now, FADED)

    def figures(self, now: float) -> dict[int, Figures]:
        """Every story that has any, at that moment."""
        hour: dict[int, int] = defaultdict(int)
        for (story, start), numbers in self._minutes.items():
            if start > now - HOUR - MINUTE:
                hour[story] += numbers[0]
        pulses, finished = self._reads.at(now), self._finished.at(now)
        seen, followed = self._seen.at(now), self._followed.at(now)
        return {
            story: Figures(
                pulse=pulses.get(story, NOBODY.pulse),
                finished=max(finished.get(story, (0.0,))[0], 0.0),
                hour=hour.get(story, 0),
                days=self._days.get(story, NOBODY.days),
                seen=seen.get(story, (0.0,))[0],
                followed=followed.get(story, (0.0,))[0],
            )
            for story in {*pulses, *self._days}
        }

    def _count(self, story: int, when: float, numbers: tuple[int, ...]) -> None:
        for pulses, number in zip((self._reads, self._finished, self._seen, self._followed), numbers, strict=True):
            if number:
                pulses.add(story, when, number)


def recent_from(now: float) -> float:
    """Where the minutes begin and the hours end, on a full hour."""
    return (now - RECENT) // HOUR * HOUR


def _numbers(tally: Tally) -> tuple[int, int, int, int]:
    return tally.readers, tally.engaged, tally.seen, tally.followed
