"""The content security policies: the reader's, and the desk's beside it."""

import pytest
from django.conf import settings

from broadsheet.desk.policy import POLICY


class TestTheDesksPolicy:
    def test_names_no_other_host_and_evaluates_no_text(self):
        sources = {source for sources in POLICY.values() for source in sources}
        assert not {source for source in sources if "eval" in source or "*" in source or source.startswith("http")}

    @pytest.mark.django_db
    def test_is_given_to_the_desk_alone(self, client):
        desk = client.get("/desk/login/").headers["Content-Security-Policy"]
        reader = client.get("/search/").headers["Content-Security-Policy"]
        assert "'unsafe-inline'" in desk
        assert "unsafe" not in reader

    def test_leaves_the_readers_without_anything_inline(self):
        assert not any("unsafe" in source for sources in settings.SECURE_CSP.values() for source in sources)
