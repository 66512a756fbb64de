"""Signing in to the desk: right passwords, wrong ones, forgotten ones."""

import re
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.core import mail
from django.urls import reverse

from broadsheet.users.models import User

LOGIN = "/desk/login/"
PASSWORD = "printing-press-26"


@pytest.fixture
def editor():
    return User.objects.create_superuser("editor", "editor@news.example", PASSWORD)


@pytest.fixture
def sign_in(client, editor):
    def attempt(password, peer="203.0.113.9", **headers):
        data = {"username": "editor", "password": password}
        return client.post(LOGIN, data, REMOTE_ADDR=peer, headers=headers)

    return attempt


@pytest.mark.django_db
class TestSigningIn:
    def test_leads_to_the_desk(self, sign_in):
        answer = sign_in(PASSWORD)
        assert (answer.status_code, answer["Location"]) == (302, "/desk/")

    def test_waits_after_five_wrong_passwords_even_for_the_right_one(self, sign_in):
        answers = [sign_in("wrong") for _ in range(5)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 429]
        assert sign_in(PASSWORD).status_code == 429

    def test_lets_the_editor_in_from_elsewhere_while_somebody_guesses(self, sign_in):
        for _ in range(6):
            sign_in("wrong", peer="198.51.100.66")
        assert sign_in(PASSWORD).status_code == 302

    def test_works_again_after_a_quarter_of_an_hour(self, sign_in):
        for _ in range(5):
            sign_in("wrong")
        for attempt in AccessAttempt.objects.all():
            AccessAttempt.objects.filter(pk=attempt.pk).update(
                attempt_time=attempt.attempt_time - timedelta(minutes=16)
            )
        assert sign_in(PASSWORD).status_code == 302

    def test_forgets_wrong_passwords_after_the_right_one(self, sign_in):
        for _ in range(4):
            sign_in("wrong")
        assert sign_in(PASSWORD).status_code == 302
        assert not AccessAttempt.objects.exists()

    def test_cannot_be_guessed_under_claimed_addresses(self, sign_in):
        answers = [sign_in("wrong", x_forwarded_for=f"198.51.100.{number}") for number in range(5)]
        assert answers[-1].status_code == 429

    def test_keeps_its_cookie_from_scripts_and_other_sites(self, sign_in, settings):
        cookie = sign_in(PASSWORD).cookies[settings.SESSION_COOKIE_NAME]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"


@pytest.mark.django_db
class TestAForgottenPassword:
    def test_is_reset_by_a_letter_that_works_once(self, client, editor):
        client.post(reverse("wagtailadmin_password_reset"), {"email": "editor@news.example"})
        [letter] = mail.outbox
        assert letter.to == ["editor@news.example"]
        link = re.search(r"https?://[^/]+(/desk/password_reset/confirm/\S+)", letter.body)[1]
        form = client.get(link, follow=True)
        new = {"new_password1": "a-better-one-27", "new_password2": "a-better-one-27"}
        client.post(form.request["PATH_INFO"], new)
        editor.refresh_from_db()
        assert editor.check_password("a-better-one-27")
        assert client.get(link, follow=True).context["validlink"] is False

    def test_tells_nobody_whose_addresses_are_known(self, client, editor):
        known = client.post(reverse("wagtailadmin_password_reset"), {"email": "editor@news.example"})
        unknown = client.post(reverse("wagtailadmin_password_reset"), {"email": "nobody@news.example"})
        assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
        assert len(mail.outbox) == 1
