"""A day of readers through a caching proxy, with a crash in the middle: what is shown is what truly happened."""

import asyncio
import json
import os
import random
import re
import secrets
import signal
import sqlite3
import subprocess
import tempfile
import time
import urllib.request
from collections import Counter
from pathlib import Path

from broadsheet.readership.sieve import REASONS
from tests.newspaper import Newspaper, free_port, make_newspaper

READERS, BREADTH = 1_200, 12
NEEDS = {"nginx": "nginx", "pgrep": "procps"}
STORIES = 6
BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/{}.0"
TOKEN = re.compile(rb'name="broadsheet-token" content="([^"<]+)"')
PUBLISH = f"""
from broadsheet.sections.models import Section
from broadsheet.stories.models import Story
section = Section.objects.filter(locale__language_code="en").first()
for number in range({STORIES}):
    story = Story(title=f"Story {{number}}", slug=f"story-{{number}}", body=[("text", "<p>It happened.</p>")])
    section.add_child(instance=story)
    story.save_revision().publish()
    print("story", story.pk, story.url)
"""
# Started by root, nginx would otherwise work as somebody who may not read the drill's folder.
USER = "user root; " if os.geteuid() == 0 else ""
NGINX = """
{user}daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.log; worker_processes 1;
events {{ worker_connections 512; }}
http {{
  access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  proxy_cache_path {folder}/cache keys_zone=pages:8m;
  server {{
    listen 127.0.0.1:{port};
    location / {{
      proxy_pass http://127.0.0.1:{front};
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $http_x_reader;
      proxy_cache pages; proxy_cache_valid 200 10m; proxy_ignore_headers Cache-Control Set-Cookie Vary;
    }}
  }}
}}
"""


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="drill-") as name:
        folder = Path(name)
        newspaper = make_newspaper(folder / "paper", trusted_proxies="127.0.0.1")
        newspaper.open()
        try:
            said = newspaper.run("django", "shell", "--command", PUBLISH)
            stories = {int(number): path for number, path in re.findall(r"story (\d+) (\S+)", said)}
            port = free_port()
            (folder / "nginx.conf").write_text(NGINX.format(user=USER, folder=folder, port=port, front=newspaper.port))
            proxy = subprocess.Popen(["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")])
            try:
                day = Day(port, stories)
                asyncio.run(day.pass_by(lambda: _crash(newspaper)))
                _compare(newspaper, day)
            finally:
                proxy.terminate()
                proxy.wait(10)
        finally:
            newspaper.close()


class Day:
    """Readers one after the other, twelve at a time, each with an address; and the truth about what they read."""

    def __init__(self, port: int, stories: dict[int, str]) -> None:
        self._port = port
        self._stories = stories
        self._chance = random.Random(11)
        self.truth: Counter[int] = Counter()
        self.refused = 0
        self.sent = 0
        self._crash = lambda: None

    async def pass_by(self, crash) -> None:
        waiting = asyncio.Queue()
        for number in range(READERS):
            waiting.put_nowait(number)
        await asyncio.gather(*(self._read(waiting, crash) for _ in range(BREADTH)))

    async def _read(self, waiting, crash) -> None:
        while not waiting.empty():
            number = waiting.get_nowait()
            if number == READERS // 2:
                crash()
            address, agent = f"10.0.{number // 250}.{number % 250 + 1}", BROWSER.format(100 + number % 50)
            if number % 10 == 0:
                agent = "Googlebot/2.1 (+http://www.google.com/bot.html)"
            for story in self._chance.sample(sorted(self._stories), k=self._chance.randint(1, 3)):
                page = await self._insist("GET", self._stories[story], address, agent)
                report = {"kind": "view", "token": TOKEN.search(page[1])[1].decode(), "nonce": secrets.token_hex(8)}
                body = json.dumps(report).encode()
                status, _ = await self._insist("POST", "/-/view", address, agent, body)
                again = number % 7 == 0  # a retry whose first answer was lost, and a reload
                for _ in range(2 * again):
                    await self._insist("POST", "/-/view", address, agent, body)
                self.truth[story] += status == 204

    async def _insist(self, method, path, address, agent, body=b""):
        """As a browser that does not give up: the same signal again until it is answered."""
        ends = time.monotonic() + 60
        said: object = None
        while True:
            try:
                self.sent += method == "POST"
                status, content = await self._ask(method, path, address, agent, body)
                if status < 500:
                    return status, content
                said = content[:400]
            except (OSError, asyncio.IncompleteReadError) as error:
                said = error
            if time.monotonic() > ends:
                raise AssertionError(f"{path} was not answered for a minute: {said!r}")
            await asyncio.sleep(0.1)

    async def _ask(self, method, path, address, agent, body):
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        origin = f"http://localhost:{self._port}"
        head = (
            f"{method} {path} HTTP/1.1\r\nhost: localhost:{self._port}\r\nuser-agent: {agent}\r\norigin: {origin}\r\n"
            f"x-reader: {address}\r\nconnection: close\r\ncontent-length: {len(body)}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        answer = await reader.read()
        writer.close()
        if not answer:
            raise asyncio.IncompleteReadError(b"", None)
        return int(answer.split(b" ", 2)[1]), answer


def _crash(newspaper: Newspaper) -> None:
    """Kill every process but the supervisor, which starts them anew."""
    listed = subprocess.run(["pgrep", "-P", str(newspaper.process.pid)], capture_output=True, text=True, check=True)
    children = [int(child) for child in listed.stdout.split()]
    grandchildren = subprocess.run(
        ["pgrep", "-P", ",".join(map(str, children))], capture_output=True, text=True, check=False
    )
    for process in [*map(int, grandchildren.stdout.split()), *children]:
        os.kill(process, signal.SIGKILL)


def _compare(newspaper: Newspaper, day: Day) -> None:
    """Wait until nothing moves, then hold the sums against the truth."""
    database = sqlite3.connect(newspaper.paper / "var" / "readership" / "ledger.sqlite3")
    ends = time.monotonic() + 60
    while True:
        counted = dict(database.execute("SELECT story, views FROM total"))
        if counted == dict(day.truth) or time.monotonic() > ends:
            break
        time.sleep(0.5)
    outcomes = dict(database.execute("SELECT outcome, sum(signals) FROM outcome GROUP BY outcome"))
    database.close()
    print(f"   truth {sum(day.truth.values()):,} views of {len(day.truth)} stories, counted {sum(counted.values()):,}")
    print(f"   sent {day.sent:,}: {outcomes}")
    if counted != dict(day.truth):
        raise AssertionError(f"counted {counted}, but {dict(day.truth)} were read")
    if sum(outcomes.values()) > day.sent or not set(outcomes) <= {"counted", "repeated", *REASONS}:
        raise AssertionError(f"{outcomes} out of {day.sent} sent")
    page = urllib.request.urlopen(f"{newspaper.address}/-/health").read()
    if b"down" in page:
        raise AssertionError(page)
