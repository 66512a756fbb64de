"""What may be pressed."""

import pytest

from broadsheet.press.rules import (
    LARGEST_PAGE,
    Answered,
    Asked,
    has_session,
    why_not_pressed,
    why_passed_on,
)

PAGE = {b"surrogate-key": b"story-1 site", b"content-type": b"text/html"}


class TestARequest:
    @pytest.mark.parametrize(
        ("asked", "reason"),
        [
            (Asked("GET", b"/world/", b"", {}), None),
            (Asked("HEAD", b"/world/", b"", {}), None),
            (Asked("GET", b"/world/", b"", {b"cookie": b"theme=dark; _ga=1"}), None),
            (Asked("POST", b"/world/", b"", {}), "method"),
            (Asked("GET", b"/world/", b"", {b"cookie": b"theme=dark; desk=abc"}), "session"),
            (Asked("GET", b"/world/", b"", {b"authorization": b"Basic x"}), "authorization"),
            (Asked("GET", b"/desk/login/", b"", {}), "room"),
            (Asked("GET", b"/search/", b"q=x", {}), "address"),
        ],
    )
    def test_is_answered_with_a_pressed_page_unless_a_rule_passes_it_on(self, asked, reason):
        assert why_passed_on(asked) == reason

    def test_is_of_staff_only_by_a_session_cookie_of_that_very_name(self):
        assert has_session(b"a=b; desk=xyz")
        assert has_session(b"__Host-desk=xyz")
        assert not has_session(b"notdesk=1; desktop=2; x=desk")


class TestAnAnswer:
    @pytest.mark.parametrize(
        ("status", "headers", "reason"),
        [
            (200, PAGE, None),
            (404, {}, None),
            (301, {b"location": b"/x/"}, None),
            (200, {**PAGE, b"vary": b"Accept-Encoding, Accept-Language"}, None),
            (302, {b"location": b"/x/"}, "status"),
            (500, PAGE, "status"),
            (200, {**PAGE, b"set-cookie": b"form=1"}, "set-cookie"),
            (404, {b"set-cookie": b"form=1"}, "set-cookie"),
            (200, {**PAGE, b"cache-control": b"max-age=0, no-cache, no-store, private"}, "private"),
            (200, {**PAGE, b"cache-control": b"Private"}, "private"),
            (200, {**PAGE, b"vary": b"Cookie"}, "vary"),
            (200, {**PAGE, b"vary": b"*"}, "vary"),
            (200, {**PAGE, b"content-encoding": b"gzip"}, "encoded"),
            (200, {b"content-type": b"text/html"}, "keyless"),
        ],
    )
    def test_is_pressed_unless_a_rule_forbids_it(self, status, headers, reason):
        assert why_not_pressed(Answered(status, headers, 10)) == reason

    def test_is_not_pressed_if_it_is_too_large_to_hold(self):
        assert why_not_pressed(Answered(200, PAGE, LARGEST_PAGE + 1)) == "large"
