"""That readers can read how they are counted."""

import pytest

from broadsheet.readership.bots import list_versions
from broadsheet.sections.tests.newsroom import open_newspaper

pytestmark = pytest.mark.django_db


class TestThePageAboutCounting:
    def test_says_the_rules_own_numbers_and_the_lists_versions(self, client):
        open_newspaper()
        page = client.get("/about/counting/").content.decode()
        for said in (
            "within 30 seconds",
            "512 bytes",
            "48 hours",
            *(f"{name} {of}" for name, of in list_versions().items()),
        ):
            assert said in page
