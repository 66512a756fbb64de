"""Printing a page that many ask for at once."""

import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from broadsheet.press.tests.printing_house import Printed


def ask_at_once(house, path, readers):
    with ThreadPoolExecutor(readers) as pool:
        gate = threading.Barrier(readers)

        def ask(_):
            gate.wait()
            return house.get(path)

        return list(pool.map(ask, range(readers)))


class TestAColdPage:
    def test_is_rendered_once_for_all_who_ask_on_any_front(self, house, address):
        house.newsroom.pages[address] = Printed(b"breaking", seconds=0.3)
        answers = ask_at_once(house, address, 120)
        assert {answer.body for answer in answers} == {b"breaking"}
        assert house.newsroom.renders[address] == 1

    def test_is_rendered_once_after_a_hard_purge_too(self, house, address):
        house.newsroom.pages[address] = Printed(b"breaking", seconds=0.2)
        ask_at_once(house, address, 20)
        house.newsroom.renders.clear()
        house.store.purge(["story-1"], hard=True)
        house.wait_until(lambda: house.newsroom.renders[address] > 0, "the fronts have obeyed")
        ask_at_once(house, address, 60)
        assert house.newsroom.renders[address] == 1

    def test_that_does_not_exist_is_rendered_once_a_front(self, house, address):
        answers = ask_at_once(house, address, 60)
        assert {answer.status for answer in answers} == {404}
        assert house.newsroom.renders[address] <= 2

    def test_is_printed_by_another_front_if_the_first_is_killed(self, make_house):
        house = make_house(workers=2)
        hanging = threading.Event()

        def render() -> Printed:
            hanging.wait(0 if house.newsroom.renders["/cold/"] > 1 else 60)
            return Printed(b"breaking")

        house.newsroom.pages["/cold/"] = render
        house.wait_until(lambda: len(house.fronts()) == 2, "both fronts are there")
        reader = threading.Thread(target=self._body, args=(house,))
        reader.start()
        house.wait_until(lambda: house.store.lease_holder("/cold/", now=time.time()) is not None, "one prints")
        os.kill(house.store.lease_holder("/cold/", now=time.time()), signal.SIGKILL)
        reader.join()
        house.wait_until(lambda: self._body(house) == b"breaking", "the other prints it")
        house.wait_until(lambda: len(house.fronts()) == 2, "the killed one is replaced")
        hanging.set()

    @staticmethod
    def _body(house):
        with suppress(OSError):
            return house.get("/cold/").body
        return None  # whoever was connected to the front that was killed has to ask again


class TestAPageInTheStore:
    def test_is_there_after_a_restart_without_the_newsroom(self, make_house):
        house = make_house()
        house.newsroom.pages["/kept/"] = Printed(b"kept")
        house.get("/kept/")
        house.process.terminate()
        house.process.wait()
        house.newsroom.close()
        house.open()
        answer = house.get("/kept/")
        assert (answer.status, answer.body, answer.outcome) == (200, b"kept", "broadsheet; hit")

    def test_is_printed_again_when_its_time_is_over(self, house, address):
        numbers = iter(range(100))
        house.newsroom.pages[address] = lambda: Printed(
            f"print {next(numbers)}".encode(), headers={"Surrogate-Control": "max-age=1"}
        )
        assert house.get(address).body == b"print 0"
        house.wait_until(lambda: house.get(address).body != b"print 0", "a second has gone")


class TestTheShelf:
    def test_forgets_what_was_asked_for_least_lately(self, make_house):
        house = make_house(PRINTING_MEMORY=str(200_000))
        for number in range(30):
            house.newsroom.pages[f"/{number}/"] = Printed(b"x" * 20_000, keys=f"story-{number} site")
            assert house.get(f"/{number}/").status == 200
        text = house.get("/-/metrics").body.decode()
        used = float(next(line.split()[-1] for line in text.splitlines() if line.startswith("broadsheet_page_bytes")))
        assert 0 < used <= 200_000
        assert [house.get(f"/{number}/").status for number in range(30)] == [200] * 30
        assert sum(house.newsroom.renders.values()) == 30
