"""Manuscripts, their dates and their typesetting, without a newspaper around them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from broadsheet.demo.dating import fill_dates, moment
from broadsheet.demo.manuscript import ManuscriptError, read_manuscript
from broadsheet.demo.typesetting import Case, set_body, set_inline

SEOUL = ZoneInfo("Asia/Seoul")
NOW = datetime(2031, 5, 14, 2, 30, tzinfo=UTC)  # a Wednesday, 11.30 in Seoul

TEXT = """headline: A headline: with a colon
source: One
source: Two

First paragraph,
going on.

Second.

## A heading

> A sentence
> — Somebody

1. one
2. two

```python
a = 1

b = 2
```

Table: Numbers
| | A |
| x | 1 |
"""


def case(**stories):
    return Case(story=stories.__getitem__, photo={"bell": 7}.__getitem__, dates=lambda text: text)


class TestAManuscript:
    def test_gives_the_lines_on_top_by_name_in_order(self):
        manuscript = read_manuscript("a", TEXT)
        assert manuscript.one("headline") == "A headline: with a colon"
        assert manuscript.head["source"] == ("One", "Two")

    def test_gives_its_blocks_in_order_and_joins_paragraphs(self):
        kinds = [block.kind for block in read_manuscript("a", TEXT).body]
        assert kinds == ["text", "heading", "pull_quote", "numbered", "code", "table"]
        assert read_manuscript("a", TEXT).body[0].lines == ("First paragraph, going on.", "Second.")

    def test_keeps_the_empty_lines_of_code(self):
        assert read_manuscript("a", TEXT).body[4].lines == ("a = 1", "", "b = 2")

    def test_takes_each_related_link_for_itself(self):
        body = read_manuscript("a", "headline: A\n\n[related] world/a\n[related] world/b").body
        assert [block.title for block in body] == ["world/a", "world/b"]

    def test_names_the_line_on_top_that_it_cannot_read(self):
        with pytest.raises(ManuscriptError, match="no colon here"):
            read_manuscript("a", "no colon here\n\nBody.")

    def test_names_the_story_that_it_links_to_in_vain(self):
        with pytest.raises(ManuscriptError, match="world/nowhere"):
            set_body(read_manuscript("a", "headline: A\n\n[related] world/nowhere"), case())


class TestALine:
    def test_is_set_with_bold_italic_and_links(self):
        html = set_inline("**b** and *i*, [a story](story:s) & [a page](/about/)", case(s=3))
        assert html == (
            '<b>b</b> and <i>i</i>, <a linktype="page" id="3">a story</a> &amp; <a href="/about/">a page</a>'
        )

    def test_lets_no_markup_through(self):
        assert set_inline("<script>", case()) == "&lt;script&gt;"


class TestATime:
    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("3 hours ago", datetime(2031, 5, 14, 8, 30, tzinfo=SEOUL)),
            ("5 hours 20 minutes ago", datetime(2031, 5, 14, 6, 10, tzinfo=SEOUL)),
            ("1 day ago 23:50", datetime(2031, 5, 13, 23, 50, tzinfo=SEOUL)),
            ("41 days ago 14:10", datetime(2031, 4, 3, 14, 10, tzinfo=SEOUL)),
            ("in 14 hours", datetime(2031, 5, 15, 1, 30, tzinfo=SEOUL)),
        ],
    )
    def test_is_counted_from_now_in_the_newspapers_zone(self, words, expected):
        assert moment(words, NOW, SEOUL) == expected

    @pytest.mark.parametrize("words", ["yesterday", "ago", " ago", "3 days ago"])
    def test_is_refused_when_it_names_none(self, words):
        with pytest.raises(ValueError, match="names no time"):
            moment(words, NOW, SEOUL)

    def test_inside_a_sentence_is_counted_from_publication(self):
        published = NOW.astimezone(SEOUL)
        assert fill_dates("on {weekday -1}, by {date +30}", published, "en") == "on Tuesday, by 13 June"
        assert fill_dates("{weekday 0}, {date +1}", published, "ko") == "수요일, 5월 15일"
