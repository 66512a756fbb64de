"""Features: the facts that rankers rank by, a row a story, and what the readership must tell for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

HALF_LIVES = (15.0, 60.0, 240.0, 1440.0)
"""Minutes after which a read counts half, from the pulse of the quarter hour to that of the day."""

DAYS = 7


@dataclass(frozen=True, slots=True)
class Row:
    """One story at one moment.

    Times are seconds since the epoch. `pulse` has one decayed count of reads a half-life of HALF_LIVES; `finished` is
    the count of engaged reads with the last of them. `hour` counts the readers of the last sixty minutes; `days` the
    readers of each of the last seven times 24 hours, the newest first. `seen` and `followed` count how often a card of
    the story came into view in a rail and was followed, both decayed with the third half-life.
    """

    story: int
    published: float
    language: str = ""
    section: int = 0
    authors: tuple[int, ...] = ()
    topics: tuple[int, ...] = ()
    pulse: tuple[float, ...] = (0.0,) * len(HALF_LIVES)
    finished: float = 0.0
    hour: int = 0
    days: tuple[int, ...] = (0,) * DAYS
    seen: float = 0.0
    followed: float = 0.0


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a story stands where it stands: a code that the templates put into words, and what the words need."""

    code: str
    number: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class Ranked:
    """One story as a ranker placed it. Scores compare within one ranking only."""

    story: int
    score: float
    reason: Reason


class Tally(Protocol):
    """What the readership tells of one story in one period, which begins at `start` (seconds since the epoch)."""

    @property
    def story(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def readers(self) -> int: ...
    @property
    def engaged(self) -> int: ...
    @property
    def seen(self) -> int: ...
    @property
    def followed(self) -> int: ...


def best_first(ranked: Iterable[Ranked], limit: int) -> list[Ranked]:
    """The best `limit`, in an order that does not depend on the order of the input: equal scores go to the newer id."""
    return sorted(ranked, key=lambda entry: (-entry.score, -entry.story))[:limit]
