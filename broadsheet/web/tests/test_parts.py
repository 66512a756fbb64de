"""The small parts that need no database: languages, style sheets, players, the imprint, places to share."""

import json
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.http import Http404
from django.test import RequestFactory
from django.utils.html import escape

from broadsheet.web.front import midnight_after
from broadsheet.web.imprint import Imprint
from broadsheet.web.language import language_of
from broadsheet.web.lists import page_number
from broadsheet.web.player import player_address
from broadsheet.web.share import share_places
from broadsheet.web.stylesheets import bind, squeeze

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


class TestTheLanguage:
    @pytest.mark.parametrize(
        ("path", "language"),
        [("/", "en"), ("/world/", "en"), ("/ko/", "ko"), ("/ko", "ko"), ("/korea/", "en"), ("/de/", "en"), ("", "en")],
    )
    def test_is_the_address_s(self, path, language):
        assert language_of(path) == language


class TestTheStyleSheet:
    def test_is_bound_into_one(self):
        sheet = '@layer a, b;\n@import "a.css" layer(a);\n@import "b.css" layer(b) print;'
        files = {"a.css": "p {\n  color: red; /* why */\n}", "b.css": "p { color: black; }"}
        bound = bind(sheet, files.__getitem__)
        assert bound == "@layer a,b;@layer a{p{color:red}}@media print{@layer b{p{color:black}}}"

    @pytest.mark.parametrize(
        "rule",
        [
            "a:is(b, c) > d{}",
            "a :hover{}",
            "@media (min-width: 48em){}",
            'q{content:" / "}',
            "a{inset:calc(1px + 2px)}",
        ],
    )
    def test_keeps_the_spaces_that_mean_something(self, rule):
        assert squeeze(rule).replace(", ", ",") == squeeze(rule)
        assert squeeze(rule).replace(":", "").replace(" ", "") == rule.replace(":", "").replace(" ", "")
        assert (" :hover" in squeeze(rule)) == (" :hover" in rule)
        assert (" + " in squeeze(rule)) == (" + " in rule)


class TestAPlayer:
    @pytest.mark.parametrize(
        ("address", "player"),
        [
            ("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"),
            ("https://youtu.be/dQw4w9WgXcQ?t=3", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"),
            ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1"),
            ("https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ", ""),
            ('https://www.youtube.com/watch?v=dQw4w9WgXcQ"><script>', ""),
            ("javascript:alert(1)//https://vimeo.com/1", ""),
            ("https://example.org/film", ""),
        ],
    )
    def test_is_known_for_a_few_providers(self, address, player):
        assert player_address(address) == player

    def test_may_be_framed_under_the_readers_policy(self):
        frames = settings.SECURE_CSP["frame-src"]
        for address in ("https://youtu.be/dQw4w9WgXcQ", "https://vimeo.com/1"):
            assert any(player_address(address).startswith(host) for host in frames)


class TestTheImprint:
    def thing(self, key: str, pk: int = 1) -> SimpleNamespace:
        return SimpleNamespace(surrogate_key=key, pk=pk)

    def test_names_all_that_a_page_shows(self):
        imprint = Imprint(story=4, section=7)
        imprint.show(self.thing("story-4", 4), None, self.thing("author-3"), self.thing("story-4", 4))
        imprint.list_what_is_in(self.thing("section-7"))
        told = imprint.headers("en", NOW)
        assert told["Surrogate-Key"] == "story-4 author-3 section-7-list site"
        assert json.loads(told["Broadsheet-Page"]) == {"story": 4, "section": 7, "language": "en", "shown": [4]}

    def test_names_the_stories_that_a_body_leads_to(self):
        imprint = Imprint(story=4)
        imprint.show(self.thing("story-4", 4))
        imprint.link_to([5, 6])
        told = imprint.headers("en", NOW)
        assert told["Surrogate-Key"] == "story-4 story-5 story-6 site"
        assert json.loads(told["Broadsheet-Page"])["shown"] == [4, 5, 6]

    def test_says_when_time_makes_the_page_old(self):
        imprint = Imprint()
        for minutes in (9, 4, 6):
            imprint.expire(NOW + timedelta(minutes=minutes))
        assert imprint.headers("en", NOW)["Surrogate-Control"] == "max-age=240"

    def test_says_nothing_of_time_if_time_changes_nothing(self):
        assert "Surrogate-Control" not in Imprint().headers("en", NOW)


class TestTheDateOverTheFront:
    @pytest.mark.parametrize("zone", ["UTC", "Asia/Seoul", "America/New_York", "Pacific/Apia"])
    def test_lasts_until_midnight_where_the_paper_is(self, zone):
        here = NOW.astimezone(ZoneInfo(zone))
        ends = midnight_after(here)
        assert (ends.date() - here.date()).days == 1
        assert (ends.hour, ends.minute) == (0, 0)


class TestAPageNumber:
    @pytest.mark.parametrize("asked", ["0", "-1", "x", "1e3", "²", "", " 1", "99999999999999999999x"])
    def test_that_cannot_be_is_not_found(self, asked):
        with pytest.raises(Http404):
            page_number(RequestFactory().get("/", {"page": asked}))

    def test_is_one_if_none_is_asked_for(self):
        assert page_number(RequestFactory().get("/")) == 1


class TestPlacesToShare:
    def test_carry_the_address_and_the_headline_whatever_they_are(self):
        for place in share_places("https://example.org/한국/?a=1&b=2", "“Yes” & <no> 100%"):
            assert escape(place.address).replace("&amp;", "&") == place.address
            assert "%26b%3D2" in place.address
