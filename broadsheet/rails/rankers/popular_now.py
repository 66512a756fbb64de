"""Popular Now: the stories with the highest expected rate of readers in the next minutes.

A story's rate is estimated from its slowest pulse to its fastest, each estimate being the prior of the next (Gamma and
Poisson: (reads + strength) / (exposure + strength / prior)). A prior is worth a number of reads, not of minutes, so the
ranker knows its traffic: where a quarter of an hour brings a hundred reads it decides alone, where it brings none the
day decides. The exposure of a young story is the time that it has been out, so its first ten minutes are judged as ten
minutes; a story's rate falls with its age. Who stands in the list stays until another is clearly better.
"""

from collections.abc import Sequence
from math import exp, log
from typing import NamedTuple

from broadsheet.rails.features import HALF_LIVES, Ranked, Reason, Row, best_first


class Weights(NamedTuple):
    """What the ranking rests on; the public page about rails prints them."""

    strengths: tuple[float, ...] = (1.25, 0.1, 0.7, 2.7)
    """The prior's worth in reads, from the day's pulse to the quarter hour's."""
    base_minutes: float = 1000.0
    """Exposure added to the slowest estimate: a first read alone makes no story popular."""
    fading: float = 1.4
    fading_hours: float = 26.0
    """Expected rates fall as (age + fading_hours) ** -fading."""
    staying: float = 1.3
    """A story in the standing list is left there while no other is this many times better."""


WEIGHTS = Weights()
_MEAN_LIVES = tuple(minutes / log(2) for minutes in HALF_LIVES)


def expected_rate(row: Row, now: float, weights: Weights = WEIGHTS) -> float:
    """Reads a minute to be expected, up to one factor for all stories."""
    age = max(now - row.published, 0.0) / 60 + 1
    rate = 0.0
    for level, strength in enumerate(weights.strengths, start=1):
        life, reads = _MEAN_LIVES[-level], row.pulse[-level]
        exposure = life * (1 - exp(-age / life))
        rate = (reads + strength) / (exposure + (strength / rate if rate else weights.base_minutes))
    fading: float = (age / 60 + weights.fading_hours) ** -weights.fading
    return rate * fading


def rank(rows: Sequence[Row], now: float, before: Sequence[int] = (), limit: int = 100) -> list[Ranked]:
    """The stories being read, best first. `before` names the stories in the standing list, which are favoured."""
    favoured = frozenset(before)
    ranked = []
    for row in rows:
        if row.published > now or row.pulse[-1] < _NOTHING:
            continue
        score = expected_rate(row, now)
        ranked.append(Ranked(row.story, score * WEIGHTS.staying if row.story in favoured else score, _reason(row)))
    return best_first(ranked, limit)


_NOTHING = 0.05
"""Decayed reads of the day below which a story is not being read at all."""


def _reason(row: Row) -> Reason:
    readers = row.hour // 10 * 10
    return Reason("readers-hour", readers) if readers else Reason("read-now")
