"""Rising: stories read more at this moment than their own last hours let expect. For editors, in the desk."""

from collections.abc import Sequence
from math import log, sqrt

from broadsheet.rails.features import HALF_LIVES, Ranked, Reason, Row, best_first

_FAST, _SLOW = 0, 2
_FAST_MINUTES, _SLOW_MINUTES = HALF_LIVES[_FAST] / log(2), HALF_LIVES[_SLOW] / log(2)
LEAST_SURPRISE = 2.0
"""Standard deviations above the expected number of reads from which a story is called rising."""


def rank(rows: Sequence[Row], now: float, before: Sequence[int] = (), limit: int = 20) -> list[Ranked]:  # noqa: ARG001
    """Stories by how surprising their last quarter of an hour is after their last four hours."""
    ranked = []
    for row in rows:
        if row.published > now:
            continue
        surprise = surprise_of(row)
        if surprise >= LEAST_SURPRISE:
            ranked.append(Ranked(row.story, surprise, Reason("rising", times_of(row))))
    return best_first(ranked, limit)


def surprise_of(row: Row) -> float:
    """How many standard deviations of a Poisson count the fast pulse stands above what the slow one lets expect."""
    expected = row.pulse[_SLOW] * _FAST_MINUTES / _SLOW_MINUTES
    return (row.pulse[_FAST] - expected) / sqrt(expected + 1.0)


def times_of(row: Row) -> int:
    """How many times its usual readers the story has now, at least 1."""
    expected = row.pulse[_SLOW] * _FAST_MINUTES / _SLOW_MINUTES
    return max(1, round(row.pulse[_FAST] / expected)) if expected else 1
