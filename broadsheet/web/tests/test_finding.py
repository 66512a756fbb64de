"""Finding stories again: the search, the archive, and pages that are not there; and what a page may cost."""

import pytest

from broadsheet.sections.tests.newsroom import fill_section, open_newspaper
from broadsheet.stories.models import Correction
from broadsheet.stories.tests.newsroom import publish_story
from broadsheet.web.tests.pages import read


class TestTheSearch:
    def test_finds_by_headline_standfirst_byline_topic_and_beginning(self, client, newspaper):
        for query in ("World", "happened", "Reporter", "Topic", "Wor"):
            assert newspaper.stories[0].title in read(client, f"/search/?q={query}"), query

    def test_bears_whatever_is_asked(self, client, newspaper):
        for query in ("%00", "'\"; DROP TABLE", "%25", "NEAR(", "*", "-", "a" * 5000, "서울", "AND OR", "\ud800"):
            client.get("/search/", {"q": query.encode("utf-8", "replace")})

    def test_answers_whatever_is_asked_in_the_address(self, client, newspaper):
        numbers = {"0": 404, "-1": 404, "x": 404, "": 404, "%D9%A1": 404, "%00": 404, "9" * 40: 404, "1": 200}
        for number, status in numbers.items():
            for address in ("/search/?q=World&", "/world/?", "/corrections/?"):
                read(client, f"{address}page={number}", status=status)
        for address in (f"/corrections/report/{'9' * 30}/", "/authors/%00/", "/topics/a%00/", "/%00"):
            read(client, address, status=404)

    def test_is_not_kept_by_others(self, client, newspaper):
        assert "private" in client.get("/search/?q=World").headers["Cache-Control"]


class TestTheArchive:
    def test_leads_from_a_day_in_the_form_to_its_page(self, client, newspaper):
        assert client.get("/archive/?day=2026-04-03").headers["Location"] == "/archive/2026/04/03/"

    def test_knows_which_days_there_are(self, client, newspaper):
        for path in ("2026/02/30/", "2026/13/", "0000/01/01/", "0001/01/", "9999/12/31/", "?day=x", "2026/4/3/"):
            read(client, f"/archive/{path}", status=404)
        for path in ("9998/12/31/", "9998/12/", "1600/01/01/", "2024/02/29/"):
            read(client, f"/archive/{path}")


class TestAPageThatIsNotThere:
    def test_helps_to_find_it(self, client, newspaper):
        html = read(client, "/world/foreign-ministers-visit/", status=404)
        assert 'value="foreign ministers visit"' in html

    def test_speaks_the_language_of_its_address(self, client, newspaper):
        assert '<html lang="ko"' in read(client, "/ko/nothing/", status=404)


class TestAnErrorOfOurs:
    def test_is_told_without_the_database(self, client, django_assert_num_queries, monkeypatch, newspaper):
        monkeypatch.setattr("broadsheet.web.serving.find_page", lambda *_: 1 / 0)
        client.raise_request_exception = False
        with django_assert_num_queries(0):
            html = read(client, "/", status=500)
        assert "Something broke on our side" in html


class TestTheQueryBudget:
    @pytest.mark.parametrize("count", [50, 5000])
    def test_is_kept_by_a_story_and_a_section_front(self, newspaper, query_budget, count):
        open_newspaper(("세계",), stories_each=1, language="ko")
        fill_section(newspaper.sections[0], count, newspaper.photos[0], newspaper.contributors[0])
        for person in newspaper.contributors:
            person.portrait = newspaper.photos[0]
            person.save()
        body = [
            ("text", "<p>Text</p>"),
            *[("related", {"story": other, "address": "", "title": ""}) for other in newspaper.stories[:2]],
            ("photo", {"photo": newspaper.photos[0], "caption": ""}),
            ("gallery", {"title": "", "photos": [{"photo": photo, "caption": ""} for photo in newspaper.photos]}),
        ]
        story = publish_story(
            newspaper.sections[0],
            "A whole one",
            body=body,
            by=newspaper.contributors,
            topics=newspaper.topics,
            lead_photo=newspaper.photos[1],
        )
        Correction.objects.create(story=story, text="It was 2012.")
        query_budget(story.url, at_most=12)
        query_budget("/world/", at_most=12)
        query_budget("/world/?page=2", at_most=12)
        query_budget("/", at_most=12)
