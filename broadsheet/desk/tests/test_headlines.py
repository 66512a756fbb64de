"""The doubts about a headline."""

import pytest

from broadsheet.desk.headlines import LONGEST, Other, columns, doubts

GOOD = "Foreign minister takes a chart to Vasel"


class TestAGoodHeadline:
    @pytest.mark.parametrize(
        "headline",
        [GOOD, "UN and NATO agree on a text", "외교장관, 해도 한 장 들고 바셀로", "Who pays for the bridge?"],
    )
    def test_raises_no_doubt(self, headline):
        assert doubts(headline, [Other(1, "Something else happened today")]) == []

    def test_that_is_not_written_yet_raises_none(self):
        assert doubts("  ") == []


class TestADoubt:
    @pytest.mark.parametrize(
        "headline",
        [
            "You Won't Believe What the Minister Said",
            "You won’t believe what the minister said",
            "Shocking report on the harbour bridge",
            "What happened next in the harbour surprised all",
            "충격적인 항구 보고서가 나왔다",
        ],
    )
    def test_is_raised_by_bait(self, headline):
        assert any("bait" in doubt for doubt in doubts(headline))

    def test_is_raised_by_length_in_columns(self):
        assert doubts("a" * LONGEST) == []
        assert doubts("a" * (LONGEST + 1)) == [f"It is long: {LONGEST + 1} of {LONGEST} columns."]
        assert columns("바셀") == 4

    def test_is_raised_by_too_few_words(self):
        assert "so short" in doubts("Bridge")[0]

    def test_is_raised_by_noise(self):
        assert len(doubts("The HARBOUR BRIDGE COMES DOWN TODAY!")) == 2
        assert "stops" in doubts("And then the bridge came down…")[0]

    @pytest.mark.parametrize("other", [GOOD, GOOD.upper(), "The foreign minister takes a chart to Vasel"])
    def test_is_raised_by_a_repeat(self, other):
        assert doubts(GOOD, [Other(7, other)]) == [f"“{other}” stands already."]
