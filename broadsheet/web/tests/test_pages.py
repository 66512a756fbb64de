"""The reader's pages, as Django answers them."""

import re
from html.parser import HTMLParser

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from broadsheet.sections.models import BreakingNews, Masthead
from broadsheet.sections.tests.newsroom import Newspaper, fill_section, open_newspaper
from broadsheet.stories.models import Correction
from broadsheet.stories.tests.newsroom import publish_story
from broadsheet.stories.withdrawal import withdraw
from broadsheet.web.tests.pages import read


def addresses(newspaper: Newspaper) -> list[str]:
    """One address of every type of page."""
    story, day = newspaper.stories[0], timezone.localtime(newspaper.stories[0].first_published_at)
    person, topic = newspaper.contributors[0], newspaper.topics[0]
    return [
        "/",
        newspaper.sections[0].url,
        story.url,
        "/about/",
        "/authors/",
        f"/authors/{person.slug}/",
        f"/authors/{person.slug}/contact/",
        "/topics/",
        f"/topics/{topic.slug}/",
        "/search/",
        "/search/?q=story",
        "/archive/",
        f"/archive/{day:%Y/%m}/",
        f"/archive/{day:%Y/%m/%d}/",
        "/corrections/",
        f"/corrections/report/{story.pk}/",
    ]


class Reader(HTMLParser):
    """What a page holds: its links in order, its headings, its times, its landmarks."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.times: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        found = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.attributes.append((tag, found))
        if tag == "a":
            self.links.append(found["href"])
        if tag == "time":
            self.times.append(found["datetime"])


class TestEveryPage:
    def test_begins_with_three_skip_links(self, client, newspaper):
        for address in addresses(newspaper):
            assert Reader(read(client, address)).links[:3] == ["#top", "#main", "#bottom"], address

    def test_has_one_heading_over_all_and_its_landmarks(self, client, newspaper):
        for address in addresses(newspaper):
            tags = Reader(read(client, address)).tags
            assert [tags.count(tag) for tag in ("h1", "main")] == [1, 1], address
            assert {"header", "nav", "footer"} <= set(tags), address

    def test_has_one_address_or_is_not_to_be_found_by_engines(self, client, newspaper):
        for address in addresses(newspaper):
            html = read(client, address)
            canonical = re.findall(r'<link rel="canonical" href="([^"]*)">', html)
            noindex = '<meta name="robots" content="noindex">' in html
            assert (canonical == ["http://localhost:8000" + address]) != noindex, address

    def test_is_the_same_for_everyone(self, client, newspaper):
        for address in addresses(newspaper):
            answer = client.get(address, headers={"Accept-Language": "ko", "Cookie": "django_language=ko"})
            assert not answer.cookies, address
            assert "Vary" not in answer.headers, address
            assert '<html lang="en"' in answer.content.decode(), address

    def test_has_nothing_inline_and_nothing_from_another_host(self, client, newspaper):
        for address in addresses(newspaper):
            for tag, found in Reader(read(client, address)).attributes:
                assert tag != "style", address
                assert not [name for name in found if name == "style" or name.startswith("on")], address
                assert tag != "script" or found.get("src", "").startswith("/static/"), address
                if tag in {"img", "source", "iframe"}:
                    assert not found.get("src", "").startswith(("http", "//")), address

    def test_tells_the_press_what_it_shows(self, client, newspaper):
        unpressed = ("/search/", "/corrections/report/", "/contact/")
        for address in addresses(newspaper):
            keys = client.get(address).headers.get("Surrogate-Key", "").split()
            if address.startswith(unpressed[:2]) or address.endswith(unpressed[2]):
                continue
            assert keys[-1] == "site", address

    def test_gives_times_in_the_papers_zone(self, client, newspaper, settings):
        settings.TIME_ZONE = "Asia/Seoul"
        timezone.get_default_timezone.cache_clear()
        for moment in Reader(read(client, newspaper.stories[0].url)).times:
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00", moment)


class TestTheFront:
    def test_prints_no_story_twice(self, client, newspaper):
        links = [link for link in Reader(read(client, "/")).links if "story" in link]
        assert sorted(links) == sorted(story.url for story in newspaper.stories)

    def test_is_old_when_its_date_is(self, client, newspaper):
        assert client.get("/").headers["Surrogate-Control"].startswith("max-age=")

    def test_says_breaking_news_while_it_lasts(self, client, newspaper):
        news = BreakingNews.objects.create(locale=newspaper.front.locale, text="Ferry aground", showing=True)
        assert "Ferry aground" in read(client, newspaper.stories[0].url)
        news.showing = False
        news.save()
        assert "Ferry aground" not in read(client, "/")

    def test_names_the_publisher(self, client, newspaper):
        Masthead.objects.create(publisher="Harbour Press", publisher_address="1 Quay\nSamdo")
        assert "1 Quay<br>Samdo" in read(client, "/")


class TestASection:
    def test_has_pages(self, client, newspaper):
        fill_section(newspaper.sections[0], 40, newspaper.photos[0], newspaper.contributors[0])
        first, second = read(client, "/world/"), read(client, "/world/?page=2")
        assert 'rel="next" href="?page=2"' in first
        assert 'rel="prev" href="."' in second
        assert '<link rel="canonical" href="http://localhost:8000/world/?page=2">' in second

        printed = [
            link
            for number in (1, 2, 3)
            for link in Reader(read(client, f"/world/?page={number}")).links
            if "bulk" in link
        ]
        assert len(printed) == len(set(printed)) == 40

    def test_has_no_page_beyond_its_last(self, client, newspaper):
        for number in ("2", "0", "x", "9999999999"):
            read(client, f"/world/?page={number}", status=404)

    def test_that_is_private_is_not_shown(self, client, newspaper):
        PageViewRestriction.objects.create(page=newspaper.sections[0], restriction_type="login")
        assert client.get("/world/").status_code == 302
        assert client.get(newspaper.stories[0].url).status_code == 302


class TestAStory:
    def test_names_its_authors_before_and_after_its_text(self, client, newspaper):
        person = newspaper.contributors[0]
        html = read(client, newspaper.stories[0].url)
        assert html.count(f'href="/authors/{person.slug}/"') == 2

    def test_gives_nobody_a_mail_address_to_harvest(self, client, newspaper):
        for address in addresses(newspaper):
            assert "reporter@" not in read(client, address), address

    def test_leaves_places_for_what_the_front_fills(self, client, newspaper):
        story = newspaper.stories[0]
        html = read(client, story.url)
        for slot in (
            f"views:{story.pk}",
            "rail:latest",
            "rail:popular-now",
            "rail:weekly-best",
            "rail:you-may-also-like",
        ):
            assert f"<!--slot:{slot}-->" in html

    def test_shows_its_corrections(self, client, newspaper):
        Correction.objects.create(story=newspaper.stories[0], text="It was 2012.")
        assert "It was 2012." in read(client, newspaper.stories[0].url)
        assert "It was 2012." in read(client, "/corrections/")

    def test_that_was_withdrawn_is_gone_with_a_note(self, client, newspaper):
        withdraw(newspaper.stories[0], "The document was forged.", timezone.now())
        html = read(client, newspaper.stories[0].url, status=410)
        assert "The document was forged." in html
        assert newspaper.stories[0].standfirst not in html.split("<main")[1].split("<footer")[0]

    def test_prints_every_block_of_its_body(self, client, newspaper):
        body = [
            ("text", "<p>Plain <b>bold</b></p>"),
            ("heading", "A heading"),
            ("photo", {"photo": newspaper.photos[0], "caption": "Said anew"}),
            ("gallery", {"title": "Four seasons", "photos": [{"photo": newspaper.photos[1], "caption": ""}]}),
            ("pull_quote", {"quote": "We had run out of reasons.", "attribution": "A diplomat"}),
            ("list", {"ordered": True, "items": ["<p>First item</p>"]}),
            ("fact_box", {"heading": "Fourteen years", "text": "<ul><li>2012</li></ul>"}),
            ("code", {"language": "Python", "code": "x < 1"}),
            ("related", {"story": newspaper.stories[1], "address": "", "title": ""}),
            ("embed", {"address": "https://vimeo.com/76979871", "title": "A film", "caption": ""}),
            ("html", "<blockquote>Kept</blockquote><script>alert(1)</script>"),
        ]
        story = publish_story(newspaper.sections[0], "Every block", body=body)
        html = read(client, story.url)
        for words in (
            "<b>bold</b>",
            "A heading",
            "Said anew",
            "Four seasons",
            "run out of reasons",
            "First item",
            "2012",
        ):
            assert words in html
        assert "x &lt; 1" in html
        assert newspaper.stories[1].title in html
        assert 'data-player="https://player.vimeo.com/video/76979871?dnt=1"' in html
        assert "<blockquote>Kept</blockquote>" in html
        assert "alert(1)" not in html


class TestAnotherEdition:
    @pytest.fixture
    def korean(self, newspaper) -> Newspaper:
        return open_newspaper(("세계",), stories_each=2, language="ko")

    def test_speaks_its_language(self, client, korean):
        html = read(client, "/ko/")
        assert '<html lang="ko"' in html
        assert "최신 기사" in html or "검색" in html

    def test_has_only_its_own_stories(self, client, korean, newspaper):
        assert not any(story.url in read(client, "/ko/") for story in newspaper.stories)
        assert korean.stories[0].title not in read(client, "/")

    def test_is_named_beside_its_sister(self, client, korean):
        html = read(client, "/")
        assert '<link rel="alternate" hreflang="ko" href="http://localhost:8000/ko/">' in html
        assert ">한국어</a>" in html

    def test_is_not_offered_for_a_story_without_a_translation(self, client, korean, newspaper):
        assert 'hreflang="ko" href="http' not in read(client, newspaper.stories[0].url)


class TestAStoryInAPrivateSection:
    """Stories of a section that asks for a password stand on no page that everybody reads."""

    @pytest.fixture
    def private(self, newspaper):
        section, story = newspaper.sections[0], newspaper.stories[0]
        Correction.objects.create(story=story, text="It was 2012.")
        newspaper.front.placements.create(story=story)
        PageViewRestriction.objects.create(page=section, restriction_type="login")
        return story

    def test_is_in_no_list_and_not_found(self, client, newspaper, private):
        day = timezone.localtime(private.first_published_at)
        person, topic = newspaper.contributors[0], newspaper.topics[0]
        lists = ["/", f"/authors/{person.slug}/", f"/topics/{topic.slug}/", "/corrections/", "/search/?q=World"]
        for address in [*lists, f"/archive/{day:%Y/%m/%d}/"]:
            html = read(client, address)
            assert private.title not in html, address
            assert address.startswith(("/corr", "/search")) or newspaper.stories[1].title in html, address

    def test_leaves_the_lead_to_another(self, client, newspaper, private):
        assert "card-lead" in read(client, "/")

    def test_takes_no_reports_from_strangers(self, client, private):
        read(client, f"/corrections/report/{private.pk}/", status=404)
