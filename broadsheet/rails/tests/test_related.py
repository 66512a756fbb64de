"""Related stories: terms in any language, the index, and what is closest."""

import pytest

from broadsheet.rails.postings import MERGED, OPEN, Postings
from broadsheet.rails.related import Related, Text
from broadsheet.rails.terms import split_terms, weigh_terms

DAY = 86400.0


def text(story, words, *, published=0.0, topics=(), links=()):
    return Text(story, published, words, "", "", topics, links)


def paper(*texts):
    related = Related()
    for filler in range(1000, 1060):
        related.add(text(filler, f"filler{filler} nothing{filler}"))
    for one in texts:
        related.add(one)
    return related


def closest(related, asked, now=DAY, limit=3):
    return [ranked.story for ranked in related.closest(asked, now, limit=limit)]


class TestTerms:
    def test_are_words_and_pairs_of_words(self):
        assert list(split_terms("The Lighthouse Treaty")) == [
            "the", "lighthouse", "the lighthouse", "treaty", "lighthouse treaty",
        ]  # fmt: skip

    def test_match_across_korean_endings(self):
        ministry, of_the_ministry = set(split_terms("외교부")), set(split_terms("외교부의"))
        assert ministry < of_the_ministry

    def test_of_one_text_count_less_each_time(self):
        once, thrice = weigh_terms("", "", "treaty"), weigh_terms("", "", "treaty. Treaty, treaty!")
        (bucket,) = once
        assert once[bucket] == 1
        assert thrice[bucket] == pytest.approx(1 + 1.0986, abs=1e-3)


class TestPostings:
    def test_give_the_same_cosines_however_many_parts_they_are_in(self):
        count = OPEN * MERGED + OPEN + 5
        postings = Postings()
        for number in range(count):
            postings.add({1: 1.0, 10 + number: 2.0, 5000 + number // 7: 1.0})
        for number in (0, OPEN - 1, OPEN, OPEN * MERGED - 1, OPEN * MERGED, count - 1):
            similar = postings.similarities({10 + number: 2.0, 5000 + number // 7: 1.0})
            assert len(similar) == count
            assert similar.argmax() == number
            assert similar[number] == pytest.approx(1.0, abs=0.1)

    def test_say_nothing_about_words_that_are_everywhere(self):
        postings = Postings()
        for number in range(200):
            postings.add({1: 1.0, 10 + number: 1.0})
        assert postings.similarities({1: 1.0}).max() == 0


class TestRelated:
    def test_finds_the_story_about_the_same_thing_and_never_itself(self):
        related = paper(text(1, "lighthouse treaty signed"), text(2, "frozen blueberries recalled"))
        asked = text(3, "minister defends lighthouse treaty")
        related.add(asked)
        assert closest(related, asked)[0] == 1
        assert 3 not in closest(related, asked, limit=100)

    def test_finds_it_in_korean(self):
        related = paper(text(1, "외교부 장관이 등대 조약에 서명했다"), text(2, "냉동 블루베리 회수"))
        assert closest(related, text(3, "등대 조약의 내용"))[0] == 1

    def test_prefers_the_fresh_of_two_that_are_equally_close(self):
        related = paper(text(1, "lighthouse treaty", published=0), text(2, "lighthouse treaty", published=300 * DAY))
        assert closest(related, text(3, "lighthouse treaty"), now=301 * DAY)[:2] == [2, 1]

    def test_shared_topics_count_and_are_the_reason(self):
        related = paper(text(1, "treaty talks"), text(2, "treaty talks", topics=(7,)))
        best = related.closest(text(3, "treaty", topics=(7,)), DAY)[0]
        assert (best.story, best.reason.code, best.reason.number) == (2, "topic", 7)

    def test_follows_what_editors_of_similar_stories_linked_to(self):
        related = paper(
            text(1, "harbour dredging plan"), text(2, "harbour rope makers"), text(4, "lighthouse treaty", links=(2,))
        )
        found = closest(related, text(5, "lighthouse treaty harbour"))
        assert found.index(2) < found.index(1)

    def test_forgets_what_was_removed_and_takes_the_newest_version(self):
        related = paper(text(1, "lighthouse treaty"), text(2, "lighthouse treaty"))
        related.remove(1)
        related.add(text(2, "frozen blueberries"))
        assert closest(related, text(3, "lighthouse treaty")) == []
        assert closest(related, text(3, "frozen blueberries")) == [2]

    def test_says_nothing_of_stories_to_come(self):
        related = paper(text(1, "lighthouse treaty", published=2 * DAY))
        assert closest(related, text(3, "lighthouse treaty"), now=DAY) == []
