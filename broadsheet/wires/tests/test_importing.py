"""A WordPress site comes into the newspaper."""

import json
from datetime import UTC, datetime

import pytest
from wagtail.contrib.redirects.models import Redirect

from broadsheet.sections.models import FrontPage, Section, StandingPage
from broadsheet.sections.tests.newsroom import open_front, open_section
from broadsheet.stories.models import Contributor, Photo, Story, Topic
from broadsheet.stories.tests.newsroom import draw_picture
from broadsheet.wires.tests.exports import HEAD, attachment, item, label, meta, write_export
from broadsheet.wires.tests.imports import outcomes, reasons, run, run_items
from tests.shared_data import shared_data

pytestmark = pytest.mark.django_db


@pytest.fixture
def front() -> FrontPage:
    return open_front()


class TestThePost:
    def test_becomes_a_published_story_with_its_own_date(self, front, tmp_path):
        run_items(tmp_path, item(1, "One\n\ntwo", title="A &amp; <em>B</em>", excerpt="In <b>short</b>"))
        story = Story.objects.get()
        assert (story.title, story.standfirst, story.live) == ("A & B", "In short", True)
        assert story.first_published_at == datetime(2012, 1, 7, 14, 7, 21, tzinfo=UTC)
        assert [(block.block_type, str(block.value)) for block in story.body] == [("text", "<p>One</p><p>two</p>")]
        assert story.latest_revision_id == story.live_revision_id

    def test_without_a_date_in_utc_is_dated_in_the_papers_zone(self, front, tmp_path):
        run_items(tmp_path, item(1, post_date_gmt="0000-00-00 00:00:00", post_date="2012-01-07 09:00:00"))
        assert Story.objects.get().first_published_at == datetime(2012, 1, 7, 0, 0, tzinfo=UTC)

    def test_stands_in_the_section_of_its_first_category_that_is_one(self, front, tmp_path):
        open_section(front, "World")
        labels = label("Local") + label("World") + label("Sport") + label("treaty", domain="post_tag")
        run_items(tmp_path, item(1, labels=labels), sections=("Sport",))
        story = Story.objects.get()
        assert story.get_parent().title == "World"
        assert sorted(link.topic.name for link in story.story_topics.all()) == ["Local", "Sport", "treaty"]
        assert Section.objects.get(title="Sport").live

    def test_stands_in_the_section_above_its_category(self, front, tmp_path):
        category = (
            "<wp:category><wp:category_nicename>football</wp:category_nicename><wp:cat_name>Football</wp:cat_name>"
            "<wp:category_parent>sport</wp:category_parent></wp:category>"
        )
        path = write_export(tmp_path, item(1, labels=label("Football")), head=HEAD + category)
        run(path, sections=("Sport",))
        story = Story.objects.get()
        assert story.get_parent().title == "Sport"
        assert [link.topic.name for link in story.story_topics.all()] == ["Football"]

    def test_goes_to_the_default_section_otherwise(self, front, tmp_path):
        report = run_items(tmp_path, item(1, labels=label("Uncategorized")))
        assert Story.objects.get().get_parent().title == "News"
        assert "DEFAULT_SECTION" in reasons(report)
        assert not Topic.objects.exists()

    def test_bears_its_authors_names_and_not_their_addresses(self, front, tmp_path):
        ghost = label("Guest Writer", "cap-guest", "author") + label("Mina", "cap-mina", "author")
        run_items(tmp_path, item(1), item(2, creator="nobody"), item(3, labels=ghost))
        names = [[byline.contributor.name for byline in story.bylines.all()] for story in Story.objects.order_by("pk")]
        assert names == [["Mina Park"], ["nobody"], ["Guest Writer", "Mina Park"]]
        assert not Contributor.objects.exclude(email="").exists()

    @pytest.mark.parametrize(
        ("values", "reason"),
        [
            ({"status": "draft"}, "DRAFT"),
            ({"status": "pending"}, "PENDING"),
            ({"status": "private"}, "PRIVATE"),
            ({"post_password": "enter"}, "PASSWORD"),
            ({"status": "in-progress"}, "STATUS_UNKNOWN"),
            ({"status": "future"}, "SCHEDULE_PASSED"),
        ],
    )
    def test_that_readers_could_not_read_stays_unpublished(self, front, tmp_path, client, values, reason):
        report = run_items(tmp_path, item(1, **values))
        story = Story.objects.get()
        assert (story.live, story.first_published_at, reasons(report) & {reason}) == (False, None, {reason})
        assert client.get(story.get_url()).status_code == 404
        assert not Redirect.objects.filter(redirect_page=story).exists()

    def test_of_the_future_is_scheduled(self, front, tmp_path):
        run_items(tmp_path, item(1, status="future", post_date_gmt="2030-01-01 19:00:18"))
        story = Story.objects.get()
        assert (story.live, story.go_live_at) == (False, datetime(2030, 1, 1, 19, 0, 18, tzinfo=UTC))
        assert story.scheduled_revision is not None

    def test_that_was_sticky_is_placed_on_the_front(self, front, tmp_path):
        report = run_items(tmp_path, item(1), item(2, is_sticky="1"))
        assert [placement.story.title for placement in FrontPage.objects.get().placements.all()] == ["Post 2"]
        assert "STICKY" in reasons(report, 2)

    def test_in_the_bin_is_left_there(self, front, tmp_path):
        report = run_items(tmp_path, item(1, status="trash"), item(2, status="auto-draft"), item(3), item(3))
        assert outcomes(report) == ["left out", "left out", "came in", "left out"]

    def test_without_a_title_is_named_after_its_first_words(self, front, tmp_path):
        run_items(tmp_path, item(1, "This one has <b>no</b> title.", title="", post_name=""), item(2, title=" "))
        assert [(story.title, story.slug) for story in Story.objects.order_by("pk")] == [
            ("This one has no title.", "this-one-has-no-title"),
            ("Untitled 2", "post-2"),
        ]

    def test_keeps_its_address_in_any_language(self, front, tmp_path):
        slugs = ["%ec%82%ac%ed%9a%8c", "same", "same", "!?"]
        run_items(tmp_path, *(item(n, post_name=slug, title="社 !") for n, slug in enumerate(slugs, 1)))
        assert list(Story.objects.order_by("pk").values_list("slug", flat=True)) == ["사회", "same", "same-2", "社"]

    def test_may_have_any_words(self, front, tmp_path):
        strings = json.loads(shared_data("hostile-strings/naughty.json").read_text(encoding="utf-8"))
        strings = ["".join(c for c in s if c in "\t\n" or c >= " ") for s in strings][::20]
        run_items(tmp_path, *(item(n, s, title=s, post_name=s, excerpt=s) for n, s in enumerate(strings, 1)))
        assert Story.objects.count() == len(strings)


class TestThePage:
    def test_stands_under_the_page_it_stood_under(self, front, tmp_path):
        kind = {"post_type": "page"}
        run_items(tmp_path, item(3, post_parent="2", **kind), item(2, post_parent="1", **kind), item(1, **kind))
        top = StandingPage.objects.child_of(front).get()
        assert [page.slug for page in top.get_descendants(inclusive=True)] == ["post-1", "post-2", "post-3"]

    def test_gives_way_to_the_newspapers_own_addresses(self, front, tmp_path):
        open_section(front, "World")
        slugs = ["search", "desk", "world", "ko", "media", "about"]
        report = run_items(tmp_path, *(item(n, post_type="page", post_name=s) for n, s in enumerate(slugs, 1)))
        found = list(StandingPage.objects.order_by("pk").values_list("slug", flat=True))
        assert found == ["search-2", "desk-2", "world-2", "ko-2", "media-2", "about"]
        assert "SLUG_CHANGED" in reasons(report, 1)

    def test_is_in_the_navigation_if_it_was_in_a_menu(self, front, tmp_path):
        in_menu = meta({"_menu_item_object": "page", "_menu_item_object_id": "2"})
        pages = (item(number, post_type="page") for number in (1, 2))
        run_items(tmp_path, *pages, item(3, post_type="nav_menu_item", more=in_menu))
        assert list(StandingPage.objects.in_menu().values_list("slug", flat=True)) == ["post-2"]

    def test_whose_parent_is_not_there_stands_at_the_top(self, front, tmp_path):
        report = run_items(tmp_path, item(1, post_type="page", post_parent="99"))
        assert StandingPage.objects.child_of(front).exists()
        assert "PARENT_MISSING" in reasons(report)


class TestAPicture:
    @pytest.fixture
    def media(self, tmp_path):
        folder = tmp_path / "uploads"
        for name in ("2012/06/goat.jpg", "2013/06/goat.jpg", "2012/06/boat.jpg"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(draw_picture())
        (folder / "2012/06/bad.jpg").write_bytes(b"\xff\xd8\xff nonsense")
        (tmp_path / "secret.jpg").write_bytes(draw_picture())
        (folder / "2012/06/linked.jpg").symlink_to(tmp_path / "secret.jpg")
        return folder

    def test_comes_from_the_media_folder_once(self, front, tmp_path, media):
        content = '<img class="wp-image-9" src="https://old.example/wp-content/uploads/2012/06/goat-300x200.jpg">'
        address = "https://old.example/wp-content/uploads/2012/06/goat.jpg"
        report = run_items(
            tmp_path,
            item(1, content, more=meta({"_thumbnail_id": "9"})),
            item(2, content),
            attachment(9, address, alt="A goat", excerpt="A goat in spring", parent=1),
            media=media,
        )
        photo = Photo.objects.get()
        story = Story.objects.order_by("pk").first()
        assert (photo.alt, story.lead_photo, story.body[0].value["photo"]) == ("A goat", photo, photo)
        assert outcomes(report, "attachment") == ["came in"]
        assert reasons(report, 9) == {"PHOTO_NEEDS"}

    def test_without_credit_does_not_keep_its_story_from_readers(self, front, tmp_path, media, client):
        content = '<img src="/2012/06/boat.jpg">'
        run_items(tmp_path, item(1, content), media=media)
        assert Photo.objects.get().credit == ""
        assert client.get(Story.objects.get().get_url()).status_code == 200

    @pytest.mark.parametrize(
        ("address", "reason"),
        [
            ("/nowhere/cat.jpg", "PICTURE_MISSING"),
            ("/wp-content/goat.jpg", "PICTURE_MISSING"),  # there are two goats
            ("/2012/06/../../../secret.jpg", "PICTURE_MISSING"),
            ("/2012/06/%2e%2e%2f%2e%2e%2f%2e%2e%2fsecret.jpg", "PICTURE_MISSING"),
            ("/2012/06/linked.jpg", "PICTURE_MISSING"),
            ("/2012/06/bad.jpg", "PICTURE_REFUSED"),
        ],
    )
    def test_that_cannot_be_had_leaves_a_link(self, front, tmp_path, media, address, reason):
        content = f'<figure><img src="{address}" alt="x"><figcaption>A caption</figcaption></figure>'
        report = run_items(tmp_path, item(1, content), media=media)
        assert "A caption</a>" in str(Story.objects.get().body[0].value)
        assert reason in reasons(report)
        assert not Photo.objects.exists()
