"""Counting that is killed at any moment loses nothing that it acknowledged, and counts nothing forged."""

import asyncio
import json
import os
import random
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.readership import a_real_disk, serve
from broadsheet.readership.ledger import Ledger
from broadsheet.readership.merge import count_waiting, merge
from broadsheet.readership.tallies import tally
from broadsheet.readership.token import Mint
from tests.counters import SECRET, ZONE

ROUNDS = 20
SERVING_AGAIN = 5.0  # seconds
CLIENTS = 24
ABUSES = 100_000
HEADERS = (
    "POST /-/view HTTP/1.1\r\nhost: paper.example\r\norigin: https://paper.example\r\n"
    "user-agent: Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0\r\n"
    "x-forwarded-for: {address}\r\ncontent-length: {length}\r\n\r\n"
)
CLOCK = """
import sys, time
from pathlib import Path
from drill.readership import settle
while True:
    settle(Path(sys.argv[1]))
"""


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="drill-", dir=a_real_disk()) as name:
        folder = Path(name)
        mint = Mint(SECRET)
        sent = acknowledged = 0
        slowest = 0.0
        for number in range(ROUNDS):
            part, said, waited = _round(folder, mint, kill_clock=number % 2 == 0)
            sent, acknowledged, slowest = sent + part, acknowledged + said, max(slowest, waited)
            stored = _stored(folder)
            print(
                f"   round {number + 1}: acknowledged {acknowledged:,} ≤ stored {stored:,} ≤ sent {sent:,}", flush=True
            )
            if not acknowledged <= stored <= sent:
                raise AssertionError("a view that was acknowledged is lost, or one that was never sent is counted")
        print(f"   serving again within {slowest:.1f} s at the slowest")
        if slowest > SERVING_AGAIN:
            raise AssertionError(f"serving again took {slowest:.1f} s")
        _abuse(folder, mint)


def settle(folder: Path) -> None:
    """One turn of the clock."""
    ledger = Ledger(folder)
    merge(ledger, folder / "journals", time.time(), ZONE)
    tally(ledger, ZONE)
    ledger.close()
    time.sleep(0.1)


def _round(folder: Path, mint: Mint, *, kill_clock: bool) -> tuple[int, int, float]:
    """Load two fronts and a clock, then kill them: what was sent, what acknowledged, the seconds of the start."""
    began = time.monotonic()
    clock = subprocess.Popen([sys.executable, "-c", CLOCK, str(folder)])
    try:
        with serve(folder, "the whole sieve") as (port, workers):
            serving = time.monotonic() - began
            load = Load(port, mint)
            doomed = [*workers, clock.pid] if kill_clock else workers
            asyncio.run(load.run(random.uniform(0.3, 1.2), lambda: _kill(doomed)))
    finally:
        clock.kill()
        clock.wait()
    return load.sent, load.acknowledged, serving


def _kill(processes: list[int]) -> None:
    for process in processes:
        os.kill(process, signal.SIGKILL)


class Load:
    """Readers who all come at once, each with an address and a nonce of its own."""

    def __init__(self, port: int, mint: Mint) -> None:
        self._port = port
        self._mint = mint
        self.sent = self.acknowledged = 0

    async def run(self, seconds: float, kill) -> None:
        readers = [asyncio.create_task(self._read()) for _ in range(CLIENTS)]
        await asyncio.sleep(seconds)
        kill()
        await asyncio.wait(readers, timeout=10)

    async def _read(self) -> None:
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
            while True:
                token = self._mint.make(random.randrange(1, 500), "7", time.time())
                self.sent += 1
                status = await ask(reader, writer, body(token))
                self.acknowledged += status == 204
        except (OSError, asyncio.IncompleteReadError):
            return


def body(token: str, nonce: str = "") -> bytes:
    return json.dumps({"kind": "view", "token": token, "nonce": nonce or secrets.token_hex(8)}).encode()


async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, content: bytes, address: str = "") -> int:
    """Send one signal and give the answer's status."""
    address = address or f"10.{random.randrange(256)}.{random.randrange(256)}.{random.randrange(1, 255)}"
    writer.write(HEADERS.format(address=address, length=len(content)).encode() + content)
    await writer.drain()
    head = await reader.readuntil(b"\r\n\r\n")
    return int(head.split(b" ", 2)[1])


def _stored(folder: Path) -> int:
    """Everything counted, repeated or refused, with what still waits. The journals' owners are dead: nothing moves."""
    ledger = Ledger(folder)
    settled = ledger.database.execute("SELECT coalesce(sum(signals), 0) FROM outcome").fetchone()[0]
    waiting = count_waiting(ledger, folder / "journals")
    ledger.close()
    return settled + waiting


def _abuse(folder: Path, mint: Mint) -> None:
    """Replay, forge and oversize until nothing new can come of it."""
    ledger = Ledger(folder)
    merge(ledger, folder / "journals", time.time() + 10, ZONE)
    tally(ledger, ZONE)
    with serve(folder, "the whole sieve") as (port, _workers):
        asyncio.run(_send_abuse(port, mint))
    before = _views(ledger)
    merge(ledger, folder / "journals", time.time() + 10, ZONE)
    tally(ledger, ZONE)
    grown = _views(ledger) - before
    ledger.close()
    print(f"   {ABUSES:,} replayed, forged and oversize signals after one honest one: +{grown}")
    if grown != 1:
        raise AssertionError("abuse was counted")


async def _send_abuse(port: int, mint: Mint) -> None:
    honest = body(mint.make(42, "7", time.time()))
    forged = body(Mint(b"another secret").make(42, "7", time.time()))
    oversize = body(mint.make(42, "7", time.time())) + b" " * 512

    async def send(number: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for turn in range(number, ABUSES, CLIENTS):
            # An oversize body is not read, so its connection cannot be trusted to go on.
            content = (honest, forged, oversize)[turn % 3]
            await ask(reader, writer, content)
            if content is oversize:
                writer.close()
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.close()

    await asyncio.gather(*(send(number) for number in range(CLIENTS)))


def _views(ledger: Ledger) -> int:
    return ledger.database.execute("SELECT coalesce(sum(views), 0) FROM total").fetchone()[0]
