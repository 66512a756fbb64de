"""What fills a front's slots, put together: each slot's name and the room that fills it."""

import json
import time
from collections.abc import Callable, Mapping, Sequence

from broadsheet.options import Options, secret_key
from broadsheet.press.plate import Filler, PageFacts, Slot
from broadsheet.press.reception import Receiver
from broadsheet.press.store import Store, StoreUnavailableError
from broadsheet.processes.places import store_file
from broadsheet.rails.filler import SLOT as RAIL
from broadsheet.rails.filler import RailFiller
from broadsheet.readership.beacon import PATH
from broadsheet.readership.figures import Views
from broadsheet.readership.house import open_beacon, readership_folder, token_secret
from broadsheet.readership.slots import Phrases, ReadershipSlots
from broadsheet.readership.token import Mint

LOOK_EVERY = 5.0
"""Seconds between looks at what the newsroom pressed for counting."""


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


class Pressed:
    """What the newsroom pressed for counting: a language's words, and which stories were taken back."""

    def __init__(self, store: Store, now: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._now = now
        self._looked = float("-inf")
        self._phrases: dict[str, Phrases] = {}
        self._taken_back: frozenset[int] = frozenset()

    def phrases(self, language: str) -> Phrases | None:
        self._look()
        return self._phrases.get(language)

    def published(self, story: int) -> bool:
        """Whether a story that has a token is still published: only then was the token handed out."""
        self._look()
        return story not in self._taken_back

    def _look(self) -> None:
        if self._now() - self._looked < LOOK_EVERY:
            return
        self._looked = self._now()
        try:
            phrases, taken_back = self._store.standings("phrases-"), self._store.standing("taken-back")
        except StoreUnavailableError:
            return  # what was known a moment ago still holds
        for name, body in phrases.items():
            said = json.loads(body)
            patterns = {int(number): pattern for number, pattern in said.pop("patterns").items()}
            self._phrases[name.removeprefix("phrases-")] = Phrases(patterns=patterns, **said)
        self._taken_back = frozenset(json.loads(taken_back or b"[]"))


def fill_slots(options: Options) -> tuple[Filler, Mapping[str, Receiver]]:
    """The filler and the receivers of this newspaper's fronts."""
    mint = Mint(token_secret(secret_key(options)))
    pressed = Pressed(Store(store_file(options), patience=0.25))
    counting = ReadershipSlots(Views(readership_folder(options)), mint, pressed.phrases)
    beacon = open_beacon(options, mint, pressed.published)
    rails = RailFiller(Store(store_file(options), patience=0.25))
    return SlotDesk({"views": counting, "token": counting, RAIL: rails}), {PATH: beacon}
