"""The catalogue: the rails that this newspaper runs, one entry a rail, in the order in which a page is filled.

An engineer adds a rail here (or replaces CATALOGUE in the newspaper's own code); an editor changes title, length,
pages, order, look-back and sections in the desk. A rail's ladder names the standings that fill it, the next rung only
when the one before runs out; `@section` on a rung means the same list of the page's own section.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from broadsheet.rails.features import Ranked, Row
from broadsheet.rails.rankers import latest, must_reads, popular_now, rising, weekly_best

FRONT, SECTION, STORY = "front", "section", "story"

type Ranker = Callable[[Sequence[Row], float, Sequence[int], int], list[Ranked]]


def _(text: str) -> str:
    """Marks a title for translation; it is translated when a page is printed."""
    return text


@dataclass(frozen=True, slots=True)
class Rail:
    """One rail. `pages` are the kinds of page it stands on; `look_back` is hours, 0 for no limit."""

    name: str
    title: str
    about: str
    length: int
    ladder: tuple[str, ...]
    pages: frozenset[str] = frozenset({FRONT, SECTION, STORY})
    spare: int = 3
    """Further stories sent with the page, hidden, for readers who hide what they have read."""
    from_one_section: int = 3
    from_one_author: int = 2
    look_back: float = 0
    sections: frozenset[int] = frozenset()
    """The only sections whose stories may stand in it; empty for all."""
    numbered: bool = False
    readers: bool = True
    """Whether readers see it, or the desk alone."""


RANKERS: dict[str, Ranker] = {
    "latest": latest.rank,
    "popular-now": popular_now.rank,
    "weekly-best": weekly_best.rank,
    "finished": must_reads.rank,
    "rising": rising.rank,
}
"""Standings by name; `must-reads` and `also-like` are made elsewhere: by the editors, and a story at a time."""

CATALOGUE = [
    Rail(
        "must-reads",
        _("Must-Reads"),
        _("Chosen by the editors, in their order; then stories that readers read to the end."),
        length=5,
        ladder=("must-reads", "finished", "weekly-best", "latest"),
        numbered=True,
    ),
    Rail(
        "latest",
        _("Latest Stories"),
        _("The newest stories, the last published first."),
        length=6,
        ladder=("latest",),
        from_one_section=6,
        from_one_author=6,
    ),
    Rail(
        "popular-now",
        _("Popular Now"),
        _("What most people can be expected to read in the next minutes, judged by the last ones."),
        length=5,
        ladder=("popular-now", "weekly-best", "latest"),
        numbered=True,
    ),
    Rail(
        "you-may-also-like",
        _("You May Also Like"),
        _("Stories about the same things as this one, new ones before old ones unless the old are clearly closer."),
        length=5,
        ladder=("also-like", "popular-now@section", "latest@section", "latest"),
        pages=frozenset({STORY}),
        from_one_section=5,
        from_one_author=3,
        numbered=True,
    ),
    Rail(
        "weekly-best",
        _("Weekly Best"),
        _("The stories that most people read in the last seven days; younger ones are judged by the days they had."),
        length=12,
        ladder=("weekly-best", "popular-now", "latest"),
        from_one_section=6,
    ),
    Rail(
        "rising",
        _("Rising"),
        _("Stories read more at this moment than their own last hours let expect."),
        length=10,
        ladder=("rising",),
        pages=frozenset(),
        spare=0,
        readers=False,
    ),
]


def rail_named(name: str, catalogue: Sequence[Rail] = CATALOGUE) -> Rail:
    """Raises KeyError with the names that exist."""
    for rail in catalogue:
        if rail.name == name:
            return rail
    raise KeyError(f"no rail is called “{name}”; the catalogue has {', '.join(rail.name for rail in catalogue)}")
