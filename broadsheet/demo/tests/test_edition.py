"""The demo edition as it lies in the newspaper, and what the newspaper promises about itself."""

import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from django.db import transaction
from PIL import Image
from wagtail.blocks import StreamValue
from wagtail.models import Page

from broadsheet.demo.edition import print_edition, read_edition
from broadsheet.sections.models import FrontPage, Section, StandingPage
from broadsheet.stories.darkroom import Picture as Developed
from broadsheet.stories.inscription import Inscription
from broadsheet.stories.models import Contributor, Correction, Photo, Story, Topic

NOW = datetime.now(tz=UTC)
SECTIONS = {"world", "asia", "business", "sports", "lifestyle", "debate"}


def small_picture(_picture):
    file = BytesIO()
    Image.new("RGB", (32, 20), "teal").save(file, "JPEG")
    return file.getvalue()


@pytest.fixture(scope="module")
def printed(django_db_setup, django_db_blocker):
    """The whole edition with small pictures, once for this module; it is taken back afterwards."""
    undeveloped = "broadsheet.stories.library.develop"  # a process a picture; the darkroom has tests of its own
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock(), transaction.atomic():
        patch.setattr(undeveloped, lambda data, **_asked: Developed(data, "jpg", 32, 20, Inscription()))
        assert print_edition(NOW, say=lambda _sentence: None, draw=small_picture)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def english(printed):
    return list(Story.objects.published().filter(locale__language_code="en").specific())


def source(body: StreamValue) -> str:
    return str(body.get_prep_value())


def words(manuscript) -> str:
    return " ".join(line for block in manuscript.body if block.kind != "code" for line in (block.title, *block.lines))


class TestTheEdition:
    def test_has_at_least_sixty_stories_over_six_sections(self, english):
        per_section = Counter(story.get_parent().slug for story in english)
        assert len(english) >= 60
        assert set(per_section) == SECTIONS
        assert min(per_section.values()) >= 8

    def test_has_every_form_of_story(self, english):
        assert {story.form for story in english} == {Story._meta.get_field("form").flatchoices[i][0] for i in range(8)}

    def test_signs_every_story(self, printed):
        unsigned = [story.slug for story in Story.objects.all() if not story.bylines.exists()]
        assert unsigned == []

    def test_has_at_least_a_dozen_bylines(self, printed):
        assert Contributor.objects.filter(bylines__isnull=False).distinct().count() >= 12

    def test_says_of_every_picture_what_it_shows_who_made_it_and_by_what_right(self, printed):
        assert [photo.title for photo in Photo.objects.all() if photo.objections()] == []

    def test_uses_every_picture(self):
        edition = read_edition()
        written = " ".join(" ".join((manuscript.one("photo"), words(manuscript))) for manuscript in edition.stories)
        story_pictures = [p.name for p in edition.pictures if not p.look and p.name != "logo"]
        assert [name for name in story_pictures if not re.search(rf"\b{name}\b", written)] == []

    def test_dates_every_published_story_in_the_past(self, printed):
        live = Story.objects.filter(live=True)
        assert all(timedelta() < NOW - story.first_published_at < timedelta(days=60) for story in live)
        assert all(story.last_published_at >= story.first_published_at for story in live)

    def test_follows_subjects_over_weeks(self, printed):
        for name in ("Sorrel Strait treaty", "Mount Tarui", "North Mole", "Mokdan Bridge", "Housing", "Strait League"):
            times = [link.story.first_published_at for link in Topic.objects.get(name=name).story_topics.all()]
            times = [time for time in times if time]
            assert max(times) - min(times) > timedelta(days=14), name

    def test_holds_one_draft_one_scheduled_and_one_withdrawn_story(self, printed):
        draft = Story.objects.get(slug="transfer-window")
        scheduled = Story.objects.get(slug="berth-contract")
        withdrawn = Story.objects.withdrawn().get()
        assert not draft.live
        assert draft.go_live_at is None
        assert not scheduled.live
        assert scheduled.get_latest_revision().approved_go_live_at > NOW
        assert scheduled.under_embargo
        assert not withdrawn.live
        assert "apologise" in withdrawn.withdrawal_note

    def test_has_a_photo_whose_rights_are_about_to_end(self, printed):
        ends = Photo.objects.get(rights_expire__isnull=False).rights_expire
        assert timedelta(days=7) <= ends - NOW.date() <= timedelta(days=11)

    def test_has_corrections_and_clarifications(self, printed):
        assert set(Correction.objects.values_list("kind", flat=True)) >= {"correction", "clarification"}

    def test_uses_every_block_but_preserved_html_and_single_photos(self, english):
        kinds = {block.block_type for story in english for block in story.body}
        assert kinds == {
            "text", "heading", "gallery", "pull_quote", "list", "table", "fact_box", "code", "related", "embed",
        }  # fmt: skip

    def test_leaves_no_mark_unset(self, printed):
        for page in [*Story.objects.all(), *StandingPage.objects.all()]:
            text = f"{page.title} {getattr(page, 'standfirst', '')} {source(page.body)}"
            if "code" not in {block.block_type for block in page.body}:
                assert re.findall(r"\*\*|\{weekday|\{date|\]\(|story:", text) == [], page.slug

    def test_links_only_to_stories_that_readers_can_open(self, english):
        open_pages = set(Page.objects.live().values_list("pk", flat=True))
        for story in english:
            linked = {int(pk) for pk in re.findall(r'linktype="page" id="(\d+)"', source(story.body))}
            linked |= {block.value["story"].pk for block in story.body if block.block_type == "related"}
            assert linked <= open_pages, story.slug

    def test_speaks_korean_in_at_least_six_translations(self, printed):
        korean = Story.objects.published().filter(locale__language_code="ko")
        assert korean.count() >= 6
        for story in korean:
            assert story.get_translations().get(locale__language_code="en").slug == story.slug
            assert re.search("[가-힣]", story.title)
            assert story.url_path.startswith("/front-ko/") or "/ko" in story.url_path

    def test_has_standing_pages(self, printed):
        assert {"about", "ethics", "contact", "ownership"} <= set(StandingPage.objects.values_list("slug", flat=True))

    def test_places_stories_on_the_front_and_on_every_section(self, printed):
        assert FrontPage.objects.get(locale__language_code="en").placements.count() >= 4
        for section in Section.objects.filter(locale__language_code="en"):
            assert section.placements.exists()

    def test_is_printed_only_once(self, printed):
        before = Story.objects.count()
        assert not print_edition(NOW, say=lambda _sentence: None, draw=small_picture)
        assert Story.objects.count() == before


class TestTheWriting:
    @pytest.fixture
    def printed_stories(self):
        left_out = ("ko/", "asia/quay-roof", "sports/transfer", "business/berth")
        return [story for story in read_edition().stories if not story.name.startswith(left_out)]

    def test_has_stories_of_180_to_900_words(self, printed_stories):
        lengths = {story.name: len(words(story).split()) for story in printed_stories}
        assert {name: length for name, length in lengths.items() if not 180 <= length <= 900} == {}

    def test_never_says_the_same_sentence_twice(self, printed_stories):
        sentences = Counter(
            sentence.strip()
            for story in printed_stories
            for block in story.body
            if block.kind == "text"
            for line in block.lines
            for sentence in re.split(r"(?<=[.!?”])\s+", line)
            if len(sentence.split()) > 7
        )
        assert [sentence for sentence, times in sentences.items() if times > 1] == []

    def test_has_headlines_that_fit(self, printed_stories):
        too_long = [s.name for s in printed_stories if len(s.one("headline")) > 110 or len(s.one("short")) > 60]
        assert too_long == []

    @pytest.mark.parametrize("name", ["business/north-mole-cost", "ko/business/north-mole-cost"])
    def test_has_tables_that_add_up(self, name):
        story = next(story for story in read_edition().stories if story.name == name)
        table = next(block for block in story.body if block.kind == "table")
        rows = [[cell.strip("* ") for cell in line.strip("|").split("|")][1:] for line in table.lines[1:]]
        numbers = [[float(cell) for cell in row] for row in rows]
        *parts, total = numbers
        assert [round(sum(column), 1) for column in zip(*parts, strict=True)] == total
        assert all(round(planned + more, 1) == now for planned, now, more in numbers)
