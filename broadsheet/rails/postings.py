"""Postings: which stories hold which terms, for a hundred thousand stories in a few hundred megabytes.

A part is sorted by bucket: the buckets that occur, where each one's entries begin, and the entries (a story's number
and weight). New stories wait in an open part; full parts of one size are merged into one of the next, so that
adding costs little and asking touches few parts.
"""

from collections.abc import Mapping
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from broadsheet.rails.terms import BUCKETS

OPEN, MERGED, LARGEST = 128, 10, 12_800
"""Stories in the open part, how many parts of one size make one of the next, and where that ends: merging a larger
part would keep the clock for seconds."""

MOST_COMMON, ALWAYS_ALLOWED = 0.05, 25
"""Terms in a larger share of the stories say nothing of any; in a young newspaper this many stories are no share."""

ENTRIES_READ = 150_000
"""A question reads its rarest terms first and stops after so many entries, which bounds its time."""

type Integers = npt.NDArray[np.uint32]
type Floats = npt.NDArray[np.float32]
type Bytes = npt.NDArray[np.uint8]
type Part = tuple[int, Integers, Integers, Integers, Bytes]


class Postings:
    """The inverted index. Stories are numbered from nought in the order in which they are added."""

    def __init__(self) -> None:
        self.size = 0
        self._holders = np.zeros(BUCKETS, dtype=np.uint32)
        self._norms: Floats = np.zeros(1024, dtype=np.float32)
        self._open: list[tuple[Integers, Floats]] = []
        self._parts: list[Part] = []
        self._asked: Floats = np.zeros(BUCKETS, dtype=np.float32)

    def add(self, terms: Mapping[int, float]) -> int:
        """The new story's number."""
        buckets, weights = _arrays(terms or {0: 0.0})
        self._holders[buckets] += 1
        number = self.size
        self.size += 1
        if number == len(self._norms):
            self._norms = np.concatenate([self._norms, np.zeros(number, dtype=np.float32)])
        self._norms[number] = self._norm(buckets, weights)
        self._open.append((buckets, weights))
        if len(self._open) == OPEN:
            self._close()
        return number

    def similarities(self, terms: Mapping[int, float]) -> Floats:
        """The cosine of the weighted terms with every story's, one a number."""
        buckets, weights = _arrays(terms)
        rarities = self._rarities(buckets)
        asked = rarities > 0
        buckets, weights, rarities = buckets[asked], weights[asked], rarities[asked]
        norm = float(np.sqrt(np.sum((weights * rarities) ** 2)))
        if not norm:
            return np.zeros(self.size, dtype=np.float32)
        order = np.argsort(self._holders[buckets], kind="stable")
        within = order[np.cumsum(self._holders[buckets][order]) <= ENTRIES_READ]
        within.sort()
        products = self._products(buckets[within], (weights * rarities**2)[within])
        cosines: Floats = (products / (norm * np.maximum(self._norms[: self.size], 1e-6))).astype(np.float32)
        return cosines

    def _products(self, buckets: Integers, weights: Floats) -> npt.NDArray[np.float64]:
        stories, values = [], []
        for _first, occurring, begins, numbers, part_weights in self._parts:
            places = np.searchsorted(occurring, buckets)
            places[places == len(occurring)] = 0
            found = occurring[places] == buckets
            at = places[found]
            starts, lengths = begins[at], begins[at + 1] - begins[at]
            picks = _ranges(starts, lengths)
            stories.append(numbers[picks].astype(np.int64))
            values.append(part_weights[picks] * np.repeat(weights[found] / _FINENESS, lengths))
        if self._open:
            stories.append(np.arange(self.size - len(self._open), self.size))
            values.append(self._open_products(buckets, weights))
        if not stories:
            return np.zeros(self.size)
        return np.bincount(np.concatenate(stories), np.concatenate(values), minlength=self.size)

    def _open_products(self, buckets: Integers, weights: Floats) -> Floats:
        """One product a story of the open part; the dense question is wiped again at the end."""
        self._asked[buckets] = weights
        entries = self._asked[np.concatenate([own for own, _weights in self._open])]
        entries *= np.concatenate([own_weights for _own, own_weights in self._open])
        self._asked[buckets] = 0
        begins = np.cumsum([0, *(len(own) for own, _weights in self._open)])[:-1]
        products: Floats = np.add.reduceat(entries, begins)
        return products

    def _rarities(self, buckets: Integers) -> Floats:
        """Inverse document frequency, nought for what is too common to mean anything."""
        holders = self._holders[buckets].astype(np.float32)
        too_common = holders > max(ALWAYS_ALLOWED, MOST_COMMON * self.size)
        rarities: Floats = np.log((1 + self.size) / (1 + holders)).astype(np.float32)
        rarities[too_common | (holders == 0)] = 0
        return np.maximum(rarities, 0)

    def _norm(self, buckets: Integers, weights: Floats) -> float:
        return float(np.sqrt(np.sum((weights * self._rarities(buckets)) ** 2)))

    def _close(self) -> None:
        """Turn the open part into a closed one, and merge parts while enough have the same size."""
        first = self.size - len(self._open)
        numbers = [
            np.full(len(own), number, dtype=np.uint32) for number, (own, _w) in enumerate(self._open, start=first)
        ]
        buckets = np.concatenate([buckets for buckets, _weights in self._open])
        weights = _quantise(np.concatenate([weights for _buckets, weights in self._open]))
        self._parts.append(_part(first, buckets, np.concatenate(numbers), weights))
        self._open = []
        self._weigh_anew(self._parts[-1])
        while len(self._parts) >= MERGED and _may_merge(self._parts[-MERGED:], self.size):
            self._parts[-MERGED:] = [_merge(self._parts[-MERGED:])]
            self._weigh_anew(self._parts[-1])

    def _weigh_anew(self, part: Part) -> None:
        """Each story's norm by what is rare now: a young newspaper does not know yet what will be."""
        first, occurring, begins, numbers, weights = part
        rarities = np.repeat(self._rarities(occurring), np.diff(begins))
        squares = np.bincount(numbers - np.uint32(first), (weights / _FINENESS * rarities) ** 2)
        self._norms[first : first + len(squares)] = np.sqrt(squares)


_FINENESS = np.float32(32)
"""A closed part's weights are whole 32nds up to 8: a byte each, exact to the second decimal."""


def _quantise(weights: Floats) -> Bytes:
    return np.minimum(np.rint(weights * _FINENESS), 255).astype(np.uint8)


def _arrays(terms: Mapping[int, float]) -> tuple[Integers, Floats]:
    buckets = np.fromiter(terms.keys(), dtype=np.uint32, count=len(terms))
    weights = np.fromiter(terms.values(), dtype=np.float32, count=len(terms))
    order = np.argsort(buckets)
    return buckets[order], weights[order]


def _ranges(starts: Integers, lengths: Integers) -> npt.NDArray[np.int64]:
    """The whole numbers of all ranges start … start + length, one after another."""
    total = int(lengths.sum())
    if not total:
        return np.zeros(0, dtype=np.int64)
    ends = np.cumsum(lengths, dtype=np.int64)
    return np.arange(total, dtype=np.int64) + np.repeat(starts.astype(np.int64) - (ends - lengths), lengths)


def _part(first: int, buckets: Integers, numbers: Integers, weights: Bytes) -> Part:
    order = np.argsort(buckets, kind="stable")
    buckets = buckets[order]
    begins = np.flatnonzero(np.concatenate([[True], buckets[1:] != buckets[:-1]]))
    return first, buckets[begins], np.append(begins, len(order)).astype(np.uint32), numbers[order], weights[order]


def _merge(parts: list[Part]) -> Part:
    buckets = np.concatenate([np.repeat(part[1], np.diff(part[2])) for part in parts])
    numbers = np.concatenate([part[3] for part in parts])
    return _part(parts[0][0], buckets, numbers, np.concatenate([part[4] for part in parts]))


def _may_merge(parts: list[Part], end: int) -> bool:
    sizes = {later - earlier for earlier, later in pairwise([part[0] for part in parts] + [end])}
    return len(sizes) == 1 and max(sizes) < LARGEST
