"""That nobody can be found again: no address or browser on disk, salts gone with their day, keys with their sums."""

import contextlib

import pytest

from broadsheet.readership.erasure import destroy_salts, erase
from broadsheet.readership.tests.pressroom import NOON, ZONE, House, Reader, body, in_a_front
from broadsheet.readership.visitors import Salts, Visitors, network_of

READER = Reader("203.0.113.77", "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/150.0 Unmistakable/1.0")
DAY = 86_400


@pytest.fixture
def house(tmp_path):
    with contextlib.closing(House(tmp_path)) as opened:
        yield opened


def everything_on(folder):
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


class TestTheDisk:
    def test_never_holds_an_address_or_a_user_agent(self, house):
        in_a_front(house, body(house.token()), b"nonsense", reader=READER)
        written = everything_on(house.folder)
        house.settle()
        written += everything_on(house.folder)
        assert b"world" in written, "the signal itself is there"
        for trace in (b"203.0.113", b"Unmistakable", bytes([203, 0, 113, 77])):
            assert trace not in written

    def test_holds_no_visitors_key_an_hour_after_the_days_end(self, house):
        in_a_front(house, body(house.token()), reader=READER)
        ledger = house.settle()
        key, network = ledger.database.execute("SELECT visitor, network FROM signal").fetchone()
        erase(ledger, NOON + DAY / 2 + 3700, ZONE)
        ledger.database.execute("DELETE FROM recent")  # whose windows closed long ago: the clock's next merge does it
        for table in ("signal", "reader"):
            assert ledger.database.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
        house.close()
        kept = everything_on(house.folder)
        for trace in (key.to_bytes(8, signed=True), str(key).encode(), str(network).encode()):
            assert trace not in kept

    def test_keeps_a_pair_of_stories_only_from_three_readers_on(self, house):
        for number, stories in enumerate([(1, 2, 3), (1, 2), (1, 2)]):
            reader = Reader(f"192.0.2.{number}")
            in_a_front(house, *(body(house.token(story)) for story in stories), reader=reader)
        ledger = house.settle()
        erase(ledger, NOON + DAY, ZONE)
        assert ledger.database.execute("SELECT one, other, readers FROM pair").fetchall() == [(1, 2, 3)]

    def test_keeps_the_sums(self, house):
        in_a_front(house, body(house.token()), reader=READER)
        ledger = house.settle()
        erase(ledger, NOON + 100 * DAY, ZONE)
        assert ledger.database.execute("SELECT views, readers FROM story_day").fetchall() == [(1, 1)]
        assert ledger.database.execute("SELECT count(*) FROM story_hour").fetchone() == (0,)


class TestASalt:
    def test_is_the_same_for_every_front_and_after_a_restart(self, tmp_path):
        assert Salts(tmp_path, ZONE).at(NOON) == Salts(tmp_path, ZONE).at(NOON + 3600)

    def test_is_another_the_next_day_of_the_paper(self, tmp_path):
        salts = Salts(tmp_path, ZONE)
        midnight = NOON + DAY / 2
        assert salts.at(midnight - 0.001) != salts.at(midnight)

    def test_is_destroyed_at_the_days_end(self, tmp_path):
        salt = Salts(tmp_path, ZONE).at(NOON)
        inode = next(tmp_path.iterdir()).open("rb")
        assert destroy_salts(tmp_path, NOON + DAY / 2, ZONE) == ["2026-11-23"]
        assert everything_on(tmp_path) == b""
        assert inode.read() == bytes(len(salt))
        inode.close()

    def test_can_be_read_by_its_owner_only(self, tmp_path):
        Salts(tmp_path, ZONE).at(NOON)
        assert next(tmp_path.iterdir()).stat().st_mode & 0o077 == 0


class TestAKey:
    def test_differs_with_the_site_the_address_and_the_browser(self, tmp_path):
        salts = Salts(tmp_path, ZONE)
        keys = {
            Visitors(salts, site).key(address, agent, NOON)
            for site in ("a.example", "b.example")
            for address in ("192.0.2.1", "192.0.2.2")
            for agent in (b"one", b"two")
        }
        assert len(keys) == 8

    def test_of_a_network_is_that_of_a_24_or_a_48(self):
        assert network_of("192.0.2.1") == network_of("192.0.2.255") == network_of("::ffff:192.0.2.9")
        assert network_of("192.0.2.1") != network_of("192.0.3.1")
        assert network_of("2001:db8:1::1") == network_of("2001:db8:1:ffff::1") != network_of("2001:db8:2::1")
