"""What counting is measured and drilled with: a server that stores nothing, and a front of the readership alone."""

import os
from pathlib import Path
from zoneinfo import ZoneInfo

from broadsheet.readership.beacon import Beacon, Receive, Scope, Send
from broadsheet.readership.journal import Journal
from broadsheet.readership.sieve import Rules
from broadsheet.readership.token import Mint
from broadsheet.readership.visitors import Salts, Visitors

FOLDER = "BENCH_FOLDER"
SECRET = b"bench"
STORIES = 2_000
ZONE = ZoneInfo("Asia/Seoul")


async def answer_nothing(scope: Scope, receive: Receive, send: Send) -> None:
    """Granian answering 204 and storing nothing: what counting is measured against."""
    if scope["type"] == "http":
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})


class Front:
    """The whole sieve and a journal of its own; readers' addresses come from a header, as behind a proxy."""

    def __init__(self) -> None:
        folder = Path(os.environ[FOLDER])
        visitors = Visitors(Salts(folder / "salts", ZONE), "paper.example")
        rules = Rules(Mint(SECRET), visitors, lambda story: story > 0)
        self.beacon = Beacon(Journal(folder / "journals"), rules, _forwarded_for)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self.beacon(scope, receive, send)


def _forwarded_for(scope: Scope) -> str:
    return next((value.decode() for name, value in scope["headers"] if name == b"x-forwarded-for"), "")


def make_front() -> Front:
    return Front()
