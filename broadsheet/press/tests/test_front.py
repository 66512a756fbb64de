"""What a reader gets from the front."""

import gzip
import json
import socket

import brotli
import pytest
import zstandard

from broadsheet.press.tests.printing_house import Printed

TEXT = b"<html>" + b"<p>All the news.</p>" * 200 + b"</html>"
UNPACK = {"gzip": gzip.decompress, "br": brotli.decompress, "zstd": zstandard.ZstdDecompressor().decompress}


class TestAPressedPage:
    def test_is_rendered_once_for_every_reader_on_every_front(self, house, address):
        house.newsroom.pages[address] = Printed(TEXT)
        answers = [house.get(address) for _ in range(20)]
        assert {answer.body for answer in answers} == {TEXT}
        assert house.newsroom.renders[address] == 1
        assert answers[0].outcome == "broadsheet; fwd=miss; stored"
        assert answers[-1].outcome == "broadsheet; hit"

    @pytest.mark.parametrize("coding", ["gzip", "br", "zstd"])
    def test_comes_compressed_as_the_browser_takes_it(self, house, address, coding):
        house.newsroom.pages[address] = Printed(TEXT)
        answer = house.get(address, Accept_Encoding=coding)
        assert answer.headers["content-encoding"] == coding
        assert UNPACK[coding](answer.body) == TEXT
        assert answer.headers["vary"] == "accept-encoding"
        assert len(answer.body) == int(answer.headers["content-length"]) < len(TEXT) / 2

    def test_is_not_sent_again_to_a_browser_that_has_it(self, house, address):
        house.newsroom.pages[address] = Printed(TEXT)
        first = house.get(address, Accept_Encoding="gzip")
        again = house.get(address, Accept_Encoding="gzip", If_None_Match=f'"other", {first.headers["etag"]}')
        assert (again.status, again.body) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
        assert house.get(address, Accept_Encoding="br", If_None_Match=first.headers["etag"]).status == 200

    def test_says_everything_but_its_body_to_head(self, house, address):
        house.newsroom.pages[address] = Printed(TEXT)
        full, head = house.get(address), house.get(address, method="HEAD")
        assert (head.status, head.body) == (200, b"")
        assert head.headers["content-length"] == str(len(TEXT))
        assert head.headers["etag"] == full.headers["etag"]

    def test_is_the_same_with_and_without_tracking(self, house, address):
        house.newsroom.pages[address] = Printed(TEXT)
        assert house.get(f"{address}?utm_source=mail&fbclid=1").body == house.get(address).body
        assert len(house.newsroom.asked_under(address)) == 1

    def test_keeps_django_s_headers_and_none_of_the_press_s(self, house, address):
        house.newsroom.pages[address] = Printed(headers={"Content-Security-Policy": "default-src 'none'"}, facts={})
        headers = house.get(address).headers
        assert headers["content-security-policy"] == "default-src 'none'"
        assert not {"surrogate-key", "broadsheet-page", "set-cookie"} & set(headers)
        assert headers["cache-control"] == "public, max-age=0, s-maxage=1"

    def test_is_asked_for_with_nothing_of_the_readers(self, house, address):
        house.newsroom.pages[address] = Printed()
        house.get(f"{address}?utm_source=x", Cookie="theme=dark", Accept_Language="ko", X_Forwarded_Host="evil.example")
        ((method, path, headers, _body),) = house.newsroom.asked_under(address)
        assert (method, path, headers["host"]) == ("GET", address, "paper.example")
        assert not {"cookie", "accept-language", "x-forwarded-host", "user-agent"} & set(headers)


class TestASlot:
    FACTS = {"story": 42, "section": 7, "language": "en", "shown": []}

    def test_is_filled_and_filled_anew_without_a_new_render(self, house, address):
        body = TEXT + b"<!--slot:rail:latest-->|<!--slot:views:42-->"
        house.newsroom.pages[address] = Printed(body, facts=self.FACTS)
        house.store.put_standing("rail:latest", b"one")
        house.store.put_standing("views:42", b"1")
        one = TEXT + b"one|1"
        house.wait_until(lambda: all(house.get(address).body == one for _ in range(20)), "the slots are filled")
        before = house.get(address).headers["etag"]
        house.store.put_standing("rail:latest", b"two")
        two = TEXT + b"two|1"
        house.wait_until(lambda: all(house.get(address).body == two for _ in range(20)), "it is filled anew")
        assert house.get(address).headers["etag"] != before
        assert house.newsroom.renders[address] == 1

    def test_is_filled_for_staff_too(self, house, address):
        house.newsroom.pages[address] = Printed(b"<!--slot:rail:staff-->", facts=self.FACTS)
        house.store.put_standing("rail:staff", b"for all")
        for_staff = lambda: house.get(address, Cookie="desk=1")  # noqa: E731
        house.wait_until(lambda: for_staff().body == b"for all", "the front has heard of the standing")
        assert for_staff().outcome == "broadsheet; fwd=bypass"


class TestWhatIsNoPage:
    def test_goes_to_the_newsroom_with_its_body_and_the_readers_address(self, house):
        house.newsroom.pages["/desk/upload/"] = Printed(b"taken", 201, "")
        sent = bytes(range(256)) * 8192
        answer = house.get("/desk/upload/?x=1", method="POST", body=sent, Cookie="desk=1", X_Forwarded_For="6.6.6.6")
        assert (answer.status, answer.body) == (201, b"taken")
        ((method, path, headers, body),) = house.newsroom.asked_under("/desk/upload/")
        assert (method, path, body) == ("POST", "/desk/upload/?x=1", sent)
        assert headers["broadsheet-client"] == "127.0.0.1"
        assert headers["cookie"] == "desk=1"
        assert "x-forwarded-for" not in headers

    def test_is_not_passed_on_in_half(self, house, address):
        with socket.create_connection(("127.0.0.1", house.port)) as raw:
            raw.sendall(f"POST {address} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf".encode())
        house.wait_until(lambda: f"POST {address} 400" in house.log.read_text(), "the front has given up")
        assert house.newsroom.asked_under(address) == []

    def test_cannot_speak_for_the_front(self, house):
        house.newsroom.pages["/desk/"] = Printed(keys="")
        named = {"Broadsheet-Client": "6.6.6.6", "Broadsheet_Client": "6.6.6.6", "X_Forwarded_For": "6.6.6.6"}
        connection = house.connect()
        connection.request("GET", "/desk/", headers=named)
        connection.getresponse().read()
        connection.close()
        ((_method, _path, headers, _body),) = house.newsroom.asked_under("/desk/")
        assert [value for name, value in headers.items() if "client" in name] == ["127.0.0.1"]
        assert not any("_" in name for name in headers)

    def test_reaches_a_receiver_by_its_path(self, house):
        assert json.loads(house.get("/-/tell").body) == {"client": "127.0.0.1", "scheme": "http"}

    def test_is_never_kept(self, house, address):
        house.newsroom.pages[address] = Printed(keys="story-1", headers={"Set-Cookie": "a=b"})
        assert [house.get(address).headers["set-cookie"] for _ in range(3)] == ["a=b"] * 3
        assert house.store.plate(address) is None

    def test_answers_each_reader_alone_where_an_answer_is_private(self, house, address):
        house.newsroom.pages[address] = Printed(keys="story-1", headers={"Cache-Control": "private"})
        answers = [house.get(address) for _ in range(3)]
        assert {answer.outcome for answer in answers} == {"broadsheet; fwd=bypass"}
        assert house.store.plate(address) is None
