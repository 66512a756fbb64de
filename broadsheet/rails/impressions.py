"""Impressions replayed: how well Likely Click tells, of the stories in view, which one is followed."""

from collections.abc import Iterable, Sequence

from broadsheet.rails.logs import Impression, Read
from broadsheet.rails.pulses import Pulses
from broadsheet.rails.rankers import likely_click
from broadsheet.rails.rankers.likely_click import View

_NEVER = (0.0,) * len(likely_click.HALF_LIVES)


def replay_impressions(impressions: Sequence[Impression], reads: Sequence[Read], start: float) -> list[float]:
    """The area under the ROC curve of each impression from `start` on, ranked from what came before it."""
    seen, followed = Pulses(likely_click.HALF_LIVES), Pulses(likely_click.HALF_LIVES)
    read = Pulses([likely_click.READS_HALF_LIFE])
    areas, position = [], 0
    for impression in impressions:
        while position < len(reads) and reads[position].when < impression.when:
            read.add(reads[position].story, reads[position].when)
            position += 1
        if impression.when >= start and 0 < len(impression.followed) < len(impression.seen):
            areas.append(_area(_views(impression, seen, followed, read), set(impression.followed)))
        for story in impression.seen:
            seen.add(story, impression.when)
        for story in impression.followed:
            followed.add(story, impression.when)
    return areas


def _views(impression: Impression, seen: Pulses, followed: Pulses, read: Pulses) -> list[View]:
    now = impression.when
    return [
        View(s, seen.of(s, now) or _NEVER, followed.of(s, now) or _NEVER, (read.of(s, now) or (0.0,))[0])
        for s in impression.seen
    ]


def _area(views: Iterable[View], chosen: set[int]) -> float:
    scores = [(likely_click.score(view), view.story in chosen) for view in views]
    good = [score for score, was_followed in scores if was_followed]
    bad = [score for score, was_followed in scores if not was_followed]
    wins = sum((one > other) + (one == other) / 2 for one in good for other in bad)
    return wins / (len(good) * len(bad))
