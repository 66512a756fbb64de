"""A small counting house for tests: fronts that take signals without a network, a clock that stands where it is put."""

import asyncio
import json
import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from broadsheet.readership.beacon import Beacon
from broadsheet.readership.journal import Journal
from broadsheet.readership.ledger import Ledger
from broadsheet.readership.merge import SETTLES, count_waiting, merge
from broadsheet.readership.sieve import Rules
from broadsheet.readership.tallies import tally
from broadsheet.readership.token import Mint
from broadsheet.readership.visitors import Salts, Visitors

ZONE = ZoneInfo("Asia/Kolkata")  # whose days begin at half past an hour of the world's clock
NOON = 1_795_415_400.0  # 23 November 2026, noon in Kolkata
BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36"


@dataclass
class Reader:
    """Somebody with an address and a browser."""

    address: str = "192.0.2.1"
    agent: str = BROWSER


@dataclass
class House:
    """Fronts, their journals, one ledger, and the time."""

    folder: Path
    now: float = NOON
    published: Callable[[int], bool] = bool
    honour_opt_out: bool = False
    mint: Mint = field(default_factory=lambda: Mint(b"secret"))
    ledgers: dict[Path, Ledger] = field(default_factory=dict)

    @property
    def journals(self) -> Path:
        return self.folder / "journals"

    def open_front(self, **journal: Any) -> Beacon:
        salts = Salts(self.folder / "salts", ZONE)
        rules = Rules(
            self.mint,
            Visitors(salts, "paper.example"),
            self.published,
            origins=frozenset({b"https://paper.example"}),
            honour_opt_out=self.honour_opt_out,
        )
        clock = lambda: self.now  # noqa: E731 # both look at the house's clock
        return Beacon(
            Journal(self.journals, segment=65_536, now=clock, **journal), rules, lambda scope: scope["client"][0], clock
        )

    def token(self, story: int = 42, **kind: Any) -> str:
        return self.mint.make(story, "world", self.now, **kind)

    @property
    def ledger(self) -> Ledger:
        if self.folder not in self.ledgers:
            self.ledgers[self.folder] = Ledger(self.folder)
        return self.ledgers[self.folder]

    def settle(self) -> Ledger:
        """Merge and tally all that was received so far."""
        merge(self.ledger, self.journals, self.now + SETTLES / 1000 + 1, ZONE)
        tally(self.ledger, ZONE)
        return self.ledger

    def waiting(self) -> int:
        return count_waiting(self.ledger, self.journals)

    def close(self) -> None:
        while self.ledgers:
            self.ledgers.popitem()[1].close()


def body(token: str, nonce: str | None = None, **more: Any) -> bytes:
    return json.dumps({"token": token, "nonce": nonce or secrets.token_hex(8), **more}).encode()


@dataclass
class Answer:
    """What a front said."""

    status: int
    headers: dict[bytes, bytes]


async def ask(
    front: Beacon,
    content: bytes,
    reader: Reader | None = None,
    headers: dict[str, str] | None = None,
    method: str = "POST",
) -> Answer:
    """One request, with the headers of a page's own script unless others are given."""
    reader = reader or Reader()
    given = {"host": "paper.example", "origin": "https://paper.example", "sec-fetch-site": "same-origin"}
    given |= {"user-agent": reader.agent, "content-length": str(len(content))} | (headers or {})
    scope = {
        "type": "http",
        "method": method,
        "client": (reader.address, 40_000),
        "headers": [(name.encode(), value.encode()) for name, value in given.items()],
    }
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": content, "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    await front(scope, receive, send)
    return Answer(sent[0]["status"], dict(sent[0]["headers"]))


def in_a_front(house: House, *contents: bytes, reader: Reader | None = None, **headers: str) -> list[Answer]:
    """The answers of one front, opened for these signals and closed after them, one signal after the other."""

    async def run() -> list[Answer]:
        front = house.open_front()
        answers = [
            await ask(front, content, reader, {name.replace("_", "-"): value for name, value in headers.items()})
            for content in contents
        ]
        await front.close()
        return answers

    with ThreadPoolExecutor(1) as elsewhere:  # a browser's loop may already run in this thread
        return elsewhere.submit(lambda: asyncio.run(run())).result()


def outcomes(ledger: Ledger) -> dict[str, int]:
    """The sums by outcome."""
    return dict(ledger.database.execute("SELECT outcome, sum(signals) FROM outcome GROUP BY outcome"))


def views(ledger: Ledger, story: int = 42) -> int:
    row = ledger.database.execute("SELECT views FROM total WHERE story = ?", (story,)).fetchone()
    return row[0] if row else 0
