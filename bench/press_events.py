"""The press in motion: from a purge to the new page, 500 readers at once, a cold start with 10,000 plates, memory."""

import statistics
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from broadsheet.press.encodings import CODINGS, encode
from broadsheet.press.impression import digest, open_plate
from broadsheet.press.plate import Plate, join_slots
from broadsheet.press.tests.printing_house import House, Printed
from tests.measuring import resident_megabytes

PURGES = 50
READERS = 500
PLATES = 10_000
BODY = b"<!doctype html>" + b"".join(b"<p>Paragraph %d of some of the news.</p>" % number for number in range(1200))


def main() -> None:
    """Print each figure beside its goal."""
    for measurement in (visible_after_publishing, renders_for_readers_at_once, cold_start, composing):
        print(f"   {measurement()}", flush=True)


def visible_after_publishing() -> str:
    """From the commit of the purge until every reader of both fronts sees the new page; the newsroom takes 20 ms."""
    house = House(workers=2)
    house.open()
    took = []
    house.newsroom.pages["/a/"] = Printed(b"edition 0", seconds=0.02)
    for edition in range(1, PURGES + 1):
        for _ in range(20):
            house.get("/a/")
        text = b"edition %d" % edition
        house.newsroom.pages["/a/"] = Printed(text, seconds=0.02)
        house.store.purge(["story-1"], hard=True)
        began = time.perf_counter()
        in_a_row = 0
        while in_a_row < 8:  # connections fall to either front
            in_a_row = in_a_row + 1 if house.get("/a/").body == text else 0
            if in_a_row == 1:
                first = time.perf_counter() - began
        took.append(first)
    house.close()
    middle, longest = statistics.median(took) * 1e3, max(took) * 1e3
    return f"purge to new page, {PURGES} times: median {middle:.0f} ms, longest {longest:.0f} ms (goal 100)"


def renders_for_readers_at_once() -> str:
    house = House(workers=2)
    house.open()
    house.newsroom.pages["/breaking/"] = Printed(BODY, seconds=0.3)
    with ThreadPoolExecutor(READERS) as readers:
        statuses = [answer.status for answer in readers.map(lambda _: house.get("/breaking/"), range(READERS))]
    renders = house.newsroom.renders["/breaking/"]
    house.close()
    return f"{READERS} readers of a cold story: {renders} render (goal 1), {statuses.count(200)} got the page"


def cold_start() -> str:
    """A front that starts with a full store and without a newsroom; then each page once, in zstd."""
    house = House(workers=1)
    for number in range(PLATES):
        house.store.press(make_plate(number), began=0)
    house.newsroom.close()
    began = time.perf_counter()
    house.open()
    assert house.get("/page-5000/").status == 200
    first = time.perf_counter() - began
    house.wait_until(lambda: len(house.fronts()) == 1, "the front has left its figures")
    (front,) = house.fronts()
    empty = resident_megabytes(front)
    connection = house.connect()
    for number in range(2000):
        connection.request("GET", f"/page-{number}/", headers={"Accept-Encoding": "zstd"})
        connection.getresponse().read()
    connection.close()
    full = resident_megabytes(front)
    text = house.get("/-/metrics").body.decode()
    pages = next(line.split()[-1] for line in text.splitlines() if line.startswith("broadsheet_pages_in_memory{"))
    house.close()
    return (
        f"cold start with {PLATES} plates: first page after {first:.2f} s, process start included; "
        f"memory of a front {empty:.0f} MB, with {pages} pages of {len(BODY) // 1024} KB {full:.0f} MB (shelf 64 MB)"
    )


def make_plate(number: int) -> Plate:
    headers = ((b"content-type", b"text/html; charset=utf-8"),)
    keys = frozenset({f"story-{number}", "section-1", "site"})
    return Plate(f"/page-{number}/", 200, headers, BODY + b"<!--slot:rail:latest-->", keys, None, time.time())


def composing() -> str:
    """What one page costs when its slots have changed, on this machine, step by step."""
    impression = open_plate(make_plate(1))
    body = join_slots(impression.parts, [b"<ol><li>One</li></ol>"])
    steps: dict[str, Callable[[], object]] = {
        "joining": lambda: join_slots(impression.parts, [b"<ol><li>One</li></ol>"]),
        "digest": lambda: digest(impression.plate, body),
        **{coding: lambda coding=coding: encode(body, coding) for coding in CODINGS},
    }
    costs = ", ".join(f"{name} {_shortest(act) * 1e6:.0f} µs" for name, act in steps.items())
    return f"composing {len(body) // 1024} KB: {costs}"


def _shortest(act: Callable[[], object]) -> float:
    times = []
    for _ in range(30):
        began = time.perf_counter()
        act()
        times.append(time.perf_counter() - began)
    return min(times)
