"""That what is refused is refused for the right reason, in the order of the list, and counted."""

import contextlib
import json

import pytest

from broadsheet.readership.sieve import REASONS
from broadsheet.readership.tests.pressroom import House, Reader, body, in_a_front, outcomes


@pytest.fixture
def house(tmp_path):
    with contextlib.closing(House(tmp_path, published=lambda story: story != 404)) as opened:
        yield opened


def refusal(house, content, reader=None, **headers):
    (answer,) = in_a_front(house, content, reader=reader, **headers)
    reason = answer.headers.get(b"broadsheet-refused", b"").decode()
    if reason:
        assert outcomes(house.settle()) == {reason: 1}
    return reason, answer.status


class TestASignal:
    @pytest.mark.parametrize(
        "headers",
        [
            {"sec_purpose": "prefetch"},
            {"sec_purpose": "prefetch;prerender"},
            {"purpose": "prefetch"},
            {"x_moz": "prefetch"},
        ],
    )
    def test_is_speculative_when_the_browser_only_guesses(self, house, headers):
        assert refusal(house, body(house.token()), **headers) == ("speculative", 202)

    def test_is_a_bots_when_its_user_agent_is(self, house):
        assert refusal(house, body(house.token()), Reader(agent="Googlebot/2.1")) == ("bot", 202)

    def test_is_refused_without_a_user_agent(self, house):
        assert refusal(house, body(house.token()), Reader(agent="")) == ("no user agent", 202)

    def test_is_staffs_when_the_page_was_made_for_staff(self, house):
        assert refusal(house, body(house.token(staff=True))) == ("staff", 202)

    @pytest.mark.parametrize(
        "headers",
        [
            {"origin": "https://evil.example"},
            {"origin": "null"},
            {"sec_fetch_site": "cross-site"},
            {"sec_fetch_site": "same-site"},
        ],
    )
    def test_is_cross_site_when_another_sites_page_sent_it(self, house, headers):
        assert refusal(house, body(house.token()), **headers) == ("cross-site", 403)

    def test_is_the_papers_own_at_whatever_host_the_reader_asked(self, house):
        assert refusal(house, body(house.token()), host="localhost:8000", origin="http://localhost:8000")[1] == 204

    @pytest.mark.parametrize(
        "content",
        [b"", b"[]", b"null", b"{}", b"\xff", b'{"token": 1, "nonce": "0011223344556677"}', b"[" * 400, b'{"nonce":'],
    )
    def test_has_an_unknown_token_when_it_is_no_signal(self, house, content):
        assert refusal(house, content) == ("unknown token", 400)

    @pytest.mark.parametrize("nonce", ["", "g" * 16, "0" * 15, "0" * 17, "00112233445566FF"])
    def test_is_no_signal_without_a_proper_nonce(self, house, nonce):
        content = json.dumps({"token": house.token(), "nonce": nonce}).encode()
        assert refusal(house, content) == ("unknown token", 400)

    def test_has_a_forged_token_when_the_signature_is_wrong(self, house):
        assert refusal(house, body(house.token()[:-4] + "AAAA")) == ("forged token", 403)

    def test_has_an_expired_token_after_two_days(self, house):
        content = body(house.token())
        house.now += 49 * 3600
        assert refusal(house, content) == ("expired token", 403)

    def test_is_refused_for_a_story_that_is_not_published(self, house):
        assert refusal(house, body(house.token(404))) == ("not published", 202)

    def test_counts_for_readers_who_opted_out_unless_the_paper_honours_it(self, house):
        assert refusal(house, body(house.token()), sec_gpc="1") == ("", 204)
        house.honour_opt_out = True
        house.folder /= "another"
        assert refusal(house, body(house.token()), sec_gpc="1") == ("opted out", 202)

    def test_is_too_large_above_512_bytes(self, house):
        fitting = body(house.token(), padding="")
        padding = "x" * (512 - len(fitting))
        nonce = "00112233445566aa"
        assert refusal(house, body(house.token(), nonce, padding=padding)) == ("", 204)
        house.folder /= "another"
        assert refusal(house, body(house.token(), nonce, padding=padding + "x")) == ("too large", 413)

    def test_is_too_large_although_its_header_says_otherwise(self, house):
        assert refusal(house, b"x" * 513, content_length="20") == ("too large", 413)

    def test_is_refused_for_the_first_reason_of_the_list(self, house):
        headers = {"sec_purpose": "prefetch", "origin": "https://evil.example"}
        assert refusal(house, b"x" * 600, Reader(agent="curl/8"), **headers) == ("speculative", 202)


class TestTheReasons:
    def test_are_those_of_the_definition_in_its_order(self):
        assert REASONS == [
            "speculative",
            "bot",
            "no user agent",
            "staff",
            "cross-site",
            "unknown token",
            "forged token",
            "expired token",
            "not published",
            "opted out",
            "too large",
            "too fast",
            "overload",
        ]
