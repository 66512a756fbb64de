"""A newsroom of the test's own on a real socket, and real fronts under Granian before it."""

import http.client
import json
import os
import signal
import socket
import socketserver
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from broadsheet.press import upstream
from broadsheet.press.front import Front
from broadsheet.press.journal import Journal
from broadsheet.press.passing import Receive, Scope, Send
from broadsheet.press.plate import PageFacts, Slot
from broadsheet.press.store import Store
from broadsheet.press.terms import Terms
from broadsheet.proxies import read_networks

PATIENCE = 20.0


@dataclass
class Printed:
    """What the newsroom answers at one address."""

    body: bytes = b"<p>news</p>"
    status: int = 200
    keys: str = "story-1 site"
    headers: dict[str, str] = field(default_factory=dict)
    facts: dict[str, object] | None = None
    seconds: float = 0.0


class _Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.newsroom.answer(self)

    do_POST = do_HEAD = do_GET  # noqa: N815 (the names that the server looks for)

    def log_message(self, *_):
        pass

    def address_string(self):
        return "the front"


class _Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True
    request_queue_size = 512

    def handle_error(self, request, client_address):
        pass


class Newsroom:
    """Answers on a socket what the test put into `pages`; remembers what it was asked."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.pages: dict[str, Printed | Callable[[], Printed]] = {}
        self.renders: Counter[str] = Counter()
        self.asked: list[tuple[str, str, dict[str, str], bytes]] = []
        self._server: _Server | None = None

    def asked_under(self, path: str) -> list[tuple[str, str, dict[str, str], bytes]]:
        """What it was asked at an address, whatever the query; a reprint of another page may come between."""
        return [asked for asked in self.asked if asked[1].partition("?")[0] == path]

    def open(self) -> None:
        self.path.unlink(missing_ok=True)
        self._server = _Server(str(self.path), _Answers)
        self._server.newsroom = self
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def close(self) -> None:
        """Gone, as after a kill: the socket's file stays and nobody listens."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        length = int(request.headers.get("content-length") or 0)
        body = request.rfile.read(length)
        self.asked.append((request.command, request.path, {k.lower(): v for k, v in request.headers.items()}, body))
        self.renders[request.path] += 1
        page = self.pages.get(request.path) or self.pages.get(request.path.partition("?")[0])
        printed = page() if callable(page) else page or Printed(b"nothing here", 404, "")
        time.sleep(printed.seconds)
        with suppress(OSError):
            self._send(request, printed)

    @staticmethod
    def _send(request: BaseHTTPRequestHandler, printed: Printed) -> None:
        request.send_response_only(printed.status)
        request.send_header("Content-Type", "text/html; charset=utf-8")
        request.send_header("Content-Length", str(len(printed.body)))
        if printed.keys:
            request.send_header("Surrogate-Key", printed.keys)
        if printed.facts is not None:
            request.send_header("Broadsheet-Page", json.dumps(printed.facts))
        for name, value in printed.headers.items():
            request.send_header(name, value)
        request.send_header("Connection", "close")
        request.end_headers()
        if request.command != "HEAD":
            request.wfile.write(printed.body)


class StandingFiller:
    """Fills a slot with the standing of its name: `rail:latest` from the standing "rail:latest"."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._seen = -1
        self._standings: dict[str, bytes] = {}

    def version(self) -> int:
        version = self.store.editions()["standings"]
        if version != self._seen:
            self._standings, self._seen = self.store.standings(), version
        return version

    def fill(self, page: PageFacts, slots: Sequence[Slot], now: float) -> Sequence[bytes]:
        return [self._standings.get(f"{slot.name}:{slot.argument}", b"") for slot in slots]


async def tell_the_client(scope: Scope, receive: Receive, send: Send) -> None:
    """A receiver that answers with what it is told about the reader."""
    said = json.dumps({"client": scope["client"][0], "scheme": scope["scheme"]}).encode()
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": said})


def make_front() -> Front:
    """What Granian runs in the test's front processes."""
    upstream.STARTING_SECONDS = 0.3  # no newsroom of a test starts slowly
    upstream.OPENING_SECONDS = float(os.environ.get("PRINTING_OPENING", "0.3"))
    house = Path(os.environ["PRINTING_HOUSE"])
    proxies = read_networks(filter(None, os.environ.get("PRINTING_PROXIES", "").split(",")))
    terms = Terms(
        store=Path(os.environ.get("PRINTING_STORE", house / "press.sqlite3")),
        newsroom=house / "newsroom.socket",
        run=house / "run",
        static=house / "static",
        media=house / "media",
        host="paper.example",
        secure=True,
        proxies=tuple(proxies),
        memory=int(os.environ.get("PRINTING_MEMORY", 64 * 1024 * 1024)),
        tell_keys="PRINTING_KEYS" in os.environ,
    )
    front: Front
    journal = Journal(also=lambda: front.leave_figures())
    front = Front(terms, StandingFiller(Store(terms.store, patience=0.1)), {"/-/tell": tell_the_client}, journal)
    return front


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes
    lines: list[tuple[str, str]] = field(default_factory=list)

    @property
    def outcome(self) -> str:
        return self.headers.get("cache-status", "")


class House:
    """A store, a newsroom and fronts, in a folder that is theirs alone."""

    def __init__(self, *, workers: int = 1, newsroom_open: bool = True, **environment: str) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="press-"))
        for name in ("static", "media", "run"):
            (self.folder / name).mkdir()
        self.store = Store(self.folder / "press.sqlite3")
        self.store.newest_purge()
        self.newsroom = Newsroom(self.folder / "newsroom.socket")
        if newsroom_open:
            self.newsroom.open()
        self.workers, self.environment = workers, environment
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.log = self.folder / "front.log"
        self.process: subprocess.Popen[bytes] | None = None

    def open(self) -> None:
        command = [sys.executable, "-m", "granian", "--interface", "asgi", "--factory", "--no-ws"]
        command += ["--port", str(self.port), "--workers", str(self.workers), "--respawn-failed-workers"]
        command += ["--respawn-interval", "0.1", "--log-level", "warning"]
        command += ["broadsheet.press.tests.printing_house:make_front"]
        environment = {**os.environ, "PRINTING_HOUSE": str(self.folder), **self.environment}
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, env=environment, stdout=log, stderr=log, start_new_session=True, stdin=subprocess.DEVNULL
            )
        self.wait_until(lambda: self.answers(), "a front answers")

    def answers(self) -> bool:
        try:
            return self.get("/-/health").status == 200
        except OSError:
            return False

    def close(self) -> None:
        self.newsroom.close()
        self.store.close()
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(15)
            finally:
                with suppress(ProcessLookupError):
                    os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()
            self.process = None

    def fronts(self) -> set[int]:
        """The process ids of the fronts that live and have left their figures."""
        left = {int(path.stem.partition("-")[2]) for path in (self.folder / "run").glob("front-*.figures")}
        return {process for process in left if Path(f"/proc/{process}/cmdline").exists() and _is_running(process)}

    def kill(self) -> None:
        """End every front at once, as a power cut would."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def connect(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)

    def get(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
        connection = self.connect()
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body=body, headers=named)
            return read_answer(connection)
        finally:
            connection.close()

    def wait_until(self, true: Callable[[], bool], what: str) -> None:
        ends = time.monotonic() + PATIENCE
        while not true():
            if time.monotonic() > ends:
                raise AssertionError(f"never came true: {what}\n{self.log.read_text()[-2000:]}")
            time.sleep(0.005)


def _is_running(process: int) -> bool:
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"


def read_answer(connection: http.client.HTTPConnection) -> Answer:
    response = connection.getresponse()
    headers = {name.lower(): value for name, value in response.getheaders()}
    return Answer(response.status, headers, response.read(), response.getheaders())
