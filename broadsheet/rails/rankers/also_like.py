"""You May Also Like: stories about the same things, the fresh before the old unless the old are clearly closer.

What counts: the words (cosine of one- and two-word terms, weighted by rarity), shared topics by their rarity, the time
that has passed, how often editors linked to the story before, what the editors of similar stories linked to, and
what the same visitors read.
"""

from collections.abc import Iterable
from math import log
from typing import NamedTuple

from broadsheet.rails.features import Ranked, Reason, best_first


class Weights(NamedTuple):
    """Fitted on editors' links of the earlier years of one news site, judged on the later ones: see docs/rails.md."""

    words: float = 3.5
    nothing_alike: float = 0.02
    """Added to the cosine before its logarithm is taken."""
    topics: float = 1.5
    age: float = 0.65
    age_days: float = 7.0
    linked: float = 1.2
    linked_by_similar: float = 10.0
    read_together: float = 1.0


WEIGHTS = Weights()
SIMILAR = 50
"""How many of the most similar stories are asked what their editors linked to."""


class Likeness(NamedTuple):
    """What a story has in common with a candidate.

    `topics` and `words` are cosines, `age` is seconds since the candidate came out, `linked_by_similar` sums
    cosine ** 1.5 over the similar stories that link to it, `read_together` is the share of this story's readers who
    read the candidate too. `topic` is the rarest topic that both have, 0 for none.
    """

    story: int
    words: float
    topics: float = 0.0
    age: float = 0.0
    linked: int = 0
    linked_by_similar: float = 0.0
    read_together: float = 0.0
    topic: int = 0


def score(likeness: Likeness, weights: Weights = WEIGHTS) -> float:
    """The logarithm of how likely an editor would have linked the two, up to a constant."""
    return (
        weights.words * log(max(likeness.words, 0.0) + weights.nothing_alike)
        + weights.topics * likeness.topics
        - weights.age * log(max(likeness.age, 0.0) / 86400 + weights.age_days)
        + weights.linked * log(1 + likeness.linked)
        + weights.linked_by_similar * likeness.linked_by_similar
        + weights.read_together * likeness.read_together
    )


def rank(likenesses: Iterable[Likeness], limit: int = 20) -> list[Ranked]:
    """The closest first. The reason names the topic that both have by its id, where they have one."""
    return best_first((Ranked(like.story, score(like), _reason(like)) for like in likenesses), limit)


def _reason(likeness: Likeness) -> Reason:
    return Reason("topic", likeness.topic) if likeness.topic else Reason("alike")
