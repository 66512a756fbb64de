"""What readers send: reports of errors, and the wish to see an author's address."""

from django.core import mail

from broadsheet.stories.models import ErrorReport

SAME_SITE = {"Sec-Fetch-Site": "same-origin"}


class TestAnAuthorsAddress:
    def test_is_shown_to_whoever_presses_the_button(self, client, newspaper):
        address = f"/authors/{newspaper.contributors[0].slug}/contact/"
        answer = client.post(address, headers=SAME_SITE)
        assert "mailto:reporter@example.org" in answer.content.decode()
        assert "no-store" in answer.headers["Cache-Control"]

    def test_is_not_shown_to_another_site(self, client, newspaper):
        address = f"/authors/{newspaper.contributors[0].slug}/contact/"
        for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {}):
            assert client.post(address, headers=headers).status_code == 403

    def test_is_not_there_for_who_has_none(self, client, newspaper):
        assert client.get(f"/authors/{newspaper.contributors[1].slug}/contact/").status_code == 404


class TestAReportOfAnError:
    def send(self, client, story, **words):
        values = {"text": "The year is wrong.", "name": "", "email": "", "website": "", **words}
        return client.post(f"/corrections/report/{story.pk}/", values, headers=SAME_SITE)

    def test_reaches_the_desk(self, client, newspaper):
        self.send(client, newspaper.stories[0], email="reader@example.org")
        report = ErrorReport.objects.get()
        assert (report.story, report.text, report.email) == (
            newspaper.stories[0],
            "The year is wrong.",
            "reader@example.org",
        )

    def test_without_words_says_what_is_missing(self, client, newspaper):
        answer = self.send(client, newspaper.stories[0], text=" ")
        assert answer.status_code == 422
        assert 'class="wrong"' in answer.content.decode()

    def test_from_another_site_is_refused(self, client, newspaper):
        path = f"/corrections/report/{newspaper.stories[0].pk}/"
        answer = client.post(path, {"text": "x"}, headers={"Origin": "https://evil.example"})
        assert (answer.status_code, ErrorReport.objects.count()) == (403, 0)

    def test_from_a_program_goes_nowhere(self, client, newspaper):
        assert self.send(client, newspaper.stories[0], website="https://spam.example").status_code == 200
        assert not ErrorReport.objects.exists()
        assert not mail.outbox

    def test_on_an_unpublished_story_cannot_be_made(self, client, newspaper):
        newspaper.stories[0].unpublish()
        assert self.send(client, newspaper.stories[0]).status_code == 404
