"""The front beside nginx and a bare look-up: processor time a request, on one core, in turns within one run."""

import getpass
import gzip
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from broadsheet.press.plate import PageFacts, Plate, join_slots, split_slots
from broadsheet.press.store import Store
from tests.measuring import Load, measure, median, pinned
from tests.newspaper import free_port

HERE = Path(__file__).parent
ROOT = HERE.parent
PAGES = 300
TURNS = 3
SECONDS = 5.0
CHANGE_SECONDS = 10.0
SLOTS = [
    "rail:latest",
    "rail:weekly-best",
    "rail:also-like",
    "rail:popular-now",
    "rail:must-reads",
    "views:1",
    "token:1",
]
GOALS = {("front", "bare"): 1.10, ("front", "nginx"): 1 / 0.40, ("front behind nginx", "nginx"): 1 / 0.90}
"""How much processor time the first may take, as a multiple of the second's."""

type Start = Callable[[Path, ExitStack], tuple[str, list[int]]]


def main() -> None:
    """Print each server's figures and their ratios, on the hot page and on 300 pages at random."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name, ExitStack() as closing:
        folder = Path(name)
        lay_out_pages(folder)
        closing.enter_context(slots_changing(folder))
        servers = {name: start(folder, closing) for name, start in SERVERS.items()}
        for load in ("hot", "many"):
            runs: dict[str, list[Load]] = {name: [] for name in servers}
            for turn in range(TURNS + 1):
                for name, (url, processes) in servers.items():
                    run = measure(url, processes, SECONDS if turn else 2.0, script=HERE / "peers" / f"{load}.lua")
                    if turn:
                        runs[name].append(run)
            report(load, {name: median(loads) for name, loads in runs.items()})


def report(load: str, figures: dict[str, Load]) -> None:
    print(f"   {load:<6} {'':<20} {'µs a request':>12} {'requests/s':>11} {'p99 ms':>7}")
    for name, run in figures.items():
        print(f"   {load:<6} {name:<20} {run.cpu * 1e6:12.1f} {run.rate:11.0f} {run.p99 * 1e3:7.2f}")
    for (name, beside), most in GOALS.items():
        ratio = figures[name].cpu / figures[beside].cpu
        verdict = "reached" if ratio <= most else "missed"
        rates = figures[name].rate / figures[beside].rate
        print(f"   {name} / {beside}: {ratio:.2f} of its time, {rates:.2f} of its rate (goal {most:.2f}: {verdict})")


def lay_out_pages(folder: Path) -> None:
    """300 pages of some 48 KB with seven slots: plates in the store, and the same bytes filled for the others."""
    words = re.findall(r"\w+", (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"))
    chance = random.Random(7)
    store = Store(folder / "press.sqlite3")
    fill_standings(store, 0)
    for number in range(PAGES):
        plate = make_plate(number, words, chance)
        store.press(plate, began=0)
        parts, slots = split_slots(plate.body)
        body = join_slots(parts, [store.standing(f"{slot.name}:{slot.argument}") or b"" for slot in slots])
        page = folder / "pages" / f"page-{number}"
        page.mkdir(parents=True)
        (page / "index.html").write_bytes(body)
        (page / "index.html.gz").write_bytes(gzip.compress(body, 6))
    store.close()


def make_plate(number: int, words: list[str], chance: random.Random) -> Plate:
    paragraphs = [f"<p>{' '.join(chance.choices(words, k=60))}.</p>" for _ in range(125)]
    for place, slot in zip(range(5, 125, 18), SLOTS, strict=True):
        paragraphs[place] += f"<!--slot:{slot}-->"
    body = f"<!doctype html><title>Page {number}</title>{''.join(paragraphs)}".encode()
    return Plate(
        address=f"/page-{number}/",
        status=200,
        headers=((b"content-type", b"text/html; charset=utf-8"), (b"x-content-type-options", b"nosniff")),
        body=body,
        keys=frozenset({f"story-{number}", "site"}),
        facts=PageFacts(story=number, language="en"),
        printed=time.time(),
    )


def fill_standings(store: Store, edition: int) -> None:
    cards = "".join(f'<li><a href="/world/story-{n}/">Story {n} of edition {edition}</a></li>' for n in range(12))
    store.put_standings({slot: f"<ol>{cards}</ol>".encode() for slot in SLOTS})


@contextmanager
def slots_changing(folder: Path) -> Iterator[None]:
    """Every ten seconds each slot has another content, as when the clock ranks the rails anew."""
    over = threading.Event()

    def change() -> None:
        store, edition = Store(folder / "press.sqlite3"), 0
        while not over.wait(CHANGE_SECONDS):
            edition += 1
            fill_standings(store, edition)
        store.close()

    thread = threading.Thread(target=change)
    thread.start()
    yield
    over.set()
    thread.join()


def start_nginx(folder: Path, closing: ExitStack) -> tuple[str, list[int]]:
    port = free_port()
    config = (HERE / "peers" / "static.conf").read_text(encoding="utf-8")
    path = folder / "static.conf"
    path.write_text(config.format(folder=folder, port=port, user=getpass.getuser()), encoding="utf-8")
    return f"http://127.0.0.1:{port}/", [start(["nginx", "-c", str(path), "-p", str(folder)], folder, closing)]


def granian(target: str, port: int) -> list[str]:
    """The server as the front process starts it, with one worker."""
    command = [sys.executable, "-m", "granian", "--interface", "asgi", "--port", str(port), "--no-ws"]
    return [*command, "--workers", "1", "--log-level", "error", target]


def start_bare(folder: Path, closing: ExitStack) -> tuple[str, list[int]]:
    port = free_port()
    environment = {"BENCH_PAGES": str(folder / "pages")}
    return f"http://127.0.0.1:{port}/", [
        start(granian("bench.peers.bare:application", port), folder, closing, environment)
    ]


def start_front(folder: Path, closing: ExitStack) -> tuple[str, list[int]]:
    port = free_port()
    environment = {"PRINTING_HOUSE": str(folder)}
    command = [*granian("broadsheet.press.tests.printing_house:make_front", port), "--factory"]
    return f"http://127.0.0.1:{port}/", [start(command, folder, closing, environment)]


def start_front_behind_nginx(folder: Path, closing: ExitStack) -> tuple[str, list[int]]:
    """The shipped configuration with its addresses, ports and paths changed, TLS left out on both sides."""
    url, fronts = start_front(folder, closing)
    port = free_port()
    path = folder / "shipped.conf"
    path.write_text(shipped_configuration(folder, port, url.rstrip("/").removeprefix("http://")), encoding="utf-8")
    return f"http://127.0.0.1:{port}/", [*fronts, start(["nginx", "-c", str(path), "-p", str(folder)], folder, closing)]


def shipped_configuration(folder: Path, port: int, front: str) -> str:
    shipped = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    redirect = shipped.index("server {\n    listen 80;")
    shipped = shipped[:redirect] + shipped[shipped.index("server {\n    listen 443") :]
    shipped = re.sub(r"^\s*(ssl_\w+|listen \[::\]).*\n", "", shipped, flags=re.MULTILINE)
    for old, new in {
        "listen 443 ssl http2": f"listen 127.0.0.1:{port}",
        "127.0.0.1:8000": front,
        "/var/cache/nginx/broadsheet": f"{folder}/cache",
        "/var/log/nginx/paper.log": f"{folder}/shipped.log",
    }.items():
        assert old in shipped, f"the shipped configuration no longer has {old}"
        shipped = shipped.replace(old, new)
    paths = "".join(
        f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return (
        f"daemon off;\nworker_processes 1;\nuser {getpass.getuser()};\npid {folder}/shipped.pid;\n"
        f"error_log {folder}/shipped.error crit;\nevents {{ worker_connections 1024; }}\n"
        f"http {{\nkeepalive_requests 100000000;\n{paths}{shipped}\n}}\n"
    )


def start(command: list[str], folder: Path, closing: ExitStack, environment: dict[str, str] | None = None) -> int:
    """Start a server on its core; it is ended when the benchmark is."""
    log = closing.enter_context((folder / f"{Path(command[0]).name}.out").open("ab"))
    process = subprocess.Popen(
        pinned(command), env={**os.environ, **(environment or {})}, stdout=log, stderr=log, cwd=ROOT
    )
    closing.callback(process.wait, 10)
    closing.callback(process.terminate)
    time.sleep(2)
    return process.pid


SERVERS: dict[str, Start] = {
    "nginx": start_nginx,
    "bare": start_bare,
    "front": start_front,
    "front behind nginx": start_front_behind_nginx,
}

if __name__ == "__main__":
    missing = [name for name in ("nginx", "wrk", "taskset") if shutil.which(name) is None]
    sys.exit(f"install {', '.join(missing)}" if missing else main())
