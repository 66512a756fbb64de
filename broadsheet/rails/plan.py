"""The plan: which stories fill which rails of one page, so that no story stands on it twice.

Rails are filled together, in the catalogue's order, from what the rankers last said: first what editors pinned, then
every rail's own standing, and only then the next rung of whatever is still short: no rail lives off what another
one promises. Stories that would be one too many from a section or an author wait, and come back only before the rail
would stay short. Nothing is drawn by lot: the same page, standings and second give the same plan.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

from broadsheet.rails.catalogue import Rail
from broadsheet.rails.features import Reason


@dataclass(frozen=True, slots=True)
class Candidate:
    """A story as a standing names it. Times are seconds since the epoch; after `until` it stands there no longer."""

    story: int
    reason: Reason
    section: int = 0
    authors: tuple[int, ...] = ()
    published: float = 0.0
    until: float = inf


@dataclass(frozen=True, slots=True)
class Page:
    """What the plan must know of a page: its story or section, if any, and the stories that it prints already."""

    story: int | None = None
    section: int | None = None
    shown: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """All that may be planned from in one language.

    `standings` are lists by name, those of one section as `name@section`. `pins` are the stories that editors pinned
    into a rail (or, as `rail@section`, into that rail on one section's pages), `excluded` those that they keep out.
    `printable` are the stories whose card may be shown: a withdrawn or embargoed story has none. What of the lists may
    stand in which rail is sifted once, so neither they nor the rails planned from an edition may change.
    """

    standings: Mapping[str, Sequence[Candidate]]
    printable: Container[int]
    pins: Mapping[str, Sequence[Candidate]] = field(default_factory=dict)
    excluded: Mapping[str, frozenset[int]] = field(default_factory=dict)
    ladders: dict[tuple[str, int | None, bool], "_Ladder"] = field(default_factory=dict, init=False, repr=False)
    """What was sifted, by rail, section and whether the page is a story's."""


type Plan = dict[str, tuple[list[Candidate], list[Candidate]]]
"""By rail: the stories to show, and the spare ones for readers who hide what they have read."""


def plan_page(
    page: Page, rails: Sequence[Rail], edition: Edition, now: float, related: Sequence[Candidate] = ()
) -> Plan:
    """Fill all `rails` of a page; `related` are the stories about the same things as the page's own.

    A rail without a story left for it is given two empty lists: print nothing of it.
    """
    taken = {*page.shown, page.story}
    fillings = [_Filling(rail, page, edition, related, now) for rail in rails]
    _fill(fillings, taken)
    shown = [filling.hand_over(filling.rail.spare) for filling in fillings]
    _fill(fillings, taken)
    return {
        filling.rail.name: (list_of_shown, filling.chosen)
        for filling, list_of_shown in zip(fillings, shown, strict=True)
    }


def _fill(fillings: Sequence["_Filling"], taken: set[int | None]) -> None:
    """Rung by rung; those that wait come last, and only where a rail would stay short."""
    depth = 0
    while short := [filling for filling in fillings if filling.is_short and depth < len(filling.rungs)]:
        for filling in short:
            filling.take(depth, taken)
        depth += 1
    for filling in fillings:
        if filling.is_short and filling.waiting:
            filling.take_waiting(taken)


class _Filling:
    """One rail while its page is being planned."""

    __slots__ = ("_authors", "_caps_sections", "_now", "_sections", "_wanted", "chosen", "rail", "rungs", "waiting")

    def __init__(self, rail: Rail, page: Page, edition: Edition, related: Sequence[Candidate], now: float) -> None:
        self.rail = rail
        self._now = now
        self._caps_sections = page.story is not None or page.section is None
        self._sections: dict[int, int] = {}
        self._authors: dict[int, int] = {}
        self._wanted = rail.length
        self.chosen: list[Candidate] = []
        self.waiting: list[Candidate] = []
        self.rungs = _ladder(rail, page, edition).rungs(related)

    @property
    def is_short(self) -> bool:
        return len(self.chosen) < self._wanted

    def hand_over(self, wanted: int) -> list[Candidate]:
        """What was chosen; so many more are wanted from now on."""
        chosen, self.chosen, self._wanted = self.chosen, [], wanted
        return chosen

    def take(self, depth: int, taken: set[int | None]) -> None:
        """What is missing, from that rung, as far as nobody took it. The pins, the first rung, know no caps."""
        wanted, now, chosen = self._wanted, self._now, self.chosen
        for candidate in self.rungs[depth]:
            if candidate.story in taken or candidate.until <= now or candidate.published > now:
                continue
            if depth and self._is_one_too_many(candidate):
                self.waiting.append(candidate)
                continue
            self._place(candidate, taken)
            if len(chosen) == wanted:
                return

    def take_waiting(self, taken: set[int | None]) -> None:
        while self.is_short and self.waiting:
            candidate = self.waiting.pop(0)
            if candidate.story not in taken:
                self._place(candidate, taken)

    def _place(self, candidate: Candidate, taken: set[int | None]) -> None:
        self.chosen.append(candidate)
        taken.add(candidate.story)
        self._sections[candidate.section] = self._sections.get(candidate.section, 0) + 1
        for author in candidate.authors:
            self._authors[author] = self._authors.get(author, 0) + 1

    def _is_one_too_many(self, candidate: Candidate) -> bool:
        rail = self.rail
        if self._caps_sections and self._sections.get(candidate.section, 0) >= rail.from_one_section:
            return True
        for author in candidate.authors:
            if self._authors.get(author, 0) >= rail.from_one_author:
                return True
        return bool(rail.look_back) and candidate.published < self._now - 3600 * rail.look_back


_NONE: frozenset[int] = frozenset()

_RELATED = "also-like"
"""The rung that is a page's own."""


class _Ladder:
    """One rail's rungs on the pages of one section, the pins first, without what may never stand there."""

    def __init__(self, rail: Rail, page: Page, edition: Edition) -> None:
        self._rail = rail
        self._printable = edition.printable
        here = f"{rail.name}@{page.section}"
        self._excluded = edition.excluded.get(rail.name, _NONE) | edition.excluded.get(here, _NONE)
        pins = [*edition.pins.get(here, ()), *edition.pins.get(rail.name, ())]
        names = _names(rail, page)
        self._related_at = names.index(_RELATED) + 1 if _RELATED in names else 0
        self._rungs = [self._sift(pins), *(self._sift(edition.standings.get(name, ())) for name in names)]

    def rungs(self, related: Sequence[Candidate]) -> list[Iterator[Candidate]]:
        """Each rung, to be taken from bit by bit."""
        rungs = [iter(rung) for rung in self._rungs]
        if self._related_at and related:
            rungs[self._related_at] = iter(self._sift(related))
        return rungs

    def _sift(self, candidates: Iterable[Candidate]) -> list[Candidate]:
        excluded, printable, sections = self._excluded, self._printable, self._rail.sections
        return [
            candidate
            for candidate in candidates
            if candidate.story not in excluded
            and (not sections or candidate.section in sections)
            and candidate.story in printable
        ]


def _ladder(rail: Rail, page: Page, edition: Edition) -> _Ladder:
    key = rail.name, page.section, page.story is None
    ladder = edition.ladders.get(key)
    if ladder is None:
        ladder = edition.ladders[key] = _Ladder(rail, page, edition)
    return ladder


def _names(rail: Rail, page: Page) -> list[str]:
    """The ladder's standings. On a section's own front each is tried for that section before any for the paper."""
    if page.section is None:
        return list(rail.ladder)
    names = [name.replace("@section", f"@{page.section}") for name in rail.ladder]
    if page.story is None:
        return [f"{name}@{page.section}" for name in names if "@" not in name] + names
    return names
