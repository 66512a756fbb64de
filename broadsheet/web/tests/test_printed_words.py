"""What pages print of what journalists typed: always their words, never their markup; dates that say enough."""

from datetime import timedelta

import pytest
from django.template.loader import render_to_string
from django.utils import timezone

from broadsheet.sections.models import BreakingNews, Masthead
from broadsheet.stories.blocks import BODY
from broadsheet.stories.models import Correction
from broadsheet.web.templatetags.broadsheet import moment
from broadsheet.web.tests.pages import read

MARKUP = "\"><script>alert('x')</script>"


class TestWhatIsTyped:
    def test_is_words_on_every_page(self, client, newspaper):
        story, person, topic = newspaper.stories[0], newspaper.contributors[0], newspaper.topics[0]
        photo = newspaper.photos[0]
        for thing, names in (
            (person, ["name", "position", "biography"]),
            (topic, ["name", "introduction"]),
            (photo, ["alt", "caption", "credit"]),
            (story, ["title", "short_headline", "standfirst", "place", "sources", "lead_caption", "seo_title"]),
        ):
            for name in names:
                setattr(thing, name, MARKUP)
            thing.save()
        story.body = [
            ("heading", MARKUP),
            ("photo", {"photo": photo, "caption": MARKUP}),
            ("gallery", {"title": MARKUP, "photos": [{"photo": photo, "caption": MARKUP}]}),
            ("pull_quote", {"quote": MARKUP, "attribution": MARKUP}),
            ("fact_box", {"heading": MARKUP, "text": MARKUP}),
            ("code", {"language": MARKUP, "code": MARKUP}),
            ("related", {"story": None, "address": "https://example.org/" + MARKUP, "title": MARKUP}),
            ("embed", {"address": "https://vimeo.com/1", "title": MARKUP, "caption": MARKUP}),
            ("html", MARKUP),
        ]
        story.save()
        Correction.objects.create(story=story, text=MARKUP)
        Masthead.objects.create(publisher=MARKUP, publisher_address=MARKUP)
        BreakingNews.objects.create(locale=newspaper.front.locale, text=MARKUP)
        own = [story.url, f"/authors/{person.slug}/", f"/topics/{topic.slug}/", f"/corrections/report/{story.pk}/"]
        for address in ["/", "/world/", "/authors/", "/topics/", "/corrections/", "/search/?q=%22%3E%3Cscript", *own]:
            html = read(client, address)
            assert "<script>" not in html, address
            assert "onerror" not in html, address

    @pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//[", " javascript:alert(1)"])
    def test_is_no_address_that_runs(self, address):
        blocks = dict(BODY)
        for name in ("embed", "related"):
            value = blocks[name].to_python({"address": address, "title": "A film", "story": None, "caption": ""})
            assert f'href="{address}"' not in render_to_string(f"stories/blocks/{name}.html", {"value": value}), name

    def test_is_escaped_once_in_the_description(self, client, newspaper):
        story = newspaper.stories[0]
        story.standfirst = "The minister’s “yes” & no, " * 12
        story.save()
        html = read(client, story.url)
        assert '<meta name="description" content="The minister’s “yes” &amp; no, ' in html
        assert "&amp;amp;" not in html


class TestATable:
    def print(self, headings: list[str]) -> str:
        columns = [{"type": "text", "heading": heading} for heading in headings]
        rows = [{"values": [f"<p>{word}</p>" for word in words]} for words in (["Hull", "3 m"], ["Pelan", "4 m"])]
        value = dict(BODY)["table"].to_python({"columns": columns, "rows": rows, "caption": ""})
        return render_to_string("stories/blocks/table.html", {"value": value, "self": value})

    def test_names_its_columns_and_rows(self):
        html = self.print(["Port", "Tide"])
        assert '<th scope="col">Port</th><th scope="col">Tide</th>' in html
        assert html.count('<th scope="row">') == 2

    def test_without_headings_has_cells_alone(self):
        html = self.print(["", ""])
        assert "<th" not in html
        assert html.count("<td>") == 4

    def test_has_a_name_to_be_read_aloud(self):
        assert 'aria-label="Table"' in self.print(["Port", "Tide"])


class TestADateOnACard:
    @pytest.mark.parametrize("style", ["short", "brief"])
    def test_has_its_year_unless_it_is_this_one(self, style):
        now = timezone.now()
        old = now - timedelta(days=800)
        said = {when.year: render_to_string("web/parts/time.html", moment(when, style)) for when in (now, old)}
        assert f"{old:%Y}</time>" in said[old.year]
        assert f"{now:%Y}</time>" not in said[now.year]
