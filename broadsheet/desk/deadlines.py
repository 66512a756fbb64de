"""What is due when, and what is late: one entry a story, worked out from its times. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

LONG_WAIT = timedelta(hours=2)  # in which an editor should have looked at what was handed in
SOON = timedelta(hours=24)


class Act(Enum):
    """What is to happen next to a story."""

    PUBLISH = "publish"  # scheduled: it goes out by itself
    APPROVE = "approve"  # wanted at a time, but nobody has scheduled it
    DECIDE = "decide"  # its embargo ends; whether it goes out is open
    REVIEW = "review"  # waits in the workflow
    EXPIRE = "expire"  # comes off by itself


@dataclass(frozen=True)
class Times:
    """What is known of one story. Every time is aware; None where there is none."""

    story: int
    live: bool
    scheduled_at: datetime | None = None  # approved by an editor
    wanted_at: datetime | None = None  # what the draft asks for
    embargo_until: datetime | None = None
    waiting_since: datetime | None = None
    expires_at: datetime | None = None


@dataclass(frozen=True)
class Deadline:
    """The next thing that happens to a story."""

    story: int
    act: Act
    when: datetime
    late: bool


def next_deadline(times: Times, now: datetime) -> Deadline | None:
    """The one thing to know about a story now, or None if nothing is due."""
    if times.scheduled_at:
        return Deadline(times.story, Act.PUBLISH, times.scheduled_at, late=times.scheduled_at <= now)
    if not times.live and times.wanted_at:
        return Deadline(times.story, Act.APPROVE, times.wanted_at, late=times.wanted_at <= now)
    if times.waiting_since:
        ends = times.waiting_since + LONG_WAIT
        return Deadline(times.story, Act.REVIEW, ends, late=ends <= now)
    if not times.live and times.embargo_until:
        return Deadline(times.story, Act.DECIDE, times.embargo_until, late=times.embargo_until <= now)
    if times.live and times.expires_at and times.expires_at <= now + SOON:
        return Deadline(times.story, Act.EXPIRE, times.expires_at, late=times.expires_at <= now)
    return None


def deadlines(stories: Iterable[Times], now: datetime) -> list[Deadline]:
    """What is due, the earliest first."""
    found = (next_deadline(times, now) for times in stories)
    return sorted((deadline for deadline in found if deadline), key=lambda deadline: (deadline.when, deadline.story))
