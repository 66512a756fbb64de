"""Markup from outside: what is kept, and that nothing in it can run."""

import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Page
from wagtail.rich_text import RichText

from broadsheet.stories.markup import (
    PRESERVED_ATTRIBUTES,
    PRESERVED_TAGS,
    RICH_TEXT_ATTRIBUTES,
    RICH_TEXT_TAGS,
    HtmlBlock,
    ProseBlock,
    clean_html,
    clean_rich_text,
)
from broadsheet.stories.models import Story
from broadsheet.stories.tests.newsroom import draft_story
from tests.shared_data import shared_data

SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


def runs(address: str) -> bool:
    """Whether a browser, which reads addresses as the WHATWG’s URL standard says, finds a scheme that is not safe."""
    trimmed = address.strip("".join(map(chr, range(0x21))))
    scheme = SCHEME.match(re.sub(r"[\t\n\r]", "", trimmed))
    return scheme is not None and scheme[1].lower() not in {"http", "https", "mailto", "tel"}


class Inspector(HTMLParser):
    """Notes whatever stands in markup beyond what is allowed."""

    def __init__(self, tags: set[str], attributes: dict[str, set[str]]) -> None:
        super().__init__()
        self.tags, self.attributes, self.found = tags, attributes, []

    def handle_starttag(self, tag, attrs):
        allowed = self.attributes.get(tag, set()) | self.attributes.get("*", set()) | {"rel"}
        if tag not in self.tags:
            self.found.append(tag)
        for name, value in attrs:
            if name not in allowed:
                self.found.append(f"{tag} {name}")
            if name in {"href", "src", "cite"} and runs(value or ""):
                self.found.append(f"{name}={value}")


def leftovers(source: str, tags: set[str], attributes: dict[str, set[str]]) -> list[str]:
    inspector = Inspector(tags, attributes)
    inspector.feed(source)
    inspector.close()
    return inspector.found


def injections() -> list[str]:
    lines = shared_data("hostile-strings/xss.txt").read_text(encoding="utf-8", errors="replace").splitlines()
    naughty = json.loads(shared_data("hostile-strings/naughty.json").read_text(encoding="utf-8"))
    return [*lines, *naughty]


class TestCleaning:
    def test_leaves_nothing_that_runs_of_seven_thousand_injections(self):
        for source in injections():
            assert leftovers(clean_html(source), PRESERVED_TAGS, PRESERVED_ATTRIBUTES) == [], source
            assert leftovers(clean_rich_text(source), RICH_TEXT_TAGS, RICH_TEXT_ATTRIBUTES) == [], source

    @given(st.text(alphabet=st.sampled_from("<>/=\"'& abimgsrconerp:jvt-!")))
    def test_of_what_is_clean_changes_nothing(self, source):
        once = clean_html(source)
        assert clean_html(once) == once
        rich = clean_rich_text(source)
        assert clean_rich_text(rich) == rich

    @pytest.mark.parametrize(
        ("source", "kept"),
        [
            ('<p style="color:red" class="x" onclick="y()">A</p>', "<p>A</p>"),
            ("<script>alert(1)</script><p>A</p>", "<p>A</p>"),
            ('<iframe src="https://evil.example/">inside</iframe>B', "B"),
            ('<a href="javascript:alert(1)">A</a>', '<a rel="noopener">A</a>'),
            ('<img src="https://tracker.example/p.gif" alt="A">', '<img alt="A">'),
            ('<img src="//tracker.example/p.gif" alt="A">', '<img alt="A">'),
            ('<img src="/media/prints/a.jpg" alt="A">', '<img src="/media/prints/a.jpg" alt="A">'),
            ("<h1>Another headline</h1>", "Another headline"),
            ('<table><tr><td colspan="2">A</td></tr></table>', None),
        ],
    )
    def test_keeps_what_says_something(self, source, kept):
        expected = kept or '<table><tbody><tr><td colspan="2">A</td></tr></tbody></table>'
        assert clean_html(source) == expected

    def test_keeps_links_to_the_newspapers_own_pages(self):
        source = '<p data-block-key="a1"><a linktype="page" id="3">A</a> <s>B</s></p>'
        assert clean_rich_text(source) == source


class TestABlock:
    def test_of_html_is_cleaned_on_the_way_in_and_on_the_way_out(self):
        hostile = "<p>A<script>alert(1)</script></p>"
        assert HtmlBlock().get_prep_value(hostile) == "<p>A</p>"
        assert HtmlBlock().to_python(hostile) == "<p>A</p>"
        assert HtmlBlock().normalize(hostile) == "<p>A</p>"

    def test_of_prose_is_cleaned_on_the_way_in_and_on_the_way_out(self):
        hostile = '<p>A<img src=x onerror="alert(1)"></p>'
        assert ProseBlock().get_prep_value(RichText(hostile)) == "<p>A</p>"
        assert ProseBlock().to_python(hostile).source == "<p>A</p>"

    @pytest.mark.django_db
    def test_that_was_written_past_every_form_is_clean_when_it_is_read(self):
        story = draft_story(Page.objects.get(depth=2))
        story.body = json.dumps([{"type": "html", "value": "<p>A<script>1</script></p>"}])
        story.save()
        assert str(Story.objects.get(pk=story.pk).body[0].value) == "<p>A</p>"
