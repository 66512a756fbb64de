"""The ordered list of reasons not to count a signal. The first that applies is the one that is counted."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from broadsheet.readership.bots import is_bot
from broadsheet.readership.signals import Report, SignalError, read_report
from broadsheet.readership.token import Mint, StoryToken, TokenError
from broadsheet.readership.visitors import Visitors

FASTEST = 20  # signals of one visitor in one second


class Pace:
    """How often this front heard each visitor this second; the ledger looks again, at all fronts together."""

    def __init__(self) -> None:
        self._second = 0
        self._heard: dict[int, int] = {}

    def is_too_fast(self, visitor: int, now: float) -> bool:
        second = int(now)
        if second != self._second:
            self._second = second
            self._heard.clear()
        heard = self._heard.get(visitor, 0)
        if heard >= FASTEST:
            return True
        self._heard[visitor] = heard + 1
        return False


@dataclass(frozen=True)
class Rules:
    """What the sieve goes by: the secrets, the newspaper's origins and stories, whether it honours an opt-out."""

    mint: Mint
    visitors: Visitors
    published: Callable[[int], bool]
    origins: frozenset[bytes] = frozenset()
    honour_opt_out: bool = False
    pace: Pace = field(default_factory=Pace)


class Arrival:
    """One request as the sieve looks at it; what costs time is worked out only when a check asks."""

    def __init__(self, headers: dict[bytes, bytes], body: bytes | None, address: str, now: float, rules: Rules) -> None:
        self.headers = headers
        self.body = body  # None: larger than a signal may be, and so never read
        self.address = address
        self.now = now
        self.rules = rules
        self.agent = headers.get(b"user-agent", b"")

    @cached_property
    def report(self) -> Report | None:
        if self.body is None:
            return None
        try:
            return read_report(self.body)
        except SignalError:
            return None

    @cached_property
    def token(self) -> StoryToken | str:
        """The token that came with the report, or the reason why it is none."""
        if self.report is None:
            return "unknown token"
        try:
            return self.rules.mint.read(self.report.token, self.now)
        except TokenError as error:
            return error.reason

    @cached_property
    def visitor(self) -> int:
        return self.rules.visitors.key(self.address, self.agent, self.now)


def _is_speculative(arrival: Arrival) -> bool:
    headers = arrival.headers
    asked = headers.get(b"sec-purpose") or headers.get(b"purpose") or headers.get(b"x-moz")
    return asked is not None and asked.lower().startswith((b"prefetch", b"prerender", b"preview"))


def _is_bot(arrival: Arrival) -> bool:
    return bool(arrival.agent) and is_bot(arrival.agent.decode("latin-1"))


def _has_no_agent(arrival: Arrival) -> bool:
    return not arrival.agent.strip()


def _is_staff(arrival: Arrival) -> bool:
    return isinstance(arrival.token, StoryToken) and arrival.token.staff


def _is_cross_site(arrival: Arrival) -> bool:
    headers = arrival.headers
    if headers.get(b"sec-fetch-site", b"same-origin") not in {b"same-origin", b"none"}:
        return True
    origin = headers.get(b"origin")
    if origin is None or origin in arrival.rules.origins:
        return False
    return origin.partition(b"://")[2] != headers.get(b"host")


def _is_too_large(arrival: Arrival) -> bool:
    return arrival.body is None


def _token_is(reason: str) -> Callable[[Arrival], bool]:
    # A body that was never read cannot be said to hold a wrong token: it is too large.
    return lambda arrival: arrival.body is not None and arrival.token == reason


def _is_unpublished(arrival: Arrival) -> bool:
    return isinstance(arrival.token, StoryToken) and not arrival.rules.published(arrival.token.story)


def _has_opted_out(arrival: Arrival) -> bool:
    return arrival.rules.honour_opt_out and arrival.headers.get(b"sec-gpc") == b"1"


def _is_too_fast(arrival: Arrival) -> bool:
    return arrival.rules.pace.is_too_fast(arrival.visitor, arrival.now)


SIEVE: list[tuple[str, Callable[[Arrival], bool]]] = [
    ("speculative", _is_speculative),
    ("bot", _is_bot),
    ("no user agent", _has_no_agent),
    ("staff", _is_staff),
    ("cross-site", _is_cross_site),
    ("unknown token", _token_is("unknown token")),
    ("forged token", _token_is("forged token")),
    ("expired token", _token_is("expired token")),
    ("not published", _is_unpublished),
    ("opted out", _has_opted_out),
    ("too large", _is_too_large),
    ("too fast", _is_too_fast),
]

# Counted beside the sieve's reasons: the signal was fit to be counted, but the disk could not keep up.
OVERLOAD = "overload"
REASONS = [*(reason for reason, _ in SIEVE), OVERLOAD]

# What the browser is told. Whoever did nothing wrong is thanked and not counted; a console stays quiet.
STATUSES = {
    "cross-site": 403,
    "unknown token": 400,
    "forged token": 403,
    "expired token": 403,
    "too large": 413,
    "too fast": 429,
    OVERLOAD: 503,
}
REFUSED_QUIETLY = 202


def sieve(arrival: Arrival) -> str | None:
    """The first reason of the sieve that applies, or None: the signal may be written down."""
    for reason, applies in SIEVE:
        if applies(arrival):
            return reason
    return None
