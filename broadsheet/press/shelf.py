"""The shelf: the impressions that a front keeps in memory, bounded, found by address or by key."""

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator

from broadsheet.press.impression import Impression


class Shelf:
    """Impressions by address. Beyond `room` bytes, those that were asked for least recently are put away."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.used = 0
        self._by_address: OrderedDict[str, Impression] = OrderedDict()
        self._sizes: dict[str, int] = {}
        self._by_key: dict[str, set[str]] = defaultdict(set)

    def __len__(self) -> int:
        return len(self._by_address)

    def __iter__(self) -> Iterator[Impression]:
        return iter(list(self._by_address.values()))

    def get(self, address: str) -> Impression | None:
        return self._by_address.get(address)

    def put(self, impression: Impression) -> list[str]:
        """Keep an impression in the place of an older one; gives the addresses put away to make room for it."""
        address = impression.plate.address
        self.drop(address)
        self._by_address[address] = impression
        for key in impression.plate.keys:
            self._by_key[key].add(address)
        return self.weigh(impression)

    def weigh(self, impression: Impression) -> list[str]:
        """Weigh an impression again after it has grown; gives the addresses put away to make room."""
        address = impression.plate.address
        if self._by_address.get(address) is not impression:
            return []
        self.used += impression.size - self._sizes.get(address, 0)
        self._sizes[address] = impression.size
        put_away = []
        while self.used > self.room and len(self._by_address) > 1:
            oldest = next(iter(self._by_address))
            if oldest == address:
                break
            self.drop(oldest)
            put_away.append(oldest)
        return put_away

    def touch(self, address: str) -> None:
        """Note that an address is asked for, so that it is put away last."""
        if address in self._by_address:
            self._by_address.move_to_end(address)

    def drop(self, address: str) -> Impression | None:
        impression = self._by_address.pop(address, None)
        if impression is None:
            return None
        self.used -= self._sizes.pop(address)
        for key in impression.plate.keys:
            self._by_key[key].discard(address)
            if not self._by_key[key]:
                del self._by_key[key]
        return impression

    def standing_on(self, keys: Iterable[str]) -> set[str]:
        """Every address on the shelf that shows one of the keys."""
        return {address for key in keys if key in self._by_key for address in self._by_key[key]}
