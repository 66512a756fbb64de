"""What these tests share: a newspaper with a standing page, and with one author who can be written to."""

import pytest

from broadsheet.sections.models import StandingPage
from broadsheet.sections.tests.newsroom import Newspaper, open_newspaper


@pytest.fixture
def newspaper(db) -> Newspaper:
    paper = open_newspaper(stories_each=2)
    paper.front.add_child(instance=StandingPage(title="About", slug="about", locale=paper.front.locale))
    paper.contributors[0].email = "reporter@example.org"
    paper.contributors[0].save()
    return paper
