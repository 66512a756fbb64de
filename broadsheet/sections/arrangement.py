"""The arrangement of a front: what editors chose first, then the newest, no story twice. Pure arithmetic on ids."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

SECONDARIES = 3
LATEST = 6
BRIEFS = 6
BLOCK = 5


@dataclass(frozen=True)
class Arrangement:
    """Story ids by the part of the front page that they stand in."""

    lead: int | None
    secondaries: Sequence[int]
    latest: Sequence[int]
    briefs: Sequence[int]
    blocks: Mapping[int, Sequence[int]]

    @property
    def stories(self) -> list[int]:
        """Every story id on the front, once, from top to bottom."""
        lead = [] if self.lead is None else [self.lead]
        blocks = [pk for block in self.blocks.values() for pk in block]
        return [*lead, *self.secondaries, *self.latest, *self.briefs, *blocks]


def arrange(chosen: Sequence[int], newest: Sequence[int], by_section: Mapping[int, Sequence[int]]) -> Arrangement:
    """A front of `chosen` stories, filled with the `newest`; a block a section, of what is not above it.

    The latest are the newest and nothing else: a story that an editor chose, and that found no place at the top, opens
    the briefs. A section with few stories keeps its oldest for its own block, so that no section disappears from the
    front on the day when all that it published is on top.
    """
    kept = {stories[-1] for stories in by_section.values() if 0 < len(stories) <= BLOCK} - set(chosen)
    free = [pk for pk in newest if pk not in kept]
    top = list(dict.fromkeys([*chosen, *free]))[: 1 + SECONDARIES]
    lead, secondaries = (top[0] if top else None), top[1:]
    latest = [pk for pk in free if pk not in top][:LATEST]
    briefs = list(islice((pk for pk in dict.fromkeys([*chosen, *free]) if pk not in {*top, *latest}), BRIEFS))
    above = {*top, *latest, *briefs}
    blocks = {section: [pk for pk in ids if pk not in above][:BLOCK] for section, ids in by_section.items()}
    return Arrangement(lead, secondaries, latest, briefs, {section: ids for section, ids in blocks.items() if ids})
