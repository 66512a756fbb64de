"""That the front is given every form of words that a language has for a number."""

from broadsheet.readership.slots import Phrases, views_in_words
from broadsheet.web.phrases import views_phrases


class TestThePhrases:
    def test_are_what_the_front_says_views_with(self):
        phrases = Phrases(**views_phrases("en"))
        said = [views_in_words(phrases, number) for number in (3, 10, 1234, 12_345)]
        assert said == ["fewer than 10 views", "10 views", "1,230 views", "12.3k views"]

    def test_part_thousands_as_the_language_does(self):
        assert views_in_words(Phrases(**views_phrases("de")), 1234).startswith("1.230")
