"""Contenders: what can be replayed on a log, the newspaper's own ranker and the named baselines beside it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import nlargest
from math import sqrt
from typing import Protocol

from broadsheet.rails.catalogue import Ranker
from broadsheet.rails.features import HALF_LIVES, Row
from broadsheet.rails.pulses import Pulses
from broadsheet.rails.rankers import popular_now

DEPTH = 10


class Contender(Protocol):
    """Takes in reads as they come and names its best stories at any moment.

    Where it is not known when a story came out, its first read is taken for it."""

    def observe(self, story: int, when: float) -> None: ...

    def best(self, now: float, limit: int = DEPTH) -> Sequence[int]: ...


class Ranking:
    """One of the newspaper's own rankers, fed as the clock feeds it."""

    def __init__(self, published: Mapping[int, float], ranker: Ranker = popular_now.rank) -> None:
        self._published = published
        self._ranker = ranker
        self._pulses = Pulses(HALF_LIVES)
        self._before: Sequence[int] = ()

        self._seen: dict[int, float] = {}

    def observe(self, story: int, when: float) -> None:
        self._seen.setdefault(story, when)
        self._pulses.add(story, when)

    def best(self, now: float, limit: int = DEPTH) -> Sequence[int]:
        published = self._published
        self._pulses.forget(now, below=popular_now.NOTHING)
        rows = [
            Row(story, published.get(story) or self._seen[story], pulse=pulse)
            for story, pulse in self._pulses.at(now).items()
        ]
        self._before = [entry.story for entry in self._ranker(rows, now, self._before, limit)]
        return self._before


class Decayed:
    """Reads that count half after `half_life` minutes; `weigh` makes a score of the count and the age in hours."""

    def __init__(
        self,
        published: Mapping[int, float],
        half_life: float,
        weigh: Callable[[float, float], float] = lambda count, age: count,  # noqa: ARG005
    ) -> None:
        self._published = published
        self._seen: dict[int, float] = {}
        self._pulses = Pulses([half_life])
        self._weigh = weigh

    def observe(self, story: int, when: float) -> None:
        self._seen.setdefault(story, when)
        self._pulses.add(story, when)

    def best(self, now: float, limit: int = DEPTH) -> Sequence[int]:
        weigh, published, seen = self._weigh, self._published, self._seen
        return _best(
            (
                (weigh(count, (now - (published.get(story) or seen[story])) / 3600), story)
                for story, (count,) in self._pulses.at(now).items()
            ),
            limit,
        )


class Windowed:
    """Reads within plain windows, so many minutes long; `weigh` makes a score of the counts and the age in hours."""

    def __init__(
        self,
        published: Mapping[int, float],
        windows: Sequence[float],
        weigh: Callable[[Sequence[int], float], float] = lambda counts, age: counts[0],  # noqa: ARG005
    ) -> None:
        self._published = published
        self._windows = [60 * window for window in windows]
        self._weigh = weigh
        self._reads: list[tuple[float, int]] = []
        self._heads = [0] * len(windows)
        self._counts: dict[int, list[int]] = {}
        self._seen: dict[int, float] = {}

    def observe(self, story: int, when: float) -> None:
        self._seen.setdefault(story, when)
        self._reads.append((when, story))
        counts = self._counts.setdefault(story, [0] * len(self._windows))
        for index in range(len(counts)):
            counts[index] += 1

    def best(self, now: float, limit: int = DEPTH) -> Sequence[int]:
        for index, window in enumerate(self._windows):
            head = self._heads[index]
            while head < len(self._reads) and self._reads[head][0] < now - window:
                self._counts[self._reads[head][1]][index] -= 1
                head += 1
            self._heads[index] = head
        weigh, published, seen = self._weigh, self._published, self._seen
        scored = (
            (weigh(c, (now - (published.get(s) or seen[s])) / 3600), s) for s, c in self._counts.items() if any(c)
        )
        return _best(scored, limit)


def _best(scored: Iterable[tuple[float, int]], limit: int) -> list[int]:
    return [story for _score, story in nlargest(limit, scored)]


def _surprise(counts: Sequence[int], age: float) -> float:  # noqa: ARG001
    """The last half hour against the six hours before it, in standard deviations of a Poisson count."""
    expected = counts[1] / 12
    return (counts[0] - expected) / sqrt(expected + 1)


OWN = "popular-now"

CONTENDERS: dict[str, Callable[[Mapping[int, float]], Contender]] = {
    OWN: Ranking,
    "most read 24 h": lambda published: Windowed(published, [1440]),
    "most read 1 h": lambda published: Windowed(published, [60]),
    "half-life 15 min": lambda published: Decayed(published, 15),
    "half-life 15 min, by age": lambda published: Decayed(published, 15, lambda count, age: count / (age + 2)),
    "half-life 10 min, by age": lambda published: Decayed(published, 10, lambda count, age: count / (age + 2)),
    "Hacker News": lambda published: Windowed(published, [1e9], lambda counts, age: counts[0] / (age + 2) ** 1.8),
    "half an hour against six": lambda published: Windowed(published, [30, 360], _surprise),
}
"""What each is compared with: the production ranker first, then the simplest things that could have been built."""
