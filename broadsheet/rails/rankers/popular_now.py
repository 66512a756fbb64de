"""Popular Now: the stories with the highest expected rate of readers in the next minutes.

A story's rate is estimated from its slowest pulse to its fastest, each estimate being the prior of the next (Gamma and
Poisson: (reads + strength) / (exposure + strength / prior)). A prior is worth a number of reads, not of minutes, so the
ranker knows its traffic: where a quarter of an hour brings a hundred reads it decides alone, where it brings none the
day decides. The exposure of a young story is the time that it has been out, so its first ten minutes are judged as ten
minutes, with a head start that is the longer, the thinner the newspaper's traffic is. Rates fall with a story's age.
Who stands in the list stays until another is clearly better.
"""

from collections.abc import Sequence
from math import expm1, log
from typing import NamedTuple

from broadsheet.rails.features import HALF_LIVES, Ranked, Reason, Row, best_first


class Weights(NamedTuple):
    """What the ranking rests on; the public page about rails prints them."""

    strengths: tuple[float, ...] = (0.3, 0.02, 0.08, 2.75)
    """The prior's worth in reads, from the day's pulse to the quarter hour's."""
    base_minutes: float = 1500.0
    """Exposure added to the slowest estimate: a first read alone makes no story popular."""
    head_start: float = 4.0
    """Every story is taken to be older than it is by the time in which the newspaper has this many reads."""
    fading_hours: float = 8.0
    """Expected rates halve in this time of age."""
    staying: float = 1.3
    """A story in the standing list is left there while no other is this many times better."""


WEIGHTS = Weights()
NOTHING = 0.05
"""Decayed reads of the day below which a story is not being read at all."""

_MEAN_LIVES = tuple(minutes / log(2) for minutes in HALF_LIVES)
_HOUR = 1


def reads_a_minute(rows: Sequence[Row]) -> float:
    """The newspaper's traffic, from the pulses of the hour."""
    return sum(row.pulse[_HOUR] for row in rows) / _MEAN_LIVES[_HOUR]


def expected_rate(row: Row, now: float, traffic: float, weights: Weights = WEIGHTS) -> float:
    """Reads a minute to be expected of a story in a newspaper with that traffic (reads a minute)."""
    hours = max(now - row.published, 0.0) / 3600
    age = 60 * hours + weights.head_start / max(traffic, _LEAST_TRAFFIC)
    rate = 0.0
    for level, strength in enumerate(weights.strengths, start=1):
        life = _MEAN_LIVES[-level]
        exposure = life * -expm1(-age / life) if age < 20 * life else life
        rate = (row.pulse[-level] + strength) / (exposure + (strength / rate if rate else weights.base_minutes))
    fading: float = 2.0 ** (-hours / weights.fading_hours)
    return rate * fading


def rank(rows: Sequence[Row], now: float, before: Sequence[int] = (), limit: int = 100) -> list[Ranked]:
    """The stories being read, best first. `before` names the stories in the standing list, which are favoured."""
    favoured = frozenset(before)
    traffic = reads_a_minute(rows)
    ranked = []
    for row in rows:
        if row.published > now or row.pulse[-1] < NOTHING:
            continue
        score = expected_rate(row, now, traffic)
        ranked.append(Ranked(row.story, score * WEIGHTS.staying if row.story in favoured else score, _reason(row)))
    return best_first(ranked, limit)


_LEAST_TRAFFIC = 0.001
"""Reads a minute that even a newspaper without readers is taken to have."""


def _reason(row: Row) -> Reason:
    readers = row.hour // 10 * 10
    return Reason("readers-hour", readers) if readers else Reason("read-now")
