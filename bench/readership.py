"""Durable views a second, beside a server that stores nothing and a count as Django apps keep it."""

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from broadsheet.readership.figures import readers_by_hour, readers_by_minute
from broadsheet.readership.ledger import Ledger
from broadsheet.readership.merge import merge
from broadsheet.readership.tallies import tally
from broadsheet.readership.token import Mint
from tests.counters import FOLDER, SECRET, STORIES, ZONE
from tests.newspaper import free_port

PROGRAMS = Path(sys.executable).parent
SCRIPT = Path(__file__).parent / "signals.lua"
SECONDS = int(os.environ.get("BENCH_SECONDS", "8"))
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "3"))
WARMING = 2  # seconds
MILLION = int(os.environ.get("BENCH_VIEWS", "1000000"))
CONNECTIONS = (32, 256)

SERVERS = {
    "nothing stored": ["granian", "--interface", "asgi", "tests.counters:answer_nothing"],
    "the whole sieve": ["granian", "--interface", "asgi", "--factory", "tests.counters:make_front"],
    "Django F() + 1": [
        "gunicorn",
        "--worker-class",
        "gthread",
        "--threads",
        "4",
        "tests.counters.django_counter:make_django()",
    ],
}


@dataclass
class Load:
    """What wrk saw: answers a second, the 99th percentile in milliseconds, answers, and those that were not 2xx."""

    rate: float
    p99: float
    answers: int
    wrong: int


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="bench-", dir=a_real_disk()) as name:
        folder = Path(name)
        os.environ[FOLDER] = name
        mint = Mint(SECRET)
        tokens = [mint.make(story, "7", time.time()) for story in range(1, STORIES + 1)]
        (folder / "tokens").write_text("\n".join(tokens))
        for connections in CONNECTIONS:
            _compare(folder, connections)
        _count_a_million(folder)
        _stand(folder)


def a_real_disk() -> Path:
    """A folder on the disk of the checkout: the machine's own for passing files may be memory."""
    folder = Path(".cache").resolve()
    folder.mkdir(exist_ok=True)
    return folder


def _compare(folder: Path, connections: int) -> None:
    """Rounds in turn, so that a busy neighbour troubles all alike; medians."""
    loads: dict[str, list[Load]] = {name: [] for name in SERVERS}
    for _ in range(ROUNDS):
        for name in SERVERS:
            with serve(folder, name) as (port, _processes):
                _load(port, 8, WARMING)  # each browser's first signal costs a look at the lists of robots
                loads[name].append(_load(port, connections, SECONDS))
    rates = {name: statistics.median(load.rate for load in each) for name, each in loads.items()}
    for name, each in loads.items():
        p99 = statistics.median(load.p99 for load in each)
        wrong = sum(load.wrong for load in each)
        print(f"   {connections:3} connections, {name:15}: {rates[name]:8,.0f}/s, p99 {p99:6.1f} ms, not 2xx: {wrong}")
    ours, nothing, django = rates["the whole sieve"], rates["nothing stored"], rates["Django F() + 1"]
    print(
        f"   {connections:3} connections: {ours / nothing:.2f} of storing nothing (goal 0.5), "
        f"{ours / django:.1f} times Django (goal 12)"
    )


def _count_a_million(folder: Path) -> None:
    """A million views through two fronts: their memory, and the time to merge and to tally them."""
    answers, memory = 0, []
    with serve(folder, "the whole sieve") as (port, processes):
        while answers < MILLION:
            answers += _load(port, 64, SECONDS).answers
            memory.append(sum(_resident(process) for process in processes))
    print(f"   memory of both fronts: {memory[0]:.0f} MB at first, {memory[-1]:.0f} MB after {answers:,} views")
    ledger = Ledger(folder)
    merged = _timed("merging", lambda: merge(ledger, folder / "journals", time.time() + 10, ZONE))
    tallied = _timed("tallying", lambda: tally(ledger, ZONE))
    print(f"   {answers:,} answered, {merged:,} merged from all rounds, {tallied:,} counted")
    ledger.close()


def _stand(folder: Path) -> None:
    """What the rails ask of the readership, for 100,000 stories in the last hour."""
    ledger = Ledger(folder)
    now = int(time.time()) // 3600 * 3600
    rows = [(now - minute * 60, story, "7", 0, 1, 1, 0, 0) for story in range(100_000) for minute in (story % 60,)]
    with ledger.transaction() as database:
        database.executemany("INSERT OR REPLACE INTO story_minute VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        database.executemany("INSERT OR REPLACE INTO story_hour VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    _timed("readers by minute of 100,000 stories", lambda: sum(1 for _ in readers_by_minute(ledger, now - 3600, now)))
    _timed("readers by hour of 100,000 stories", lambda: sum(1 for _ in readers_by_hour(ledger, now - 7 * 86_400)))
    ledger.close()


def _timed[Result](what: str, act: Callable[[], Result]) -> Result:
    began, worked = time.perf_counter(), time.process_time()
    result = act()
    print(f"   {what}: {time.perf_counter() - began:.1f} s, {time.process_time() - worked:.1f} s of a core, {result:,}")
    return result


@contextmanager
def serve(folder: Path, name: str) -> Iterator[tuple[int, list[int]]]:
    """Two workers of a server on a port of its own; gives the port and the workers' process numbers."""
    port = free_port()
    program, *arguments = SERVERS[name]
    where = ["--bind", f"127.0.0.1:{port}"] if program == "gunicorn" else ["--host", "127.0.0.1", "--port", str(port)]
    quiet = ["--log-level", "warning"]
    command = [PROGRAMS / program, *where, *quiet, "--workers", "2", *arguments]
    process = subprocess.Popen(command, env={**os.environ, FOLDER: str(folder)})
    try:
        _wait_for(port)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        yield port, [int(child) for child in children]
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(port: int) -> None:
    ends = time.monotonic() + 30
    while time.monotonic() < ends:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/-/view", data=b"", timeout=2)
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the server did not start")


def _load(port: int, connections: int, seconds: int) -> Load:
    command = [
        "wrk",
        "-t2",
        f"-c{connections}",
        f"-d{seconds}",
        "--latency",
        "-s",
        SCRIPT,
        f"http://127.0.0.1:{port}/-/view",
    ]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    answers = int(re.search(r"(\d+) requests in", said)[1])
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", said).groups()
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
    return Load(rate, float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit], answers, int(wrong[1]) if wrong else 0)


def _resident(process: int) -> float:
    """Megabytes."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6
