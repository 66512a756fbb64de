"""The public page about the rails."""

import pytest

from broadsheet.rails.rankers import popular_now
from broadsheet.sections.tests.newsroom import open_front


@pytest.mark.django_db
class TestThePageAboutRails:
    def test_names_every_rail_and_the_weights_in_force(self, client):
        open_front()
        said = client.get("/about/rails/").content.decode()
        for title in ("Latest Stories", "Weekly Best", "You May Also Like", "Popular Now", "Must-Reads"):
            assert f"<h2>{title}</h2>" in said
        assert f"another that is {popular_now.WEIGHTS.staying} times better" in said
