"""Likely Click: which of the stories in view is followed, without anything about the person.

What counts: how often the story was followed when it was in view, how much it is read, and how its places changed: a
story that has come into view more in the last half day than in the last two days is new to most; one that was in view
all the last hour has been seen and passed over.
"""

from collections.abc import Sequence
from math import log
from typing import NamedTuple

from broadsheet.rails.features import Ranked, Reason, best_first

HALF_LIVES = (60.0, 240.0, 720.0, 2880.0)
"""Minutes, of the counts of times in view and times followed."""

READS_HALF_LIFE = 360.0


class Weights(NamedTuple):
    """Fitted on the first two days of a log's impressions, judged on the five days after: see docs/rails.md."""

    followed: float = 0.60
    reads: float = 0.26
    seen_last_hour: float = -0.73
    seen_half_day: float = 4.28
    seen_two_days: float = -3.43


WEIGHTS = Weights()


class View(NamedTuple):
    """A story that may come into view: times seen and followed, one count a half-life of HALF_LIVES, and its reads."""

    story: int
    seen: tuple[float, ...] = (0.0,) * len(HALF_LIVES)
    followed: tuple[float, ...] = (0.0,) * len(HALF_LIVES)
    reads: float = 0.0


def score(view: View, weights: Weights = WEIGHTS) -> float:
    """The logarithm of the chance to be followed, up to a constant for all stories in one view."""
    return (
        weights.followed * log((view.followed[1] + 0.3) / (view.seen[1] + 6))
        + weights.reads * log(view.reads + 0.5)
        + weights.seen_last_hour * log(view.seen[0] + 0.5)
        + weights.seen_half_day * log(view.seen[2] + 0.5)
        + weights.seen_two_days * log(view.seen[3] + 0.5)
    )


def rank(views: Sequence[View], limit: int = 100) -> list[Ranked]:
    """The story most likely to be followed first."""
    return best_first((Ranked(view.story, score(view), Reason("read-now")) for view in views), limit)
