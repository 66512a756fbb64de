"""Attempts to change what other readers see."""

import socket

import pytest

from broadsheet.press.tests.printing_house import Printed

TEXT = b"<p>the page as it is</p>"
HEADERS = [
    {"X_Forwarded_Host": "evil.example"},
    {"X_Forwarded_Proto": "http"},
    {"X_Forwarded_Port": "1"},
    {"X_Forwarded_For": "6.6.6.6"},
    {"X_Forwarded_Prefix": "/evil"},
    {"X_Original_URL": "/desk/"},
    {"X_Rewrite_URL": "/desk/"},
    {"X_HTTP_Method_Override": "POST"},
    {"Forwarded": "host=evil.example"},
    {"Host": "evil.example"},
    {"Accept_Language": "ko"},
    {"Accept": "application/json"},
    {"Cookie": "theme=dark; django_language=ko"},
    {"Origin": "https://evil.example"},
    {"Range": "bytes=0-1"},
    {"Surrogate_Control": "max-age=1"},
    {"Broadsheet_Page": '{"story": 1}'},
    {"User_Agent": "<script>"},
]
PATHS = [
    "{0}?utm_source=<script>",
    "{0}x.css",
    "{0}%2e%2e/desk/",
    "/{0}",
    "{0}?page=1&page=2",
    "{0}?cb=1",
    "{0};x=1",
    "{0}%00",
    "{0}%0d%0aSet-Cookie:a=b",
    "{0}..%2fdesk/",
    "{0}?page=99999",
]


def renders_what_it_is_told(newsroom, address):
    """A newsroom that would print whatever it hears: the worst one that could stand behind a front."""

    def render() -> Printed:
        _method, path, headers, body = newsroom.asked[-1]
        heard = "".join(f"{name}: {value}\n" for name, value in sorted(headers.items()))
        return Printed(TEXT + heard.encode() + path.partition("?")[2].encode() + body, keys="story-1 site")

    newsroom.pages[address] = render


class TestAPageAfterAnAttempt:
    @pytest.mark.parametrize("headers", HEADERS, ids=lambda headers: next(iter(headers)))
    def test_by_a_header_is_the_same_byte_for_byte(self, house, address, headers):
        renders_what_it_is_told(house.newsroom, address)
        control = address + "control/"
        renders_what_it_is_told(house.newsroom, control)
        attempt = house.get(address, **headers)
        expected = house.get(control)
        assert house.get(address).body == expected.body
        assert attempt.body == expected.body

    def test_by_a_body_is_the_same_byte_for_byte(self, house, address):
        renders_what_it_is_told(house.newsroom, address)
        control = address + "control/"
        renders_what_it_is_told(house.newsroom, control)
        house.get(address, body=b"evil")
        assert house.get(address).body == house.get(control).body

    @pytest.mark.parametrize("path", PATHS)
    def test_by_an_odd_path_is_the_same_byte_for_byte(self, house, address, path):
        renders_what_it_is_told(house.newsroom, address)
        before = house.get(address).body
        with socket.create_connection(("127.0.0.1", house.port)) as raw:
            line = path.format(address)
            raw.sendall(f"GET {line} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".encode())
            while raw.recv(65536):
                pass
        assert house.get(address).body == before
        house.store.purge(["story-1"], hard=True)
        house.wait_until(lambda: house.get(address).status == 200, "it is printed again")
        assert house.get(address).body == before


class TestAPrivatePage:
    def test_is_in_no_store_however_it_is_asked_for(self, house, address):
        def private() -> Printed:
            named = house.newsroom.asked[-1][2].get("cookie", "nobody")
            return Printed(f"dear {named}".encode(), keys="story-1", headers={"Cache-Control": "private"})

        house.newsroom.pages[address] = private
        assert house.get(address, Cookie="desk=anna").body == b"dear desk=anna"
        for suffix in ("", "?utm_source=x", "?page=1"):
            assert b"anna" not in house.get(address + suffix).body
        assert house.store.plate(address) is None
        assert house.store.plate(f"{address}?page=1") is None
