"""The plan: which stories fill which rails of one page, so that no story stands on it twice.

Rails are filled together, in the catalogue's order, from what the rankers last said. Each rail climbs down its ladder
of standings until it is full; stories that would be one too many from a section or an author wait, and come back only
before the rail would stay short. Nothing is drawn by lot: the same page, standings and second give the same plan.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
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
    `printable` are the stories whose card may be shown: a withdrawn or embargoed story has none.
    """

    standings: Mapping[str, Sequence[Candidate]]
    printable: Container[int]
    pins: Mapping[str, Sequence[Candidate]] = field(default_factory=dict)
    excluded: Mapping[str, frozenset[int]] = field(default_factory=dict)


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
    shown = [filling.take(filling.rail.length, taken) for filling in fillings]
    spare = [filling.take(filling.rail.spare, taken) for filling in fillings]
    return {filling.rail.name: lists for filling, *lists in zip(fillings, shown, spare, strict=True)}  # type: ignore[misc]


class _Filling:
    """One rail while its page is being planned."""

    def __init__(self, rail: Rail, page: Page, edition: Edition, related: Sequence[Candidate], now: float) -> None:
        self.rail = rail
        self._edition = edition
        self._now = now
        self._excluded = _excluded(rail, page, edition)
        self._one_section_only = page.story is None and page.section is not None
        self._waiting: list[Candidate] = []
        self._sections: dict[int, int] = {}
        self._authors: dict[int, int] = {}
        self._rest = self._candidates(_rungs(rail, page, edition, related))
        self._pins = self._candidates(_pins(rail, page, edition))

    def take(self, number: int, taken: set[int | None]) -> list[Candidate]:
        """The next `number` stories of the rail that are not taken yet, which takes them."""
        rail, chosen = self.rail, list[Candidate]()
        for candidate in self._pins:
            if len(chosen) == number:
                return chosen
            if candidate.story not in taken:
                self._place(candidate, chosen, taken)
        while len(chosen) < number and (candidate := next(self._rest, None)) is not None:  # type: ignore[assignment]
            if candidate.story in taken:
                continue
            if (self._sections or rail.look_back) and self._is_one_too_many(candidate):
                self._waiting.append(candidate)
            else:
                self._place(candidate, chosen, taken)
        while len(chosen) < number and self._waiting:
            candidate = self._waiting.pop(0)
            if candidate.story not in taken:
                self._place(candidate, chosen, taken)
        return chosen

    def _place(self, candidate: Candidate, chosen: list[Candidate], taken: set[int | None]) -> None:
        chosen.append(candidate)
        taken.add(candidate.story)
        self._sections[candidate.section] = self._sections.get(candidate.section, 0) + 1
        for author in candidate.authors:
            self._authors[author] = self._authors.get(author, 0) + 1

    def _is_one_too_many(self, candidate: Candidate) -> bool:
        rail = self.rail
        if not self._one_section_only and self._sections.get(candidate.section, 0) >= rail.from_one_section:
            return True
        for author in candidate.authors:
            if self._authors.get(author, 0) >= rail.from_one_author:
                return True
        return bool(rail.look_back) and candidate.published < self._now - 3600 * rail.look_back

    def _candidates(self, rungs: Sequence[Sequence[Candidate]]) -> Iterator[Candidate]:
        printable, excluded, now, sections = self._edition.printable, self._excluded, self._now, self.rail.sections
        for rung in rungs:
            for candidate in rung:
                story = candidate.story
                if candidate.until <= now or candidate.published > now or story in excluded or story not in printable:
                    continue
                if sections and candidate.section not in sections:
                    continue
                yield candidate


_NONE: frozenset[int] = frozenset()


def _excluded(rail: Rail, page: Page, edition: Edition) -> frozenset[int]:
    everywhere = edition.excluded.get(rail.name, _NONE)
    here = edition.excluded.get(f"{rail.name}@{page.section}", _NONE)
    return everywhere | here if here else everywhere


def _pins(rail: Rail, page: Page, edition: Edition) -> list[Sequence[Candidate]]:
    pins = edition.pins
    return [pins[name] for name in (f"{rail.name}@{page.section}", rail.name) if name in pins] if pins else []


def _rungs(rail: Rail, page: Page, edition: Edition, related: Sequence[Candidate]) -> list[Sequence[Candidate]]:
    """The ladder as lists. On a section's own front each rung is tried for that section before any for the paper."""
    standings = edition.standings
    names = list(rail.ladder)
    if page.section is not None:
        names = [name.replace("@section", f"@{page.section}") for name in names]
        if page.story is None:
            names = [f"{name}@{page.section}" for name in names if "@" not in name] + names
    return [related if name == "also-like" else standings.get(name, ()) for name in names]
