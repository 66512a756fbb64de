"""The front: the ASGI application that readers meet. What lies ready goes out at once; Django is nowhere in here."""

import asyncio
import gc
import os
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress

from broadsheet.press.composing import ComposingRoom
from broadsheet.press.figures import leave_word, read_word, write_figures
from broadsheet.press.files import StaticFile
from broadsheet.press.follower import Follower
from broadsheet.press.impression import Impression, coding_for
from broadsheet.press.journal import Entry, Journal
from broadsheet.press.pages import Pages, TooManyWaitingError
from broadsheet.press.passing import BodyRefusedError, Passage, Receive, Scope, Send, who_asks
from broadsheet.press.plate import Filler
from broadsheet.press.printing import NotPressedError, Printer
from broadsheet.press.reception import APOLOGY, Outcome, Receiver, Reception, send_answer
from broadsheet.press.report import report
from broadsheet.press.rules import Asked, has_session, why_passed_on
from broadsheet.press.shelf import Shelf
from broadsheet.press.store import Purge, Store
from broadsheet.press.terms import Terms
from broadsheet.press.upstream import Newsroom, NewsroomUnavailableError

_LONGEST_LANGUAGE = 12
_GARBAGE = 50_000
"""Objects made before the collector looks: answers make no circles, and thousands of pages take it long."""

_NOTHING = {"type": "http.response.body", "body": b""}
_REMINDER = 30.0
"""Seconds after which a page must be asked for again to be thought popular."""


class Front:
    """Pressed pages, files, receivers by path, and the way to the newsroom for everything else.

    `filler` fills the slots and `receivers` answer their paths: both come from outside, and the press knows neither.
    """

    def __init__(self, terms: Terms, filler: Filler, receivers: Mapping[str, Receiver], journal: Journal) -> None:
        self.terms = terms
        self._journal = journal
        self._note = journal.append
        self._ready: dict[bytes, Impression | StaticFile] = {}
        self._former: dict[bytes, Impression | StaticFile] = {}
        self._composing = ComposingRoom(filler, tell_keys=terms.tell_keys)
        newsroom, store = Newsroom(terms.newsroom), Store(terms.store, patience=0.25)
        self._printer = Printer(store, newsroom, host=terms.host, secure=terms.secure, count=journal.count)
        self._pages = Pages(Shelf(terms.memory), self._printer, self._forget)
        self._follower = Follower(Store(terms.store, patience=0.0), filler, self)
        self._passage = Passage(newsroom, self._composing)
        self._reception = Reception(self, receivers)
        self._apologies: dict[str, bytes] = {}
        self.word = f"front-{os.getpid()}.figures"
        self._loop: asyncio.AbstractEventLoop
        self._reminded = 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            headers = dict(scope["headers"])
            accepted = headers.get(b"accept-encoding")
            path = scope["raw_path"]
            impression = self._ready.get(path) or self._take_up(path, accepted)
            if impression is not None and not scope["query_string"] and scope["method"] == "GET":
                answer = impression.answers.get(accepted)
                if (
                    answer is not None
                    and (b"cookie" not in headers or not has_session(_cookies(scope)))
                    and b"authorization" not in headers
                ):
                    known = headers.get(b"if-none-match")
                    if known is None or answer.etag not in known:
                        self._note(answer.entry)
                        await send(answer.start)
                        await send(answer.body)
                    else:
                        self._note(answer.unchanged_entry)
                        await send(answer.unchanged)
                        await send(_NOTHING)
                    return
            await self._answer(scope, receive, send)
        elif scope["type"] == "lifespan":
            await self._live(receive, send)

    # What the follower says, from its own thread

    def obey(self, purges: Sequence[Purge]) -> None:
        self._loop.call_soon_threadsafe(self._pages.obey, purges)

    def refill(self, version: int) -> None:
        self._loop.call_soon_threadsafe(self._take_version, version)

    def lose_track(self) -> None:
        self._loop.call_soon_threadsafe(self._pages.doubt_all)

    def tick(self, now: float) -> None:
        self._note(now)
        if now - self._reminded > _REMINDER:
            self._reminded = now
            self._loop.call_soon_threadsafe(self._turn_over)

    def _take_version(self, version: int) -> None:
        self._composing.version = version
        self._turn_over()

    def _turn_over(self) -> None:
        """Let every page be asked for again before it counts as at hand: with new fillings, and as popular."""
        self._former, self._ready = self._ready, {}

    def _take_up(self, path: bytes, accepted: bytes | None) -> Impression | StaticFile | None:
        """What was at hand before the last turn; where its fillings are old it goes out once more meanwhile."""
        former = self._former.pop(path, None)
        if isinstance(former, Impression):
            now = time.time()
            former.asked = now
            self._pages.shelf.touch(former.plate.address)
            self._composing.renew(former, coding_for(former.plate, accepted), now)
        if former is not None:
            self._ready[path] = former
        return former

    def _forget(self, address: str) -> None:
        path = address.encode("ascii")
        self._ready.pop(path, None)
        self._former.pop(path, None)

    # Requests whose answer does not lie ready

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        began = time.perf_counter()
        outcome, status, length = "failed", 500, 0
        try:
            outcome, status, length = await self._dispatch(scope, receive, send)
        finally:
            took = time.perf_counter() - began
            self._note(Entry(scope["method"], scope["path"], status, length, outcome, took))

    async def _dispatch(self, scope: Scope, receive: Receive, send: Send) -> Outcome:
        if scope["path"].startswith("/static/"):
            return await self._send_static(scope, send)
        received = await self._reception.answer(scope, receive, send)
        if received is not None:
            return received
        headers = {**dict(scope["headers"]), b"cookie": _cookies(scope)}
        asked = Asked(scope["method"], scope["raw_path"], scope["query_string"], headers)
        reason, address = why_passed_on(asked), asked.address
        try:
            if reason is None and address is not None:
                return await self._send_page(scope, address, send)
        except NotPressedError as not_pressed:
            reason = not_pressed.reason
        except (NewsroomUnavailableError, TooManyWaitingError):
            return await self._reception.apologize(scope, send)
        return await self._pass_on(scope, receive, send, reason or "address")

    async def _send_page(self, scope: Scope, address: str, send: Send) -> Outcome:
        now = time.time()
        impression = await self._pages.find(address, now)
        outcome = "miss" if impression.plate.printed >= now else "hit"
        answer = await self._composing.answer(impression, dict(scope["headers"]).get(b"accept-encoding"), now)
        for away in self._pages.shelf.weigh(impression):
            self._forget(away)
        extra: list[tuple[bytes, bytes]] = []
        plate = impression.plate
        if plate.is_stale(now):
            age = max(0, int(now - plate.printed))
            outcome = "stale"
            extra = [(b"age", b"%d" % age), (b"cache-status", b"broadsheet; hit; ttl=-%d" % age)]
        elif outcome == "miss":
            extra = [(b"cache-status", b"broadsheet; fwd=miss; stored")]
        elif self._composing.is_current(impression) and plate.expires is None and not scope["query_string"]:
            self._ready[scope["raw_path"]] = impression
        return (outcome, *await send_answer(scope, answer, send, extra))

    async def _send_static(self, scope: Scope, send: Send) -> Outcome:
        if scope["method"] not in {"GET", "HEAD"}:
            return await self._reception.refuse(send, 405)
        found = self._reception.static.find(scope["path"], dict(scope["headers"]).get(b"accept-encoding"))
        if found is None:
            return await self._reception.refuse(send, 404, b"There is no such file.\n")
        self._ready[scope["raw_path"]] = found[0]
        return ("file", *await send_answer(scope, found[1], send, []))

    async def _pass_on(self, scope: Scope, receive: Receive, send: Send, reason: str) -> Outcome:
        self._journal.count("passed", reason)
        client, scheme = who_asks(scope, self.terms.proxies)
        try:
            return ("passed", *await self._passage.answer(scope, receive, send, client=client, scheme=scheme))
        except NewsroomUnavailableError:
            return await self._reception.apologize(scope, send)
        except BodyRefusedError as refused:
            return await self._reception.refuse(send, refused.status)

    async def _live(self, receive: Receive, send: Send) -> None:
        """The server's beginning and end."""
        await receive()
        self._loop = asyncio.get_running_loop()
        gc.freeze()
        gc.set_threshold(_GARBAGE)
        self._follower.start()
        self._journal.start()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        self._follower.stop()
        self._journal.stop()
        for room in (self._printer, self._composing, self._reception):
            room.close()
        with suppress(OSError):
            (self.terms.run / self.word).unlink()
        await send({"type": "lifespan.shutdown.complete"})

    # What reception asks

    async def apology(self, language: str) -> bytes | None:
        if language not in self._apologies and len(language) <= _LONGEST_LANGUAGE:
            plate = await self._printer.stored(APOLOGY + language)
            if plate is None:
                return None
            self._apologies[language] = plate.body
        return self._apologies.get(language)

    def state(self) -> Mapping[str, str]:
        signs = read_word(self.terms.run, "*.alive")
        known = {name: f"{name}.alive" in signs for name in ("newsroom", "clock")}
        known["newsroom"] = known["newsroom"] and not self._printer.is_resting
        parts = {"front": True, **known, "store": self._follower.store_is_up and self._printer.store_is_up}
        return {name: "up" if up else "down" for name, up in parts.items()}

    def figures(self) -> str:
        resting = self._printer.is_resting
        figures = report(self._journal, self._pages, self._composing, self._follower, newsroom_rests=resting)
        return write_figures(figures, os.getpid())

    def leave_figures(self) -> None:
        leave_word(self.terms.run, self.word, self.figures())


def _cookies(scope: Scope) -> bytes:
    """Every Cookie header joined: HTTP/2 sends each cookie in a header of its own."""
    return b"; ".join(value for name, value in scope["headers"] if name == b"cookie")
