"""Robot readers: plausible readers for a demo and for tests, who come by the hour, prefer what is new, and read on."""

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from broadsheet.readership.signals import Kind

# How busy each hour of the newspaper's day is: asleep until five, breakfast, lunch, the long evening.
HOURS = (9, 5, 3, 3, 4, 10, 28, 52, 61, 50, 44, 46, 62, 54, 44, 42, 46, 56, 62, 64, 66, 62, 44, 22)
SOURCES = {
    "": 38,
    "www.google.com": 27,
    "news.google.com": 9,
    "m.facebook.com": 8,
    "t.co": 6,
    "www.bing.com": 4,
    "duckduckgo.com": 3,
}
HALF_LIFE = 14 * 3600.0  # seconds in which a story loses half its pull
EVERGREEN = 0.015  # of a new story's pull that never goes away
READS_ON = 0.56  # how likely a reader is to open another story
ENGAGED = 0.44
SHARES = 0.012
ROBOTS = 0.07  # of all arrivals, robots that say so
RELOADS = 0.05  # of all views, a reload within half a minute


@dataclass(frozen=True, slots=True)
class Stand:
    """A story as robots see it. `published` in seconds since 1970; `language` parts readerships."""

    story: int
    section: str
    published: float
    language: str = "en"
    address: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that a robot does: a signal about a story at a time, or (robot) what the sieve would refuse."""

    at: float
    reader: int
    story: Stand
    kind: Kind = Kind.VIEW
    referrer: str = ""
    robot: bool = False


def appeal(stand: Stand, seed: int) -> float:
    """How much a story draws at its best, log-normal: most little, a few very much. The same for the same seed."""
    return random.Random(f"{seed} {stand.story}").lognormvariate(0.0, 1.1)  # noqa: S311


def pull(stand: Stand, now: float, seed: int) -> float:
    """How much a story draws now; nothing before it is published."""
    age = now - stand.published
    if age < 0:
        return 0.0
    return appeal(stand, seed) * (EVERGREEN + math.exp2(-age / HALF_LIFE))


def imagine_hour(stands: Sequence[Stand], begins: float, readers: float, seed: int) -> Iterator[Act]:
    """What about `readers` readers do who come in the hour from `begins`, in no particular order."""
    chance = random.Random(f"{seed} {begins}")  # noqa: S311
    pulls = [pull(stand, begins + 1800, seed) for stand in stands]
    if not any(pulls):
        return
    for _ in range(_poisson(chance, readers)):
        at = begins + chance.random() * 3600
        reader = chance.getrandbits(40)
        if chance.random() < ROBOTS:
            yield Act(at, reader, chance.choices(stands, pulls)[0], robot=True)
        else:
            yield from _read(chance, stands, pulls, at, reader)


def share_of_hour(hour: int) -> float:
    """The share of a day's readers who come in an hour of the newspaper's day (0 to 23)."""
    return HOURS[hour] / sum(HOURS)


def _read(
    chance: random.Random, stands: Sequence[Stand], pulls: Sequence[float], at: float, reader: int
) -> Iterator[Act]:
    """One reader's visit: a story, perhaps read to its end, and perhaps another in the same language."""
    referrer = chance.choices(list(SOURCES), list(SOURCES.values()))[0]
    seen: set[int] = set()
    (stand,) = chance.choices(stands, pulls)
    while True:
        seen.add(stand.story)
        yield Act(at, reader, stand, referrer=referrer)
        if chance.random() < RELOADS:
            yield Act(at + chance.uniform(2, 25), reader, stand)
        if chance.random() < ENGAGED:
            yield Act(at + chance.uniform(10, 60), reader, stand, Kind.ENGAGED)
        if chance.random() < SHARES:
            yield Act(at + chance.uniform(15, 90), reader, stand, Kind.SHARE)
        others = [
            weight if other.language == stand.language and other.story not in seen else 0.0
            for other, weight in zip(stands, pulls, strict=True)
        ]
        if chance.random() > READS_ON or not any(others):
            return
        at += chance.lognormvariate(4.2, 0.7)
        referrer = ""
        (stand,) = chance.choices(stands, others)


def _poisson(chance: random.Random, mean: float) -> int:
    """A Poisson number, by the normal approximation where the mean is large."""
    if mean > 50:
        return max(0, round(chance.gauss(mean, math.sqrt(mean))))
    limit, number, product = math.exp(-mean), 0, chance.random()
    while product > limit:
        number += 1
        product *= chance.random()
    return number
