"""Gives a new newspaper weeks of readers: robots' signals through the real journal, merge and sums, day by day."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from broadsheet.readership.erasure import erase
from broadsheet.readership.ledger import Ledger
from broadsheet.readership.merge import HORIZON, merge
from broadsheet.readership.robots import Act, Stand, imagine_hour, share_of_hour
from broadsheet.readership.segments import SUFFIX, Row, Segment, encode_line
from broadsheet.readership.tallies import tally
from broadsheet.readership.visitors import day_begins, day_of

SEGMENT = 4 * 1024 * 1024
LINE = 500  # signals


class TooLateError(ValueError):
    """The ledger counts already: what has been decided is not changed by a past that is made up afterwards."""


@dataclass(frozen=True)
class Past:
    """What is to be made up: the stories, how many days before `now`, and about how many readers on each."""

    stands: Sequence[Stand]
    days: int
    readers: int
    now: float
    zone: ZoneInfo


def imagine_past(ledger: Ledger, journals: Path, past: Past) -> int:
    """Let robots read for days on end; returns the number of signals.

    Raises TooLateError if the ledger has counted anything: it goes forward only.
    """
    now, zone = past.now, past.zone
    if ledger.place(HORIZON):
        raise TooLateError("The readers' past can be made up only before the first reader is counted.")
    signals = 0
    for back in range(past.days, -1, -1):
        day = day_of(now, zone) - timedelta(days=back)
        begins, ends = day_begins(day, zone), min(now, day_begins(day + timedelta(days=1), zone))
        acts = sorted(_day(past, begins, ends), key=lambda act: act.at)
        signals += len(acts)
        if acts:
            _write(journals / f"past-{day.isoformat()}{SUFFIX}", acts)
        merge(ledger, journals, ends, zone)
        tally(ledger, zone)
        erase(ledger, ends, zone)
    return signals


def _day(past: Past, begins: float, ends: float) -> Iterator[Act]:
    for hour in range(24):
        opens = begins + hour * 3600
        for act in imagine_hour(past.stands, opens, past.readers * share_of_hour(hour), seed=0):
            if act.story.published <= act.at < ends - 5:
                yield act


def _write(path: Path, acts: Sequence[Act]) -> None:
    lines = [_line(acts[place : place + LINE]) for place in range(0, len(acts), LINE)]
    segment = Segment(path, sum(map(len, lines)))
    for line in lines:
        segment.write(line)
    segment.release()


def _line(acts: Sequence[Act]) -> bytes:
    rows = [_row(act) for act in acts if not act.robot]
    refused = Counter("bot" for act in acts if act.robot)
    return encode_line(int(acts[-1].at * 1000), rows, refused)


def _row(act: Act) -> Row:
    # A robot's number serves as its key, and as its network's; a nonce must differ for each signal.
    nonce = hash((act.reader, act.story.story, act.at, act.kind)) % (1 << 62)
    at = int(act.at * 1000)
    return (act.kind, at, act.story.story, act.reader, act.reader >> 12, nonce, act.story.section, act.referrer, "", ())
