"""Reception: what the front answers itself beside pages: receivers, files, health, figures, and apologies."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Protocol

from broadsheet.press.figures import merge_figures, read_word
from broadsheet.press.files import MediaRoom, StaticRoom
from broadsheet.press.impression import Answer, Message
from broadsheet.press.passing import Receive, Scope, Send, who_asks
from broadsheet.press.terms import Terms

RETRY_SECONDS = b"10"
APOLOGY = "/-/unavailable/"
"""Under this address and a language's code lies the page that readers see when there is nothing else to show."""

_PLAIN_APOLOGY = b"This page cannot be shown just now. Please try again in a few moments.\n"
_NO_STORE = (b"cache-control", b"no-store")

type Receiver = Callable[[Scope, Receive, Send], Awaitable[None]]
type Outcome = tuple[str, int, int]


class House(Protocol):
    """What reception may ask of the front behind it."""

    terms: Terms
    word: str
    """The name under which this front leaves its figures for the others."""

    async def apology(self, language: str) -> bytes | None:
        """The printed page of apology in a language ("" for the newspaper's own), or None if none was printed."""

    def state(self) -> Mapping[str, str]:
        """Each part's name and whether it is up or down."""

    def figures(self) -> str:
        """This front's own figures."""


class Reception:
    """Answers by path; None where the path is a page's or the newsroom's."""

    def __init__(self, house: House, receivers: Mapping[str, Receiver]) -> None:
        self._house, self._receivers = house, receivers
        self.static = StaticRoom(house.terms.static)
        self.media = MediaRoom(house.terms.media)

    def close(self) -> None:
        self.media.close()

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> Outcome | None:
        path: str = scope["path"]
        if receiver := self._receivers.get(path):
            return await self._receive(receiver, scope, receive, send)
        if path.startswith("/media/"):
            return await self._send_media(scope, send, path.removeprefix("/media/"))
        if path.startswith("/-/health"):
            return await self._send_health(send, path.removeprefix("/-/health").strip("/"))
        if path == "/-/metrics":
            return await self._send_figures(scope, send)
        return None

    async def refuse(self, send: Send, status: int, said: bytes = b"") -> Outcome:
        length = await send_text(
            send, status, said or f"{status}\n".encode(), b"text/plain; charset=utf-8", [_NO_STORE]
        )
        return "refused", status, length

    async def apologize(self, scope: Scope, send: Send) -> Outcome:
        """503 with the printed apology, or with a sentence if there is none, and when to come back."""
        printed = await self._house.apology(scope["path"].split("/", 2)[1]) or await self._house.apology("")
        kind = b"text/plain; charset=utf-8" if printed is None else b"text/html; charset=utf-8"
        headers = [_NO_STORE, (b"retry-after", RETRY_SECONDS), (b"cache-status", b"broadsheet; fwd=miss; detail=down")]
        return "refused", 503, await send_text(send, 503, printed or _PLAIN_APOLOGY, kind, headers)

    async def _receive(self, receiver: Receiver, scope: Scope, receive: Receive, send: Send) -> Outcome:
        status = 500

        async def note(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        client, scheme = who_asks(scope, self._house.terms.proxies)
        known = {**scope, "client": (client, (scope.get("client") or ("", 0))[1]), "scheme": scheme}
        await receiver(known, receive, note)
        return "received", status, 0

    async def _send_media(self, scope: Scope, send: Send, named: str) -> Outcome:
        if scope["method"] not in {"GET", "HEAD"}:
            return await self.refuse(send, 405)
        file = await self.media.find(named)
        if file is None:
            return await self.refuse(send, 404, b"There is no such file.\n")
        return ("file", *await self.media.send(file, scope, send))

    async def _send_health(self, send: Send, part: str) -> Outcome:
        """All parts, 200 as long as this front answers; or one part, 200 if it is up and 503 if not."""
        state = dict(self._house.state())
        if part and part not in state:
            return await self.refuse(send, 404)
        shown = {part: state[part]} if part else state
        status = 503 if part and state[part] != "up" else 200
        text = "".join(f"{name} {condition}\n" for name, condition in shown.items()).encode()
        return "health", status, await send_text(send, status, text, b"text/plain; charset=utf-8", [_NO_STORE])

    async def _send_figures(self, scope: Scope, send: Send) -> Outcome:
        """Figures for whoever asks from this machine itself, without a proxy between."""
        peer = (scope.get("client") or ("",))[0]
        if peer not in {"127.0.0.1", "::1"} or any(name == b"x-forwarded-for" for name, _ in scope["headers"]):
            return await self.refuse(send, 404)
        words = await asyncio.to_thread(read_word, self._house.terms.run, "*.figures")
        words[self._house.word] = self._house.figures()
        text = merge_figures(words.values()).encode()
        kind = b"text/plain; version=0.0.4; charset=utf-8"
        return "health", 200, await send_text(send, 200, text, kind, [_NO_STORE])


async def send_text(send: Send, status: int, text: bytes, kind: bytes, headers: list[tuple[bytes, bytes]]) -> int:
    about = [(b"content-type", kind), (b"content-length", str(len(text)).encode())]
    about.append((b"x-content-type-options", b"nosniff"))
    await send({"type": "http.response.start", "status": status, "headers": [*about, *headers]})
    await send({"type": "http.response.body", "body": text})
    return len(text)


async def send_answer(scope: Scope, answer: Answer, send: Send, extra: list[tuple[bytes, bytes]]) -> tuple[int, int]:
    """Send an answer that lies ready, or 304 where the reader's browser has it, with headers changed by `extra`."""
    start = answer.start
    names = {name for name, _ in extra}
    headers = [pair for pair in start["headers"] if pair[0] not in names] + extra if extra else start["headers"]
    asked = dict(scope["headers"]).get(b"if-none-match", b"")
    if start["status"] == 200 and (asked == b"*" or (asked and answer.etag in asked)):
        kept = [pair for pair in answer.unchanged["headers"] if pair[0] not in names] + extra
        await send({**answer.unchanged, "headers": kept})
        await send({"type": "http.response.body", "body": b""})
        return 304, 0
    await send({"type": "http.response.start", "status": start["status"], "headers": headers})
    if scope["method"] == "HEAD":
        await send({"type": "http.response.body", "body": b""})
        return start["status"], 0
    await send(answer.body)
    return start["status"], answer.length
