"""The body: its blocks, what is stored, and what becomes of it in a migration."""

import json

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.state import ProjectState
from wagtail import blocks
from wagtail.blocks.migrations.migrate_operation import MigrateStreamData
from wagtail.blocks.migrations.operations import RenameStreamChildrenOperation
from wagtail.models import Page

from broadsheet.stories.blocks import BODY, SHIPPED, BlockError, BodyBlocks
from broadsheet.stories.body import BodyField
from broadsheet.stories.models import Story
from broadsheet.stories.readiness import photos_in
from broadsheet.stories.tests.newsroom import draft_story, make_photo, publish_story

NAMES = [
    "text", "heading", "photo", "gallery", "pull_quote", "list", "table", "fact_box", "code", "related", "embed",
    "html",
]  # fmt: skip


@pytest.fixture
def parent(db) -> Page:
    return Page.objects.get(depth=2)


def every_block(story: Story) -> list[dict]:
    """One of each, as a wire would write them."""
    photo = make_photo().pk
    table = {
        "caption": "Votes",
        "columns": [{"type": "text", "heading": "Party"}],
        "rows": [{"values": ["<p>Greens</p>"]}],
    }
    values = {
        "text": '<p>A <b>bold</b> <a href="https://example.org/">link</a>.</p>',
        "heading": "A heading",
        "photo": {"photo": photo, "caption": "Said anew"},
        "gallery": {"title": "Harbours", "photos": [{"photo": photo, "caption": ""}]},
        "pull_quote": {"quote": "It floats.", "attribution": "The captain"},
        "list": {"ordered": True, "items": ["<p>First</p>", "<p>Second</p>"]},
        "table": table,
        "fact_box": {"heading": "The harbour", "text": "<ul><li>Old</li></ul>"},
        "code": {"language": "python", "code": "print('<b>')"},
        "related": {"story": story.pk, "address": "", "title": ""},
        "embed": {"address": "https://www.youtube.com/watch?v=abcdefghijk", "title": "A film", "caption": ""},
        "html": "<p>Kept <abbr>as is</abbr></p>",
    }
    return [{"type": name, "value": values[name]} for name in NAMES]


class TestABody:
    def test_offers_every_block_of_the_newspaper_in_order(self):
        assert list(Story._meta.get_field("body").stream_block.child_blocks)[: len(NAMES)] == NAMES

    def test_keeps_every_block_through_a_revision_and_publication(self, parent):
        story = publish_story(parent)
        written = every_block(story)
        story.body = json.dumps(written)
        story.save_revision().publish()
        read = Story.objects.get(pk=story.pk).body
        assert [block.block_type for block in read] == NAMES
        stored = [{"type": block["type"], "value": block["value"]} for block in read.get_prep_value()]
        expected = json.loads(json.dumps(written))
        for part in stored:
            if part["type"] in {"list", "gallery"}:  # Wagtail gives each item of a list an id
                key = "items" if part["type"] == "list" else "photos"
                part["value"][key] = [item["value"] for item in part["value"][key]]
        assert stored == expected

    def test_knows_the_photos_in_it_in_reading_order(self, parent):
        first, second, third = make_photo(), make_photo(), make_photo()
        body = [
            ("photo", {"photo": second, "caption": ""}),
            ("gallery", {"title": "", "photos": [{"photo": first, "caption": ""}, {"photo": third, "caption": ""}]}),
        ]
        story = draft_story(parent, body=body)
        assert list(photos_in(Story.objects.get(pk=story.pk).body)) == [second, first, third]


class TestARelatedLink:
    @pytest.mark.parametrize(
        ("address", "title", "says"),
        [
            ("", "", "Choose a story, or write an address"),
            ("https://example.org/", "", "Say what stands at this address"),
            ("ftp://example.org/", "A file", "begins with https"),
        ],
    )
    def test_is_refused_unfinished(self, address, title, says):
        block = dict(SHIPPED)["related"]
        value = block.to_python({"story": None, "title": title})
        value["address"] = address  # as typed: reading a stored one would already drop it
        with pytest.raises(blocks.StructBlockValidationError) as refusal:
            block.clean(value)
        assert says in str(refusal.value.as_json_data())

    def test_may_lead_elsewhere(self):
        block = dict(SHIPPED)["related"]
        value = block.to_python({"story": None, "address": "https://example.org/", "title": "Elsewhere"})
        assert block.clean(value)["title"] == "Elsewhere"


class TestTheListOfBlocks:
    def test_takes_a_newspapers_own_block(self):
        offered = BodyBlocks(SHIPPED)
        offered.add("score", blocks.CharBlock())
        assert list(dict(offered))[-1] == "score"

    @pytest.mark.parametrize(("name", "says"), [("text", "already called"), ("my score", "cannot name a block")])
    def test_refuses_a_name_that_is_taken_or_unfit(self, name, says):
        with pytest.raises(BlockError, match=says):
            BodyBlocks(SHIPPED).add(name, blocks.CharBlock())

    def test_refuses_a_block_that_comes_after_bodies_were_read(self):
        offered = BodyBlocks(SHIPPED)
        list(offered)
        with pytest.raises(BlockError, match="too late"):
            offered.add("score", blocks.CharBlock())


class TestABodyInAMigration:
    """What a data migration sees: the model as its migration files describe it, without any block."""

    @pytest.fixture
    def historic(self, db):
        state = ProjectState.from_apps(apps)
        return state.apps

    def test_names_no_block_in_the_migration_file(self):
        _name, path, arguments, keywords = BodyField(BODY, blank=True).deconstruct()
        assert (path, arguments, keywords) == ("broadsheet.stories.body.BodyField", [[]], {"blank": True})
        assert not BodyField([], blank=True).deconstruct()[2][0]

    def test_is_saved_without_losing_a_block(self, parent, historic):
        story = publish_story(parent)
        story.body = json.dumps(every_block(story))
        story.save()
        self.add_unknown(story)
        old = historic.get_model("stories", "Story").objects.get(pk=story.pk)
        old.body = old.body
        assert [block.block_type for block in old.body] == [*NAMES, "quiz"]
        old.place = "Busan"
        old.save()
        assert self.stored(story)[-1] == {"type": "quiz", "value": {"a": [1, 2]}, "id": "q"}
        assert [block["type"] for block in self.stored(story)] == [*NAMES, "quiz"]

    def test_can_have_a_block_renamed_in_stories_and_old_revisions(self, parent, historic):
        story = publish_story(parent)
        older = story.get_latest_revision()
        for version in (story, older):
            assert version is not None
        self.add_unknown(story)
        older.content["body"] = json.dumps([{"type": "quiz", "value": "What?", "id": "q"}])
        older.save()
        rename = MigrateStreamData(
            app_name="stories",
            model_name="Story",
            field_name="body",
            operations_and_block_paths=[(RenameStreamChildrenOperation(old_name="quiz", new_name="heading"), "")],
        )
        rename.migrate_stream_data_forward(historic, None)
        assert self.stored(story)[-1]["type"] == "heading"
        older.refresh_from_db()
        assert older.as_object().body[0].value == "What?"

    def add_unknown(self, story: Story) -> None:
        """As an application’s block stands in the database after the application is gone."""
        blocks_ = [*self.stored(story), {"type": "quiz", "value": {"a": [1, 2]}, "id": "q"}]
        with connection.cursor() as cursor:
            cursor.execute("UPDATE stories_story SET body = %s WHERE page_ptr_id = %s", [json.dumps(blocks_), story.pk])

    def stored(self, story: Story) -> list[dict]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT body FROM stories_story WHERE page_ptr_id = %s", [story.pk])
            (body,) = cursor.fetchone()
        return json.loads(body) if isinstance(body, str) else body
