"""Weekly Best: the stories that most people read in the last seven days, and read to the end.

Readers of a day are summed over the days; a story that is younger than the week is judged by what its readers so far
promise, so that Friday's story can be in Saturday's list: most of a story's readers come in its first days.
"""

from collections.abc import Sequence
from math import log
from typing import NamedTuple

from broadsheet.rails.features import DAYS, Ranked, Reason, Row, best_first


class Weights(NamedTuple):
    """What the ranking rests on; the public page about rails prints them."""

    engaged: float = 1.0
    """A read to the end counts this much more than a reader who left."""
    first_day: float = 0.6
    """The share of a week's readers that come within a story's first 24 hours; the rest as a power law."""
    least_hours: float = 6.0
    """Younger stories are judged as if they were this old."""


WEIGHTS = Weights()
_DAY = 86400.0


def rank(rows: Sequence[Row], now: float, before: Sequence[int] = (), limit: int = 100) -> list[Ranked]:  # noqa: ARG001
    """The week's stories, best first."""
    ranked = []
    for row in rows:
        readers = sum(row.days)
        if row.published > now or not readers:
            continue
        score = (readers + WEIGHTS.engaged * row.finished) / share_so_far(now - row.published)
        ranked.append(Ranked(row.story, score, _reason(readers)))
    return best_first(ranked, limit)


def share_so_far(age: float, weights: Weights = WEIGHTS) -> float:
    """The share of its first week's readers that a story of that age (seconds) has had, between 0 and 1."""
    days = max(age / _DAY, weights.least_hours / 24)
    if days >= DAYS:
        return 1.0
    exponent = _exponent(weights.first_day)
    return float((days / DAYS) ** exponent)


def _exponent(first_day: float) -> float:
    """The power that gives `first_day` of a week's readers to its first day."""
    return -log(first_day) / log(DAYS)


def _reason(readers: int) -> Reason:
    rounded = readers // 10 * 10
    return Reason("readers-week", rounded) if rounded else Reason("read-week")
