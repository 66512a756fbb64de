"""That a newspaper which moves keeps the views it counted before."""

import contextlib

import pytest

from broadsheet.readership.figures import Views
from broadsheet.readership.former import FormerCountsError, take_former_counts
from broadsheet.readership.tests.pressroom import House, body, in_a_front

ADDRESSES = {"/world/a/": 1, "/old/a": 1, "/world/b/": 2}


@pytest.fixture
def house(tmp_path):
    with contextlib.closing(House(tmp_path)) as opened:
        yield opened


class TestFormerCounts:
    def test_are_added_to_what_is_counted_here(self, house):
        in_a_front(house, *(body(house.token(1)) for _ in range(1)))
        ledger = house.settle()
        taken = take_former_counts(
            ledger, ["address,count", "/world/a/,1200", "/old/a,30", "/world/b/,7", "/gone/,5"], ADDRESSES.get
        )
        assert (taken.stories, taken.views, taken.unknown) == (2, 1237, ["/gone/"])
        views = Views(house.folder)
        views.version(house.now)
        assert (views.of(1), views.of(2)) == (1231, 7)
        views.close()

    def test_can_be_taken_twice(self, house):
        for _ in range(2):
            take_former_counts(house.ledger, ["count,address", "5,/world/a/"], ADDRESSES.get)
        assert house.ledger.database.execute("SELECT imported FROM total").fetchall() == [(5,)]

    @pytest.mark.parametrize("lines", [[], ["adress,count"], ["address,count", "/world/a/,many"]])
    def test_are_refused_whole_when_they_cannot_be_understood(self, house, lines):
        with pytest.raises(FormerCountsError):
            take_former_counts(house.ledger, lines, ADDRESSES.get)
        assert house.ledger.database.execute("SELECT count(*) FROM total").fetchone() == (0,)
