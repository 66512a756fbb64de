"""That editors see what was counted, beside what was refused, and can take it with them."""

import csv
import io
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from broadsheet.desk.readership import pages
from broadsheet.desk.readership.chart import ceiling, draw
from broadsheet.options import options_in_force
from broadsheet.readership.house import journals_folder, open_ledger
from broadsheet.readership.past import Past, imagine_past
from broadsheet.readership.robots import Stand
from broadsheet.sections.tests.newsroom import open_newspaper
from broadsheet.stories.models import Correction, Story
from broadsheet.users.models import User

ZONE = timezone.get_default_timezone()


@pytest.fixture
def stories(db, tmp_path, monkeypatch):
    """A newspaper whose stories had robots as readers for ten days, in a state folder of its own."""
    newspaper = open_newspaper()
    options = options_in_force()
    monkeypatch.setattr(pages, "options_in_force", lambda: type(options)(tmp_path, options.values))
    ledger = open_ledger(pages.options_in_force())
    published = [story.first_published_at.timestamp() for story in newspaper.stories]
    stands = [
        Stand(story.pk, str(story.get_parent().pk), min(at, timezone.now().timestamp() - 11 * 86_400))
        for story, at in zip(newspaper.stories, published, strict=True)
    ]
    past = Past(stands, 10, 400, timezone.now().timestamp(), ZONE)
    imagine_past(ledger, journals_folder(pages.options_in_force()), past)
    ledger.close()
    return newspaper.stories


@pytest.fixture
def editor(client, stories):
    user = User.objects.create_superuser("editor", "editor@example.org", "printing-press-26")
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def read(editor, name, *arguments, **query):
    answer = editor.get(reverse(f"desk_readership_{name}", args=arguments), query)
    assert answer.status_code == 200
    return answer.content.decode()


class TestThePages:
    @pytest.mark.parametrize("name", ["now", "sections", "week"])
    def test_draw_a_chart_with_a_table_behind_it(self, editor, name):
        page = read(editor, name)
        assert "<svg" in page
        assert '<th scope="row">' in page

    def test_show_counted_and_refused_side_by_side(self, editor):
        page = read(editor, "now", **{"as": "part"})
        assert "<html" not in page
        for outcome in ("counted", "repeated", "bot", "speculative", "too fast", "waiting to be merged", "received"):
            assert f">{outcome}</th>" in page

    def test_mark_publication_and_corrections_in_a_storys_life(self, editor, stories):
        story = Story.objects.get(pk=stories[0].pk)
        Correction.objects.create(story=story, text="It was Tuesday.", made_at=timezone.now() - timedelta(days=1))
        page = read(editor, "story", story.pk)
        assert "corrected</text>" in page
        assert "published</text>" in page

    def test_do_not_know_a_story_that_there_is_not(self, editor):
        assert editor.get(reverse("desk_readership_story", args=[999_999])).status_code == 404

    def test_are_not_for_readers(self, client, stories):
        assert client.get(reverse("desk_readership_now")).status_code == 302

    @pytest.mark.parametrize(("name", "heading"), [("now", "Story"), ("sections", "Story"), ("week", "Day")])
    def test_can_be_taken_away_as_csv(self, editor, name, heading):
        lines = list(csv.reader(io.StringIO(read(editor, name, **{"as": "csv"}).removeprefix("\ufeff"))))
        assert lines[0][0] == heading
        assert len(lines) > 1

    def test_keep_a_headline_from_running_as_a_formula(self):
        assert pages._harmless("=HYPERLINK(1)") == "'=HYPERLINK(1)"
        assert pages._harmless(12) == 12


class TestAChart:
    @pytest.mark.parametrize(("value", "top"), [(0, 2), (2, 2), (3, 4), (7, 8), (11, 20), (41, 60), (1001, 2000)])
    def test_ends_at_a_round_number(self, value, top):
        assert ceiling(value) == top

    def test_is_as_high_as_its_highest_bar(self):
        chart = draw("Readers", "readers", [("a", 10), ("b", 5), ("c", 0)])
        assert [bar.height for bar in chart.bars] == [184.0, 92.0, 0.0]
        assert chart.bars[0].y == 14.0
