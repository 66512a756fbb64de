"""Caches that are told addresses, through Wagtail's backends."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from broadsheet.press.couriers import CacheUnreachableError
from broadsheet.processes.caches import WagtailCache, read_backend


@pytest.fixture
def cache():
    """A cache's end of the conversation: what it is told, and what it answers."""

    class Answers(BaseHTTPRequestHandler):
        def do_PURGE(self):
            self.server.told.append((self.headers["host"], self.path))
            self.send_response(self.server.answer)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.told, server.answer = [], 200
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


class TestAWagtailCache:
    def test_is_told_each_address_under_the_newspapers_own(self, cache):
        outside = WagtailCache(f"http://127.0.0.1:{cache.server_port}", "https://paper.example")
        outside.forget(["/a/", "/b/?page=2"], ["story-1"])
        assert cache.told == [("paper.example", "/a/"), ("paper.example", "/b/?page=2")]

    @pytest.mark.filterwarnings("ignore")
    def test_that_refuses_is_told_again_later(self, cache):
        cache.answer = 500
        with pytest.raises(CacheUnreachableError, match="500"):
            WagtailCache(f"http://127.0.0.1:{cache.server_port}", "https://paper.example").forget(["/a/"], [])

    def test_that_is_away_is_told_again_later(self):
        with pytest.raises(CacheUnreachableError):
            WagtailCache("http://127.0.0.1:1", "https://paper.example").forget(["/a/"], [])


class TestAnAddress:
    @pytest.mark.parametrize(
        ("address", "name", "setting"),
        [
            ("cloudflare://se%2Fcret@zone7", "cloudflare://zone7", ("BEARER_TOKEN", "se/cret")),
            ("cloudfront://E2QX", "cloudfront://E2QX", ("DISTRIBUTION_ID", "E2QX")),
            ("http://10.0.0.1:8080", "http://10.0.0.1:8080", ("LOCATION", "http://10.0.0.1:8080")),
        ],
    )
    def test_names_a_backend_and_its_name_keeps_the_secret(self, address, name, setting):
        said, settings = read_backend(address)
        assert (said, settings[setting[0]]) == (name, setting[1])

    def test_of_no_backend_is_refused(self):
        with pytest.raises(ValueError, match="cloudfront://distribution"):
            read_backend("ftp://cache")
