"""Whole pages replayed: is the next read of a reader on a story among the links that the page would have shown?"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from broadsheet.rails.catalogue import CATALOGUE, RANKERS, STORY, Rail
from broadsheet.rails.features import DAYS, HALF_LIVES, Ranked, Reason, Row
from broadsheet.rails.logs import Impression, Read
from broadsheet.rails.plan import Candidate, Edition, Page, Plan, plan_page
from broadsheet.rails.pulses import Pulses

DEPTH, EVERY, DAY = 80, 60, 86400

OUT_OF_SIGHT = 5 * DAY
"""Seconds after which a story that is not related is left out, for the replay's speed; such stories are not read."""


@dataclass(slots=True)
class PageScore:
    """Shares of next reads that were among the links shown: as planned, and with what was read replaced by spares."""

    tests: int = 0
    planned: int = 0
    hiding: int = 0
    links: int = 0


class Newspaper:
    """A log's stories as the clock would know them, minute by minute."""

    def __init__(self, published: Mapping[int, float]) -> None:
        self._published = published
        self._reads, self._finished = Pulses(HALF_LIVES), Pulses(HALF_LIVES[-1:])
        self._days: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        self._together: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        self._last: dict[int, tuple[int, int]] = {}
        self._before: dict[str, list[int]] = {}
        self.known: dict[int, float] = {}

    def observe(self, read: Read) -> None:
        self.known.setdefault(read.story, self._published.get(read.story, read.when))
        self._reads.add(read.story, read.when)
        if read.finished:
            self._finished.add(read.story, read.when)
        self._days[read.story][read.when // DAY] += 1
        before = self._last.get(read.reader)
        if before is not None and read.when - before[1] < 1800:
            self._together[before[0]][read.story] += 1.0
        self._last[read.reader] = (read.story, read.when)

    def edition(self, now: float) -> Edition:
        """Every ranker's standing at that moment."""
        pulses, finished = self._reads.at(now), self._finished.at(now)
        rows = [
            Row(
                story,
                out,
                pulse=pulses[story],
                finished=finished.get(story, (0.0,))[0],
                days=tuple(self._days[story].get(int(now // DAY) - day, 0) for day in range(DAYS)),
            )
            for story, out in self.known.items()
            if now - out < OUT_OF_SIGHT and story in pulses
        ]
        lists = {}
        for name, ranker in RANKERS.items():
            ranked = ranker(rows, now, self._before.get(name, ()), DEPTH)
            self._before[name] = [entry.story for entry in ranked[:10]]
            lists[name] = [_candidate(entry, self.known) for entry in ranked]
        return Edition(lists, self.known)

    def related(self, story: int, now: float) -> list[Candidate]:
        """What the same visitors read after it, the recent before the old: the log has no words to compare."""
        counts = self._together.get(story, {})
        ranked = sorted(counts, key=lambda other: (-counts[other] / (now - self.known[other] + DAY / 4), -other))
        reason = Reason("alike")
        return [Candidate(other, reason, published=self.known[other]) for other in islice(ranked, DEPTH)]


STORY_RAILS = tuple(
    replace(rail, from_one_section=99, from_one_author=99) for rail in CATALOGUE if rail.readers and STORY in rail.pages
)
"""The rails of a story's page, without caps: the log knows neither sections nor authors."""


def replay_pages(
    reads: Sequence[Read],
    views: Sequence[Impression],
    published: Mapping[int, float],
    rails: Sequence[Rail] = STORY_RAILS,
) -> PageScore:
    """Score every view of a story's page, from standings made each minute out of the reads before it."""
    newspaper, score, position, minute = Newspaper(published), PageScore(), 0, -1
    edition = newspaper.edition(0.0)
    read_by: dict[int, set[int]] = defaultdict(set)
    for view in views:
        while position < len(reads) and reads[position].when < view.when:
            newspaper.observe(reads[position])
            read_by[reads[position].reader].add(reads[position].story)
            position += 1
        if view.when // EVERY != minute:
            minute, edition = view.when // EVERY, newspaper.edition(view.when // EVERY * EVERY)
        plan = plan_page(Page(view.story), rails, edition, view.when, newspaper.related(view.story, view.when))
        _count(score, plan, set(view.followed), read_by[view.reader])
    return score


def _count(score: PageScore, plan: Plan, followed: set[int], read: set[int]) -> None:
    shown: set[int] = set()
    kept: set[int] = set()
    for planned, spare in plan.values():
        shown |= {candidate.story for candidate in planned}
        kept |= set(_hiding(planned, spare, read))
    score.tests += 1
    score.links += len(shown)
    score.planned += bool(shown & followed)
    score.hiding += bool(kept & followed)


def _hiding(planned: Sequence[Candidate], spare: Sequence[Candidate], read: set[int]) -> Iterator[int]:
    """A rail as it stands in a browser that hides what was read: each gap is filled by the next spare story."""
    unread = [candidate.story for candidate in (*planned, *spare) if candidate.story not in read]
    return islice(iter(unread), len(planned))


def _candidate(entry: Ranked, published: Mapping[int, float]) -> Candidate:
    return Candidate(entry.story, entry.reason, published=published[entry.story])
