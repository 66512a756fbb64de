"""Replay: how good a ranker would have been, minute by minute, on a log of real reads.

Prequential: at the beginning of each minute every contender makes its list from the reads before it, and every read of
that minute is a test of the list. Nothing is learnt from a read before it has been a test.
"""

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log2

from broadsheet.rails.contenders import DEPTH, Contender
from broadsheet.rails.logs import Read

_DISCOUNTS = [1 / log2(rank + 2) for rank in range(DEPTH)]


@dataclass(slots=True)
class Score:
    """What a contender reached. `curve` is nDCG@10 of each hour, for the chart; ages are hours, of the first five."""

    tests: int = 0
    gain: float = 0.0
    hits: int = 0
    reciprocal: float = 0.0
    changes: int = 0
    minutes: int = 0
    ages: list[float] = field(default_factory=list)
    listed: set[int] = field(default_factory=set)
    read: set[int] = field(default_factory=set)
    curve: dict[int, tuple[float, int]] = field(default_factory=dict)

    @property
    def ndcg(self) -> float:
        """Normalised discounted cumulative gain at ten; one read is one test, so the ideal is 1."""
        return self.gain / self.tests if self.tests else 0.0

    @property
    def hit_rate(self) -> float:
        """The share of reads that were of one of the first five."""
        return self.hits / self.tests if self.tests else 0.0

    @property
    def mean_reciprocal_rank(self) -> float:
        return self.reciprocal / self.tests if self.tests else 0.0

    @property
    def changes_an_hour(self) -> float:
        """How many stories enter the ten in an hour."""
        return 60 * self.changes / self.minutes if self.minutes else 0.0

    @property
    def coverage(self) -> float:
        """The share of the stories read that stood in the ten at some time."""
        return len(self.listed & self.read) / len(self.read) if self.read else 0.0

    @property
    def median_age(self) -> float:
        return sorted(self.ages)[len(self.ages) // 2] if self.ages else 0.0


def feeds(reader: int, share: float, seed: int = 0) -> bool:
    """Whether a reader is among the share whose reads feed the rankers; the same ones each time."""
    return share >= 1 or zlib.crc32(f"{seed}/{reader}".encode()) < share * 2**32


def replay(  # noqa: PLR0913
    reads: Sequence[Read],
    contender: Contender,
    published: Mapping[int, float],
    *,
    start: int,
    end: int,
    share: float = 1.0,
    seed: int = 0,
    progress: Callable[[int, int], None] = lambda done, total: None,  # noqa: ARG005
) -> Score:
    """Score a contender between two times (seconds, whole minutes), having shown it the reads before `start`."""
    score, before, position = Score(), frozenset[int](), 0
    while position < len(reads) and reads[position].when < start:
        _feed(contender, reads[position], share, seed)
        position += 1
    for minute in range(start, end, 60):
        best = contender.best(minute)
        _count_list(score, best, before, minute, published)
        before = frozenset(best)
        begin = position
        while position < len(reads) and reads[position].when < minute + 60:
            position += 1
        for read in reads[begin:position]:
            _count_read(score, read, best)
            _feed(contender, read, share, seed)
        progress((minute - start) // 60 + 1, (end - start) // 60)
    return score


def _feed(contender: Contender, read: Read, share: float, seed: int) -> None:
    if feeds(read.reader, share, seed):
        contender.observe(read.story, read.when)


def _count_list(
    score: Score, best: Sequence[int], before: frozenset[int], minute: int, published: Mapping[int, float]
) -> None:
    if score.minutes:
        score.changes += len(frozenset(best) - before)
    score.minutes += 1
    score.listed.update(best)
    if minute % 3600 == 0:
        score.ages += [(minute - published[story]) / 3600 for story in best[:5] if story in published]


def _count_read(score: Score, read: Read, best: Sequence[int]) -> None:
    rank = best.index(read.story) if read.story in best else None
    gain = 0.0 if rank is None else _DISCOUNTS[rank]
    score.tests += 1
    score.gain += gain
    score.hits += rank is not None and rank < 5
    score.reciprocal += 0.0 if rank is None else 1 / (rank + 1)
    score.read.add(read.story)
    hour = read.when // 3600 * 3600
    gained, tests = score.curve.get(hour, (0.0, 0))
    score.curve[hour] = (gained + gain, tests + 1)
