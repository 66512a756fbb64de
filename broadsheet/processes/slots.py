"""What fills a front's slots, put together: each slot's name and the room that fills it."""

from collections.abc import Mapping, Sequence

from broadsheet.options import Options
from broadsheet.press.plate import Filler, PageFacts, Slot
from broadsheet.press.reception import Receiver


class SlotDesk:
    """A filler made of fillers: each is handed the slots of its names. A slot that nobody fills stays empty."""

    def __init__(self, fillers: Mapping[str, Filler]) -> None:
        self._fillers = fillers
        self._each = list({id(filler): filler for filler in fillers.values()}.values())

    def version(self) -> int:
        return sum(filler.version() for filler in self._each)

    def fill(self, page: PageFacts, slots: Sequence[Slot], now: float) -> Sequence[bytes]:
        fillings = [b""] * len(slots)
        for filler in self._each:
            places = [place for place, slot in enumerate(slots) if self._fillers.get(slot.name) is filler]
            if places:
                made = filler.fill(page, [slots[place] for place in places], now)
                for place, filling in zip(places, made, strict=True):
                    fillings[place] = filling
        return fillings


def fill_slots(_options: Options) -> tuple[Filler, Mapping[str, Receiver]]:
    """The filler and the receivers of this newspaper's fronts."""
    return SlotDesk({}), {}
