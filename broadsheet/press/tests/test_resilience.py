"""What readers get when something is broken."""

import os
import signal
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from broadsheet.press.plate import Plate
from broadsheet.press.reception import APOLOGY
from broadsheet.press.tests.printing_house import Printed


class TestUntilTheNewsroomAnswersForTheFirstTime:
    @pytest.mark.parametrize("path", ["/a/", "/desk/"])
    def test_a_reader_waits_for_the_page(self, make_house, path):
        house = make_house(newsroom_open=False, PRINTING_OPENING="20")
        house.newsroom.pages[path] = Printed(b"news")
        with ThreadPoolExecutor() as readers:
            waiting = readers.submit(house.get, path)
            with pytest.raises(TimeoutError):
                waiting.result(1.0)  # three times as long as for a newsroom that was there before
            house.newsroom.open()
            assert (waiting.result().status, waiting.result().body) == (200, b"news")

    def test_a_reader_waits_no_longer_than_opening_takes(self, make_house):
        house = make_house(newsroom_open=False)
        house.wait_until(lambda: house.get("/a/").status == 503, "a reader hears that there is no page")


class TestWhileTheNewsroomIsAway:
    def test_readers_get_what_is_pressed(self, make_house):
        house = make_house()
        house.newsroom.pages["/a/"] = Printed(b"pressed")
        house.get("/a/")
        house.newsroom.close()
        assert house.get("/a/").body == b"pressed"

    def test_what_is_stale_is_shown_and_says_so(self, make_house):
        house = make_house()
        house.newsroom.pages["/a/"] = Printed(b"old")
        house.get("/a/")
        house.newsroom.close()
        house.store.purge(["story-1"], hard=False)
        house.wait_until(lambda: "ttl=-" in house.get("/a/").outcome, "the purge is obeyed")
        answer = house.get("/a/")
        assert (answer.status, answer.body) == (200, b"old")
        assert answer.headers["age"].isdigit()
        house.newsroom.pages["/a/"] = Printed(b"new")
        house.newsroom.open()
        house.wait_until(lambda: house.get("/a/").body == b"new", "the newsroom is back")

    def test_a_page_that_was_never_pressed_is_an_apology(self, make_house):
        house = make_house()
        house.newsroom.close()
        answer = house.get("/never/")
        assert (answer.status, answer.headers["retry-after"]) == (503, "10")
        assert answer.headers["cache-control"] == "no-store"
        assert answer.body.startswith(b"This page cannot be shown just now")

    def test_the_apology_is_the_newspapers_own_in_the_readers_language(self, make_house):
        house = make_house()
        for language in ("", "ko"):
            page = f"<html>sorry {language}</html>".encode()
            house.store.press(Plate(APOLOGY + language, 503, (), page, frozenset(), None, 0.0), began=0)
        house.newsroom.close()
        assert house.get("/ko/never/").body == b"<html>sorry ko</html>"
        assert house.get("/world/").body == b"<html>sorry </html>"

    def test_a_page_that_breaks_withholds_no_other(self, make_house):
        house = make_house()
        house.newsroom.pages["/broken/"] = Printed(b"traceback", 500)
        for number in range(5):
            house.newsroom.pages[f"/{number}/"] = Printed(b"good")
            assert house.get("/broken/").status == 503
            assert house.get(f"/{number}/").body == b"good"

    def test_an_error_in_the_newsroom_hides_no_page(self, make_house):
        house = make_house()
        house.newsroom.pages["/a/"] = Printed(b"good")
        house.get("/a/")
        house.newsroom.pages["/a/"] = Printed(b"traceback", 500)
        house.store.purge(["story-1"], hard=False)
        house.wait_until(lambda: "ttl=-" in house.get("/a/").outcome, "the purge is obeyed")
        assert house.get("/a/").body == b"good"


class TestWhileTheStoreIsAway:
    def test_a_locked_store_holds_up_nobody(self, make_house):
        house = make_house()
        house.newsroom.pages["/a/"] = Printed(b"a")
        house.newsroom.pages["/b/"] = Printed(b"b")
        house.get("/a/")
        with closing(sqlite3.connect(house.folder / "press.sqlite3", isolation_level=None)) as blocker:
            blocker.execute("BEGIN EXCLUSIVE")
            assert house.get("/a/").body == b"a"
            assert house.get("/b/").body == b"b"
            assert house.store.plate("/b/") is None
            blocker.execute("ROLLBACK")
        house.newsroom.pages["/c/"] = Printed(b"c")
        house.wait_until(lambda: house.get("/c/").status == 200 and self._keeps(house), "pages are kept again")

    @staticmethod
    def _keeps(house):
        number = len(house.newsroom.pages)
        house.newsroom.pages[f"/{number}/"] = Printed(b"new")
        house.get(f"/{number}/")
        return house.store.plate(f"/{number}/") is not None

    def test_a_deleted_store_is_made_anew(self, make_house):
        house = make_house()
        house.newsroom.pages["/a/"] = Printed(b"a")
        house.get("/a/")
        for path in house.folder.glob("press.sqlite3*"):
            path.unlink()
        assert house.get("/a/").body == b"a"
        house.wait_until(lambda: self._keeps(house), "pages are kept again")
        house.newsroom.pages["/a/"] = Printed(b"a, corrected")
        house.store.purge(["story-1"], hard=True)
        house.wait_until(lambda: house.get("/a/").body == b"a, corrected", "purges are obeyed again")

    def test_a_store_on_a_full_disk_is_done_without(self, make_house):
        house = make_house(PRINTING_STORE="/dev/full/press.sqlite3")
        house.newsroom.pages["/a/"] = Printed(b"a")
        assert [house.get("/a/").body for _ in range(3)] == [b"a"] * 3
        assert house.newsroom.renders["/a/"] == 1
        assert b"store down" in house.get("/-/health").body


class TestAKilledFront:
    def test_is_replaced(self, make_house):
        house = make_house(workers=2)
        house.newsroom.pages["/a/"] = Printed(b"a")
        house.get("/a/")
        house.wait_until(lambda: len(house.fronts()) == 2, "both fronts are there")
        before = house.fronts()
        os.kill(min(before), signal.SIGKILL)
        house.wait_until(lambda: len(house.fronts() - before) == 1, "a new one is there")
        assert house.get("/a/").body == b"a"
