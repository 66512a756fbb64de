"""Pulses: decayed counts of events, kept so that one event costs a few additions and time passing costs nothing.

Forward decay (Cormode, Shkapenyuk, Srivastava, Xu: Forward Decay, ICDE 2009): an event at time t weighs
2^((t - landmark) / half-life); a count now is the sum times 2^(-(now - landmark) / half-life).
"""

from collections.abc import Sequence

_LARGEST_EXPONENT = 200.0
"""Half-lives after which the landmark moves, long before a double overflows at 1023."""


class Pulses:
    """Decayed counts for any number of stories, at several half-lives at once."""

    def __init__(self, half_lives: Sequence[float]) -> None:
        """Half-lives are minutes."""
        self._seconds = tuple(60.0 * half_life for half_life in half_lives)
        self._landmark = 0.0
        self._sums: dict[int, list[float]] = {}

    def add(self, story: int, when: float, number: float = 1.0) -> None:
        """Count `number` events at `when` (seconds since the epoch), in any order of time."""
        if not self._sums and not self._landmark:
            self._landmark = when
        elif when - self._landmark > _LARGEST_EXPONENT * self._seconds[0]:
            self._move(when)
        sums = self._sums.get(story)
        if sums is None:
            sums = self._sums[story] = [0.0] * len(self._seconds)
        since = when - self._landmark
        for index, seconds in enumerate(self._seconds):
            sums[index] += number * 2.0 ** (since / seconds)

    def at(self, now: float) -> dict[int, tuple[float, ...]]:
        """Every story's counts at that moment, one a half-life."""
        gains = self._gains(now)
        return {
            story: tuple([total * gain for total, gain in zip(sums, gains, strict=True)])
            for story, sums in self._sums.items()
        }

    def of(self, story: int, now: float) -> tuple[float, ...] | None:
        """One story's counts at that moment; None if it has none."""
        sums = self._sums.get(story)
        if sums is None:
            return None
        return tuple([total * gain for total, gain in zip(sums, self._gains(now), strict=True)])

    def forget(self, now: float, below: float) -> None:
        """Drop the stories whose slowest count has sunk under `below`."""
        gain = self._gains(now)[-1]
        self._sums = {story: sums for story, sums in self._sums.items() if sums[-1] * gain >= below}

    def _gains(self, now: float) -> list[float]:
        return [2.0 ** ((self._landmark - now) / seconds) for seconds in self._seconds]

    def _move(self, landmark: float) -> None:
        gains = self._gains(landmark)
        for sums in self._sums.values():
            sums[:] = [total * gain for total, gain in zip(sums, gains, strict=True)]
        self._landmark = landmark
