"""Standing pages: about, ethics, contact, ownership."""

import pytest

from broadsheet.sections.models import StandingPage
from broadsheet.sections.tests.newsroom import open_front
from broadsheet.stories.readiness import NotReadyError
from broadsheet.stories.tests.newsroom import make_photo

pytestmark = pytest.mark.django_db


class TestAStandingPage:
    def test_is_published_under_its_own_address(self):
        page = open_front().add_child(instance=StandingPage(title="About", live=False))
        page.save_revision().publish()
        page.refresh_from_db()
        assert (page.live, page.url) == (True, "/about/")

    def test_is_held_back_by_a_photo_without_credit(self):
        body = [("photo", {"photo": make_photo(title="Harbour", credit=""), "caption": ""})]
        page = open_front().add_child(instance=StandingPage(title="About", live=False, body=body))
        with pytest.raises(NotReadyError, match="Harbour"):
            page.save_revision().publish()
