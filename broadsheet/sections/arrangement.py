"""The arrangement of a front: what editors chose first, then the newest, no story twice. Pure arithmetic on ids."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SECONDARIES = 4
BRIEFS = 6
BLOCK = 5


@dataclass(frozen=True)
class Arrangement:
    """Story ids by the part of the front page that they stand in."""

    lead: int | None
    secondaries: Sequence[int]
    briefs: Sequence[int]
    blocks: Mapping[int, Sequence[int]]

    @property
    def stories(self) -> list[int]:
        """Every story id on the front, once, from top to bottom."""
        lead = [] if self.lead is None else [self.lead]
        return [*lead, *self.secondaries, *self.briefs, *(pk for block in self.blocks.values() for pk in block)]


def arrange(chosen: Sequence[int], newest: Sequence[int], by_section: Mapping[int, Sequence[int]]) -> Arrangement:
    """A front of `chosen` stories, filled with the `newest`; a block a section, of what is not above it.

    The briefs are taken after the blocks have had their choice only if the blocks would otherwise run dry: a section
    with few stories keeps at least one for its block, so that no section disappears from a quiet day's front.
    """
    reserved = {stories[-1] for stories in by_section.values() if 0 < len(stories) <= BLOCK}
    queue = list(dict.fromkeys([*chosen, *(pk for pk in newest if pk not in reserved)]))
    lead, secondaries = (queue[0] if queue else None), queue[1 : 1 + SECONDARIES]
    briefs = queue[1 + SECONDARIES : 1 + SECONDARIES + BRIEFS]
    used = {*queue[:1], *secondaries, *briefs}
    blocks = {}
    for section, stories in by_section.items():
        left = [pk for pk in stories if pk not in used][:BLOCK]
        if left:
            blocks[section] = left
    return Arrangement(lead, secondaries, briefs, blocks)
