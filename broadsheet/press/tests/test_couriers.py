"""Caches outside: a real Varnish in front of real fronts, with the configuration that is shipped."""

import http.client
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from broadsheet.press.couriers import LONGEST_REST, TICK, Courier
from broadsheet.press.tests.printing_house import House, Printed
from broadsheet.press.varnish import Varnish
from tests.newspaper import free_port

SHIPPED = Path(__file__).parents[3] / "deploy" / "varnish.vcl"
AN_HOUR = "set beresp.grace = 1d;\n    set beresp.ttl = 1h;"


@contextmanager
def varnish_before(house: House, port: int) -> Iterator[None]:
    """Varnish with the shipped configuration, except that it keeps pages for an hour: what is gone was purged."""
    shipped = SHIPPED.read_text(encoding="utf-8")
    for old, new in {'"8000"': f'"{house.port}"', "set beresp.grace = 1d;": AN_HOUR}.items():
        assert old in shipped
        shipped = shipped.replace(old, new)
    (house.folder / "varnish.vcl").write_text(shipped, encoding="utf-8")
    command = ["varnishd", "-F", "-a", f"127.0.0.1:{port}", "-f", str(house.folder / "varnish.vcl")]
    command += ["-n", str(house.folder / "varnish"), "-s", "malloc,16m", "-j", "none"]
    with (house.folder / "varnish.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
    try:
        house.wait_until(lambda: ask(port, "/-/health/front") == (200, b"front up\n", None), "Varnish answers")
        yield
    finally:
        process.terminate()
        process.wait(20)


def ask(port: int, path: str, method: str = "GET") -> tuple[int, bytes, str | None] | None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request(method, path)
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.getheader("surrogate-key")
    except OSError:
        return None
    finally:
        connection.close()


@pytest.fixture
def house(make_house):
    return make_house(PRINTING_KEYS="1")


def publish(house: House, path: str, body: bytes, keys: str) -> None:
    house.newsroom.pages[path] = Printed(body, keys=keys)


class TestVarnish:
    def test_forgets_what_is_purged_and_nothing_else(self, house):
        port = free_port()
        courier = Courier(house.store, Varnish(f"http://127.0.0.1:{port}"))
        courier.deliver(time.time())
        publish(house, "/a/", b"old", "story-1 site")
        publish(house, "/b/", b"old", "story-11 site")
        with varnish_before(house, port):
            assert [ask(port, path) for path in ("/a/", "/b/")] == [(200, b"old", None)] * 2
            publish(house, "/a/", b"new", "story-1 site")
            publish(house, "/b/", b"new", "story-11 site")
            house.store.purge(["story-1"], hard=False)
            house.wait_until(lambda: house.get("/a/").body == b"new", "the front has obeyed")
            assert ask(port, "/a/") == (200, b"old", None)
            courier.deliver(time.time() + 1)
            assert (ask(port, "/a/"), ask(port, "/b/")) == ((200, b"new", None), (200, b"old", None))
            assert (courier.told, courier.failures) == (1, 0)
            assert ask(port, "/a/", "PURGE")[0] == 405

    def test_hears_later_what_it_missed(self, house):
        port = free_port()
        courier = Courier(house.store, Varnish(f"http://127.0.0.1:{port}"))
        courier.deliver(time.time())
        house.store.purge(["story-1"], hard=True)
        rests = [courier.deliver(time.time() + 1) for _ in range(8)]
        assert rests[0] < rests[1] < rests[-1] == LONGEST_REST
        assert (courier.told, courier.failures, courier.owed) == (0, 8, 1)
        with varnish_before(house, port):
            assert courier.deliver(time.time() + 1) == TICK
            assert (courier.told, courier.owed) == (1, 0)


class TestACourier:
    def test_goes_on_where_another_was_killed(self, house):
        told = []

        class Cache:
            name = "a cache"

            def forget(self, addresses, keys):
                told.append((list(addresses), list(keys)))

        publish(house, "/a/", b"news", "story-1 site")
        house.get("/a/")
        Courier(house.store, Cache()).deliver(time.time())
        house.store.purge(["story-1"], hard=True)
        house.store.purge(["story-2"], hard=True)
        Courier(house.store, Cache()).deliver(time.time() + 1)
        Courier(house.store, Cache()).deliver(time.time() + 1)
        assert told == [(["/a/"], ["story-1", "story-2"])]

    def test_leaves_the_fronts_time_to_obey(self, house):
        courier = Courier(house.store, Varnish("http://127.0.0.1:1"))
        courier.deliver(time.time())
        house.store.purge(["story-1"], hard=True)
        courier.deliver(time.time())
        assert (courier.owed, courier.failures) == (0, 0)
