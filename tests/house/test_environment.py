"""The tests' own tools: the corpora, the browser, the database."""

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path
from wagtail.models import Page

from broadsheet.users.models import User
from tests import database, environment, shared_data


class TestSharedData:
    def test_is_found_beside_the_repository(self):
        assert shared_data.shared_data("wordpress").is_dir()

    def test_fails_by_the_name_of_what_is_missing(self):
        with pytest.raises(pytest.fail.Exception, match=r"expected \.\./shared/data/no-such-corpus"):
            shared_data.shared_data("no-such-corpus")


class TestTheBrowser:
    def test_is_a_real_one_that_runs_scripts(self, page):
        page.set_content("<title>The Broadsheet</title><script>document.title += ', today'</script>")
        assert page.title() == "The Broadsheet, today"

    def test_reads_what_a_live_server_answers(self, page, live_server):
        response = page.goto(live_server.url + "/desk/login/")
        assert response.status == 200
        assert page.get_by_label("Username").is_visible()


@pytest.mark.django_db
class TestTheDatabase:
    def test_is_the_one_that_was_asked_for(self):
        assert connection.vendor == ("postgresql" if environment.ON_POSTGRESQL else "sqlite")

    @pytest.mark.parametrize("turn", [1, 2])
    def test_forgets_what_an_earlier_test_wrote(self, turn):
        User.objects.create_user("editor")
        assert User.objects.get().username == "editor"

    @pytest.mark.parametrize("turn", [1, 2])
    @pytest.mark.django_db(transaction=True)
    def test_has_its_first_pages_again_after_a_test_that_emptied_it(self, turn):
        User.objects.create_user("editor")
        assert Page.objects.count() == 2

    def test_keeps_a_copy_that_changes_with_every_migration(self, tmp_path, monkeypatch):
        first = database.digest_of_migrations()
        migration = tmp_path / "broadsheet" / "users" / "migrations" / "0001_initial.py"
        migration.parent.mkdir(parents=True)
        migration.write_text("operations = []")
        (tmp_path / "requirements.txt").write_text("django==6.1")
        monkeypatch.setattr(database, "ROOT", tmp_path)
        second = database.digest_of_migrations()
        migration.write_text("operations = [1]")
        assert len({first, second, database.digest_of_migrations()}) == 3


def _one_query(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(User.objects.count()))


urlpatterns = [path("one/", _one_query)]


@pytest.mark.django_db
class TestTheQueryBudget:
    def test_lets_an_address_pass_that_keeps_to_it(self, query_budget, settings):
        settings.ROOT_URLCONF = __name__
        query_budget("/one/", at_most=1)

    def test_names_the_queries_of_an_address_that_asks_too_much(self, query_budget, settings):
        settings.ROOT_URLCONF = __name__
        with pytest.raises(AssertionError, match="SELECT COUNT"):
            query_budget("/one/", at_most=0)
