"""Purging."""

import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing

import pytest

from broadsheet.press.keys import MISSING, SITE, listing
from broadsheet.press.purging import Purger
from broadsheet.press.store import Store
from broadsheet.press.tests.printing_house import Printed


def warm(house, path):
    """Ask until both fronts have the page in memory: connections fall to one or the other."""
    for _ in range(30):
        house.get(path)


class TestAHardPurge:
    def test_shows_the_old_page_to_nobody_again(self, house, address):
        house.newsroom.pages[address] = Printed(b"wrong", keys="story-1 site")
        warm(house, address)
        house.newsroom.pages[address] = Printed(b"right", keys="story-1 site")
        assert address in house.store.purge(["story-1"], hard=True)
        house.wait_until(lambda: house.get(address).body == b"right", "a front has obeyed")
        house.wait_until(lambda: all(house.get(address).body == b"right" for _ in range(30)), "every front has")

    def test_leaves_other_pages_alone(self, house, address):
        house.newsroom.pages[address] = Printed(b"a", keys="story-1 site")
        house.newsroom.pages[address + "b/"] = Printed(b"b", keys="story-2 site")
        warm(house, address), warm(house, address + "b/")
        house.store.purge(["story-1"], hard=True)
        house.wait_until(lambda: len(house.newsroom.asked_under(address)) > 1, "the page is printed again")
        warm(house, address + "b/")
        assert len(house.newsroom.asked_under(address + "b/")) == 1

    def test_shows_nothing_while_the_newsroom_is_away(self, make_house):
        house = make_house()
        house.newsroom.pages["/a/"] = Printed(b"libel", keys="story-1 site")
        house.get("/a/")
        house.newsroom.close()
        house.store.purge(["story-1"], hard=True)
        house.wait_until(lambda: house.get("/a/").status == 503, "the front has obeyed")
        assert b"libel" not in house.get("/a/").body


class TestASoftPurge:
    def test_shows_the_old_page_while_the_new_one_is_printed(self, house, address):
        house.newsroom.pages[address] = Printed(b"old", keys="story-1 site")
        warm(house, address)
        printing = threading.Event()

        def slowly() -> Printed:
            printing.wait(10)
            return Printed(b"new", keys="story-1 site")

        house.newsroom.pages[address] = slowly
        house.store.purge(["story-1"], hard=False)
        house.wait_until(lambda: "ttl=-" in house.get(address).outcome, "a front has obeyed")
        answer = house.get(address)
        assert (answer.body, answer.headers["age"].isdigit()) == (b"old", True)
        printing.set()
        house.wait_until(lambda: all(house.get(address).body == b"new" for _ in range(20)), "the new one is out")

    def test_has_popular_pages_printed_before_a_reader_asks(self, house, address):
        house.newsroom.pages[address] = Printed(b"old", keys="story-1 site")
        warm(house, address)
        house.store.purge(["story-1"], hard=False)
        house.wait_until(lambda: house.newsroom.renders[address] == 2, "it is printed again unasked")

    def test_is_kept_for_a_front_that_starts_later(self, make_house):
        house = make_house()
        house.newsroom.pages["/a/"] = Printed(b"old", keys="story-1 site")
        house.get("/a/")
        house.kill()
        house.newsroom.pages["/a/"] = Printed(b"new", keys="story-1 site")
        house.store.purge(["story-1"], hard=False)
        house.open()
        assert house.get("/a/").body == b"new"


class TestAPageThatIsPurgedWhileItIsRendered:
    def test_is_rendered_again(self, house, address):
        asked = threading.Event()
        go_on = threading.Event()
        versions = iter([b"before", b"after", b"after", b"after"])

        def render() -> Printed:
            body = next(versions)
            asked.set()
            if body == b"before":
                go_on.wait(10)
            return Printed(body, keys="story-1 site")

        house.newsroom.pages[address] = render
        bodies = []
        reader = threading.Thread(target=lambda: bodies.append(house.get(address).body))
        reader.start()
        asked.wait(10)
        house.store.purge(["story-1"], hard=True)
        go_on.set()
        reader.join()
        assert bodies == [b"after"]
        assert house.store.plate(address).body == b"after"


class TestAnAddressWithoutAPage:
    def test_has_one_as_soon_as_something_is_published(self, house, address):
        assert house.get(address).status == 404
        warm(house, address)
        asked = len(house.newsroom.asked_under(address))
        assert asked <= 2
        house.newsroom.pages[address] = Printed(b"news", keys="story-9 site")
        house.store.purge([MISSING, listing("section-1")], hard=False)
        house.wait_until(lambda: all(house.get(address).status == 200 for _ in range(20)), "it is there")


ANNOUNCE = """
import sys
from pathlib import Path
from broadsheet.press.store import Store
print(Store(Path(sys.argv[1])).announce(["story-1"], hard=True), flush=True)
sys.stdin.read()
"""


class TestAnAnnouncedPurge:
    @pytest.fixture
    def store(self, tmp_path):
        with closing(Store(tmp_path / "press.sqlite3")) as store:
            yield store

    def test_is_left_to_the_process_that_announced_it(self, store):
        announced = store.announce(["story-1"], hard=True)
        assert store.purge_abandoned(before=0.0) == 0
        store.purge(["story-1"], hard=True, announced=announced)
        assert store.purge_abandoned(before=time.time() + 1) == 0

    def test_is_made_once_when_that_process_was_killed(self, store):
        begun = store.newest_purge()
        other = subprocess.Popen(
            [sys.executable, "-c", ANNOUNCE, store.path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert other.stdout.readline()
        assert store.purge_abandoned(before=0.0) == 0
        other.kill()
        other.communicate()
        assert store.purge_abandoned(before=0.0) == 1
        assert [(purge.keys, purge.hard) for purge in store.purges_since(begun)] == [({"story-1"}, True)]
        assert store.purge_abandoned(before=0.0) == 0

    def test_is_made_when_its_transaction_must_long_be_over(self, store):
        store.announce(["story-1"], hard=True)
        assert store.purge_abandoned(before=time.time() + 1) == 1


class TestAPurgeThatCannotBeWritten:
    @pytest.mark.filterwarnings("ignore")
    def test_is_made_as_soon_as_it_can_be(self, tmp_path):
        store = Store(tmp_path / "press.sqlite3", patience=0.05)
        before = store.newest_purge()
        blocker = sqlite3.connect(tmp_path / "press.sqlite3", isolation_level=None)
        blocker.execute("BEGIN IMMEDIATE")
        purger = Purger(store)
        purger.purge([SITE], hard=True)
        assert not purger.wait(0.1)
        blocker.execute("ROLLBACK")
        blocker.close()
        assert purger.wait(10)
        assert store.purges_since(before)[0].keys == {SITE}
        store.close()
