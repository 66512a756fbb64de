"""The composing room: slots filled and bodies compressed on a thread of its own, each once, never on the event loop."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from broadsheet.press.encodings import Coding, encode
from broadsheet.press.impression import Answer, Impression, coding_for, digest, print_answer
from broadsheet.press.plate import Filler, join_slots

_MOST_SPELLINGS = 64
"""Accept-Encoding headers remembered an impression; a browser writes one of about ten."""


@dataclass(frozen=True, slots=True)
class _Composed:
    version: int
    body: bytes
    digest: str
    answer: Answer


class ComposingRoom:
    """Turns impressions into answers. `version` is the filler's, as the follower last heard it."""

    def __init__(self, filler: Filler, *, tell_keys: bool = False) -> None:
        self.version = 0
        self.composed = 0
        self.failures = 0
        self._filler, self._tell_keys = filler, tell_keys
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="composing")
        self._under_way: dict[tuple[int, Coding], asyncio.Task[Answer]] = {}

    def close(self) -> None:
        self._thread.shutdown(wait=True, cancel_futures=True)

    async def answer(self, impression: Impression, accepted: bytes | None, now: float) -> Answer:
        """The answer for an Accept-Encoding header. Where only the fillings are old, the old answer goes out at once
        and the new one is composed meanwhile."""
        coding = coding_for(impression.plate, accepted)
        ready = impression.encoded.get(coding)
        if ready is None:
            ready = await asyncio.shield(self._compose(impression, coding, now))
        else:
            self.renew(impression, coding, now)
        if len(impression.answers) < _MOST_SPELLINGS:
            impression.answers[accepted] = ready
        return ready

    def renew(self, impression: Impression, coding: Coding, now: float) -> None:
        """Have old fillings replaced; the answers that are there do meanwhile."""
        if not self.is_current(impression):
            self._compose(impression, coding, now)

    def is_current(self, impression: Impression) -> bool:
        return not impression.slots or impression.version == self.version

    async def fill(self, impression: Impression, now: float) -> bytes:
        """The body with its slots filled, for a page that is passed on and not kept."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, self._fill, impression, now)

    def _compose(self, impression: Impression, coding: Coding, now: float) -> asyncio.Task[Answer]:
        mark = (id(impression), coding)
        task = self._under_way.get(mark)
        if task is None:
            task = asyncio.create_task(self._compose_once(impression, coding, now))
            self._under_way[mark] = task
            task.add_done_callback(lambda _: self._under_way.pop(mark, None))
        return task

    async def _compose_once(self, impression: Impression, coding: Coding, now: float) -> Answer:
        loop = asyncio.get_running_loop()
        made = await loop.run_in_executor(self._thread, self._make, impression, coding, now)
        if made.digest != impression.digest:
            spellings = [accepted for accepted, old in impression.answers.items() if old.coding == coding]
            impression.answers = dict.fromkeys(spellings, made.answer)
            impression.encoded = {}
        impression.version, impression.body, impression.digest = made.version, made.body, made.digest
        impression.encoded[coding] = made.answer
        self.composed += 1
        return made.answer

    def _make(self, impression: Impression, coding: Coding, now: float) -> _Composed:
        """On the thread: fill if the fillings are old, compress if this coding of the body is not there."""
        version = self.version
        plate = impression.plate
        fillings = [] if impression.digest and self.is_current(impression) else self._fillings(impression, now)
        body = join_slots(impression.parts, fillings) if fillings else impression.body or plate.body
        summary = digest(plate, body) if fillings or not impression.digest else impression.digest
        ready = impression.encoded.get(coding)
        if ready is not None and summary == impression.digest:
            return _Composed(version, body, summary, ready)
        answer = print_answer(plate, encode(body, coding), summary, coding, tell_keys=self._tell_keys)
        return _Composed(version, body, summary, answer)

    def _fill(self, impression: Impression, now: float) -> bytes:
        fillings = self._fillings(impression, now)
        return join_slots(impression.parts, fillings) if fillings else impression.plate.body

    def _fillings(self, impression: Impression, now: float) -> Sequence[bytes]:
        """What goes into the slots; nothing where there are none or they cannot be filled."""
        if not impression.slots:
            return []
        try:
            return list(self._filler.fill(impression.facts, impression.slots, now))
        except Exception:  # a page without its rails is worth more to a reader than no page
            self.failures += 1
            return []
