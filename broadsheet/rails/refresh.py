"""The refresh: tallies to features to rankers to standings, every ten seconds; what has not changed touches nothing."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from math import inf
from typing import Protocol

from django.db.models import Q
from django.utils import timezone, translation

from broadsheet.press.store import Store
from broadsheet.rails.catalogue import RANKERS
from broadsheet.rails.features import Ranked, Reason, Row, Tally
from broadsheet.rails.models import MustRead
from broadsheet.rails.morgue import Entry, Morgue
from broadsheet.rails.plan import Candidate
from broadsheet.rails.printing import CardPress, print_frame, print_item, request_in
from broadsheet.rails.reasons import in_words
from broadsheet.rails.settings import rails_in_force
from broadsheet.rails.standings import Standing, standing_name, write_standing
from broadsheet.rails.steering import Orders, orders_in_force
from broadsheet.rails.tallied import NOBODY, Tallied, recent_from

DEPTH, DEPTH_OF_A_SECTION = 60, 30
"""How many stories a standing names: enough for every rail of a page, its spare stories and what the page shows."""

DAYS_EVERY = 600
"""Seconds between two sums of the week."""

_EDITORS = Reason("editors")
_BOOSTED = frozenset({"popular-now", "weekly-best", "finished"})


class Figures(Protocol):
    """What the refresh asks of the readership; the present is its own affair."""

    def minutes(self, since: float) -> Iterable[Tally]:
        """Every story's figures of each minute from then on; the newest minute may still grow."""

    def hours(self, since: float) -> Iterable[Tally]:
        """The same by the hour, from further back."""


class Refresh:
    """The clock's one refresh, which remembers what it has taken in."""

    def __init__(self, store: Store, figures: Figures) -> None:
        self.morgue = Morgue()
        self.tallied = Tallied()
        self._store = store
        self._figures = figures
        self._cards = CardPress(store)
        self._before: dict[str, list[int]] = {}
        self._days_at = -inf

    def run(self, now: float) -> list[str]:
        """Bring every language's standing up to date; gives the languages in which something changed."""
        self._take(now)
        news = self.morgue.catch_up()
        figures = self.tallied.figures(now)
        orders = orders_in_force(timezone.now())
        chosen = _chosen(now)
        wanted = [*figures, *self.morgue.newest, *chosen, *_named(orders)]
        entries = self.morgue.entries(wanted)
        if news:
            self._cards.drop_all_but(set(self.morgue.entries(self._cards.stories())))
        changed = []
        for language in sorted({entry.language for entry in entries.values()}):
            own = {story: entry for story, entry in entries.items() if entry.language == language}
            rows = [entry.row(figures.get(story, NOBODY)) for story, entry in own.items()]
            with translation.override(language):
                standing = self._rank(language, own, rows, orders, chosen, now)
            self._cards.keep(own[story] for story in _stories_in(standing))
            if self._store.put_standing(standing_name(language), write_standing(standing), made=now):
                changed.append(language)
        return changed

    def print_cards(self, entries: Iterable[Entry]) -> None:
        """Print cards for stories that stand in no standing of the paper, as related ones do."""
        self._cards.keep(entries)

    def _take(self, now: float) -> None:
        if self._days_at == -inf:
            self.tallied.take_past(self._figures.hours(now - 7 * 86400), now)
        if now - self._days_at >= DAYS_EVERY:
            self.tallied.take_days(self._figures.hours(now - 7 * 86400), now)
            self._days_at = now
        self.tallied.take(self._figures.minutes(recent_from(now)), now)

    def _rank(  # noqa: PLR0913, PLR0917
        self,
        language: str,
        entries: Mapping[int, Entry],
        rows: Sequence[Row],
        orders: Orders,
        chosen: Mapping[int, float],
        now: float,
    ) -> Standing:
        request = request_in(language)
        rails = rails_in_force()
        lists = self._lists(language, entries, rows, orders, now)
        lists["must-reads"] = _candidates([(s, end, _EDITORS) for s, end in chosen.items()], entries)
        pins = {
            place: _candidates([(s, inf if end is None else end, _EDITORS) for s, end in given], entries)
            for place, given in orders.pins.items()
        }
        return Standing(
            rails,
            {rail.name: print_frame(rail, request) for rail in rails if rail.readers},
            print_item(request, spare=False),
            print_item(request, spare=True),
            lists,
            pins,
            {place: frozenset(stories) for place, stories in orders.excluded.items()},
        )

    def _lists(
        self, language: str, entries: Mapping[int, Entry], rows: Sequence[Row], orders: Orders, now: float
    ) -> dict[str, list[Candidate]]:
        """Every ranker's list for the paper and for each section."""
        lists = {}
        for name, ranker in RANKERS.items():
            place = f"{language}/{name}"
            ranked = ranker(rows, now, self._before.get(place, ()), DEPTH)
            self._before[place] = [entry.story for entry in ranked[:10]]
            lists[name] = _placed(ranked, name, entries, orders)
        for section in {row.section for row in rows if row.section}:
            own = [row for row in rows if row.section == section]
            for name in ("latest", "popular-now", "weekly-best"):
                ranked = RANKERS[name](own, now, (), DEPTH_OF_A_SECTION)
                lists[f"{name}@{section}"] = _placed(ranked, name, entries, orders)
        return lists


def _placed(ranked: Sequence[Ranked], name: str, entries: Mapping[int, Entry], orders: Orders) -> list[Candidate]:
    steered = orders.steer("must-reads" if name == "finished" else name, ranked) if name in _BOOSTED else ranked
    return _candidates([(entry.story, inf, entry.reason) for entry in steered], entries)


def _candidates(named: Iterable[tuple[int, float, Reason]], entries: Mapping[int, Entry]) -> list[Candidate]:
    return [
        Candidate(
            story, in_words(reason), entries[story].section, entries[story].authors, entries[story].published, end
        )
        for story, end, reason in named
        if story in entries
    ]


def _chosen(now: float) -> dict[int, float]:
    """The editors' must-reads that have not ended, in their order, with their ends."""
    moment = datetime.fromtimestamp(now, UTC)
    open_ones = MustRead.objects.filter(Q(ends_at=None) | Q(ends_at__gt=moment))
    return {one.story_id: one.ends_at.timestamp() if one.ends_at else inf for one in open_ones}


def _named(orders: Orders) -> Iterable[int]:
    return (story for given in orders.pins.values() for story, _end in given)


def _stories_in(standing: Standing) -> list[int]:
    named = [c.story for given in (standing.lists, standing.pins) for some in given.values() for c in some]
    return list(dict.fromkeys(named))
