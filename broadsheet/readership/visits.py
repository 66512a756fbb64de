"""Sends robot readers to a newspaper that is open: they fetch real pages, and report what their pages' tokens allow."""

import asyncio
import json
import random
import re
import secrets
import time
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

from broadsheet.readership.robots import Act, Stand, imagine_hour
from broadsheet.readership.signals import Kind

TOKEN = re.compile(rb'name="broadsheet-token" content="([^"<]+)"')
BROWSERS = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1 (KHTML, like Gecko) Version/26.1 Safari/605.1",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Mobile/15E148",
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36",
    "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0",
)
ROBOT = "RobotReader/1.0 (a robot that says so)"
FAILED = 0
SPAN = 600.0  # seconds planned at a time; readers who would stay longer leave with it


async def send_readers(origin: str, stands: Sequence[Stand], *, a_minute: float, minutes: float) -> Counter[int]:
    """Let about `a_minute` robots a minute read for some minutes; gives the answers to their signals by status.

    `origin` must be an address of this machine. Each robot comes from an address of its own in 127.0.0.0/8.
    """
    ends = time.time() + minutes * 60
    told: Counter[int] = Counter()
    while (began := time.time()) < ends:
        span = min(SPAN, ends - began)
        acts = imagine_hour(stands, began, a_minute * 60, int(began))
        told += await _send([act for act in acts if act.at < began + span], origin)
        await asyncio.sleep(max(0.0, began + span - time.time()))
    return told


async def _send(acts: list[Act], origin: str) -> Counter[int]:
    acts.sort(key=lambda act: act.at)
    tasks = []
    for act in acts:
        await asyncio.sleep(max(0.0, act.at - time.time()))
        tasks.append(asyncio.create_task(_visit(origin, act)))
    return Counter([await task for task in tasks])


async def _visit(origin: str, act: Act) -> int:
    """Fetch the story and report; gives the beacon's status, FAILED if there was no answer or the page has no token."""
    chance = random.Random(act.reader)  # noqa: S311 # the same robot has the same address and browser each time
    address = f"127.{chance.randrange(1, 255)}.{chance.randrange(256)}.{chance.randrange(1, 255)}"
    agent = ROBOT if act.robot else chance.choice(BROWSERS)
    try:
        _, page = await _ask(origin, "GET", act.story.address, address, agent)
        found = TOKEN.search(page)
        if found is None:
            return FAILED
        report = {
            "kind": Kind(act.kind).name.lower(),
            "token": found[1].decode(),
            "nonce": secrets.token_hex(8),
            "referrer": act.referrer,
        }
        status, _ = await _ask(origin, "POST", "/-/view", address, agent, json.dumps(report).encode())
    except (OSError, asyncio.IncompleteReadError, ValueError):
        return FAILED
    return status


async def _ask(  # noqa: PLR0913, PLR0917 # a request has that many parts
    origin: str, method: str, path: str, address: str, agent: str, body: bytes = b""
) -> tuple[int, bytes]:
    parts = urlsplit(origin)
    port = parts.port or 80
    reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(address, 0))
    try:
        head = (
            f"{method} {path} HTTP/1.1\r\nhost: {parts.netloc}\r\nuser-agent: {agent}\r\norigin: {origin}\r\n"
            f"sec-fetch-site: same-origin\r\nconnection: close\r\ncontent-length: {len(body)}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        await writer.drain()
        answer = await reader.read()
    finally:
        writer.close()
    status = int(answer.split(b" ", 2)[1])
    return status, answer.partition(b"\r\n\r\n")[2]
