"""That a page says its views in words, and carries a token of its own."""

import contextlib
from dataclasses import dataclass

import pytest

from broadsheet.readership.figures import Views, public_figure
from broadsheet.readership.slots import Phrases, ReadershipSlots, views_in_words
from broadsheet.readership.tests.pressroom import House, body, in_a_front

PHRASES = Phrases("fewer than 10 views", dict.fromkeys(range(10, 200, 10), "{n} views"))


@dataclass
class Page:
    section: int | None = 7
    language: str = "en"
    staff: bool = False


@dataclass
class Slot:
    name: str
    argument: str


class TestAPublicFigure:
    @pytest.mark.parametrize(
        ("number", "shown"),
        [
            (0, "0"),
            (9, "0"),
            (1239, "1230"),
            (9999, "9990"),
            (10_000, "10.0k"),
            (12_399, "12.3k"),
            (1_234_567, "1234.5k"),
        ],
    )
    def test_is_rounded_down_to_tens_and_above_ten_thousand_to_hundreds(self, number, shown):
        assert public_figure(number) == shown


class TestViews:
    @pytest.mark.parametrize(
        ("number", "words"),
        [
            (3, "fewer than 10 views"),
            (10, "10 views"),
            (1234, "1,230 views"),
            (12_345, "12.3k views"),
            (1_234_567, "1,234.5k views"),
        ],
    )
    def test_are_said_in_words(self, number, words):
        assert views_in_words(PHRASES, number) == words

    def test_are_said_in_every_plural_form_that_a_language_has(self):
        patterns = {number: f"{{n}} of {number}" for number in range(10, 200, 10)}
        said = [views_in_words(Phrases("few", patterns), number) for number in (20, 120, 220, 300, 1000)]
        assert said == ["20 of 20", "120 of 120", "220 of 120", "300 of 100", "1,000 of 100"]

    def test_make_the_front_fill_again_only_when_a_reader_would_see_another_figure(self, tmp_path):
        with contextlib.closing(House(tmp_path)) as house, contextlib.closing(Views(tmp_path)) as views:
            ledger = house.settle()
            versions = []
            for number in (9, 10, 19, 20):
                with ledger.transaction() as database:
                    database.execute(
                        "INSERT OR REPLACE INTO total (story, views, changed) VALUES (1, ?, ?)", (number, number)
                    )
                house.now += 2
                versions.append(views.version(house.now))
            assert versions == [0, 1, 1, 2]


class TestASlot:
    def test_is_filled_with_words_or_with_a_token_that_counts(self, tmp_path):
        with contextlib.closing(House(tmp_path)) as house, contextlib.closing(Views(tmp_path)) as views:
            slots = ReadershipSlots(views, house.mint, {"en": PHRASES}.get, lambda: house.now)
            words, token, other = slots.fill(
                Page(), [Slot("views", "42"), Slot("token", "42"), Slot("views", "x")], house.now
            )
            assert (words, other) == (b"fewer than 10 views", b"")
            assert in_a_front(house, body(token.decode()))[0].status == 204

    def test_carries_a_token_that_does_not_count_on_a_page_for_staff(self, tmp_path):
        with contextlib.closing(House(tmp_path)) as house, contextlib.closing(Views(tmp_path)) as views:
            slots = ReadershipSlots(views, house.mint, {"en": PHRASES}.get, lambda: house.now)
            (token,) = slots.fill(Page(staff=True), [Slot("token", "42")], house.now)
            assert in_a_front(house, body(token.decode()))[0].headers[b"broadsheet-refused"] == b"staff"

    def test_says_nothing_in_a_language_without_words(self, tmp_path):
        with contextlib.closing(House(tmp_path)) as house, contextlib.closing(Views(tmp_path)) as views:
            slots = ReadershipSlots(views, house.mint, {"ko": PHRASES}.get, lambda: house.now)
            assert slots.fill(Page(), [Slot("views", "42")], house.now) == [b""]
