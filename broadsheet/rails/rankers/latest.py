"""Latest Stories: the newest published, true to the second."""

from collections.abc import Sequence

from broadsheet.rails.features import Ranked, Reason, Row, best_first


def rank(rows: Sequence[Row], now: float, before: Sequence[int] = (), limit: int = 100) -> list[Ranked]:  # noqa: ARG001
    """The stories that are out, newest first."""
    return best_first((Ranked(row.story, row.published, _REASON) for row in rows if row.published <= now), limit)


_REASON = Reason("newest")
