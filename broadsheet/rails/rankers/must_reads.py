"""Must-Reads: what the editors chose, in their order; then what readers read to the end.

Only the second part is ranked here: the editors' list needs no arithmetic. A story's share of engaged reads is pulled
towards the newspaper's own share by a fixed number of readers, so that three readers who finish prove nothing.
"""

from collections.abc import Sequence
from math import log1p
from typing import NamedTuple

from broadsheet.rails.features import Ranked, Reason, Row, best_first


class Weights(NamedTuple):
    """What the ranking rests on; the public page about rails prints them."""

    prior_readers: float = 20.0
    """Readers' worth of the newspaper's own share that every story's share is mixed with."""


WEIGHTS = Weights()


def rank(rows: Sequence[Row], now: float, before: Sequence[int] = (), limit: int = 100) -> list[Ranked]:  # noqa: ARG001
    """The stories of the last days by how many of their readers finish them, weighted by how many read them."""
    read = [row for row in rows if row.published <= now and row.finished > 0]
    readers = sum(row.pulse[-1] for row in read)
    share = sum(row.finished for row in read) / readers if readers else 0.0
    prior = WEIGHTS.prior_readers
    return best_first(
        (
            Ranked(
                row.story,
                (row.finished + prior * share) / (row.pulse[-1] + prior) * log1p(row.pulse[-1]),
                Reason("finished"),
            )
            for row in read
        ),
        limit,
    )
