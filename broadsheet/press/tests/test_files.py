"""Files that the front hands out."""

import gzip

import brotli
import pytest

from broadsheet.press.files import Span, asked_span
from broadsheet.press.packing import pack_files

SCRIPT = b"export const paper = 'news';\n" * 100
PICTURE = bytes(range(256)) * 2000


@pytest.fixture
def files(house):
    (house.folder / "static" / "app.0123456789ab.js").write_bytes(SCRIPT)
    (house.folder / "static" / "robots.txt").write_bytes(b"short")
    (house.folder / "media" / "photo.jpg").write_bytes(PICTURE)
    (house.folder / "media" / "drawing.svg").write_bytes(b"<svg onload='alert(1)'/>")
    (house.folder / "secret").write_bytes(b"secret")
    (house.folder / "media" / "way-out").unlink(missing_ok=True)
    (house.folder / "media" / "way-out").symlink_to(house.folder / "secret")
    pack_files(house.folder / "static")
    return house


class TestAStaticFile:
    def test_is_kept_for_ever_under_a_name_with_its_hash(self, files):
        answer = files.get("/static/app.0123456789ab.js")
        assert answer.body == SCRIPT
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
        assert answer.headers["x-content-type-options"] == "nosniff"

    def test_is_asked_for_again_under_a_plain_name(self, files):
        assert files.get("/static/robots.txt").headers["cache-control"] == "public, max-age=300"

    @pytest.mark.parametrize(("coding", "unpack"), [("gzip", gzip.decompress), ("br", brotli.decompress)])
    def test_comes_packed_beforehand(self, files, coding, unpack):
        for _ in range(2):
            answer = files.get("/static/app.0123456789ab.js", Accept_Encoding=coding)
            assert answer.headers["content-encoding"] == coding
            assert unpack(answer.body) == SCRIPT

    def test_is_not_sent_twice(self, files):
        etag = files.get("/static/robots.txt").headers["etag"]
        assert files.get("/static/robots.txt", If_None_Match=etag).status == 304

    @pytest.mark.parametrize(
        "name", ["", "nothing.js", "../secret", "%2e%2e/secret", "..%2fsecret", "a%00b", "/etc/passwd"]
    )
    def test_is_nothing_outside_its_folder(self, files, name):
        assert files.get(f"/static/{name}").status == 404


class TestMedia:
    def test_come_whole(self, files):
        answer = files.get("/media/photo.jpg")
        assert (answer.status, answer.body) == (200, PICTURE)
        assert answer.headers["content-type"] == "image/jpeg"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "content-disposition" not in answer.headers

    @pytest.mark.parametrize(
        ("asked", "first", "last"),
        [("bytes=0-9", 0, 9), ("bytes=500000-", 500_000, 511_999), ("bytes=-5", 511_995, 511_999)],
    )
    def test_come_in_the_span_asked_for(self, files, asked, first, last):
        answer = files.get("/media/photo.jpg", Range=asked)
        assert (answer.status, answer.body) == (206, PICTURE[first : last + 1])
        assert answer.headers["content-range"] == f"bytes {first}-{last}/512000"

    def test_refuse_a_span_outside_the_file(self, files):
        answer = files.get("/media/photo.jpg", Range="bytes=512000-")
        assert (answer.status, answer.headers["content-range"]) == (416, "bytes */512000")

    def test_come_whole_where_the_file_has_changed_since(self, files):
        assert files.get("/media/photo.jpg", Range="bytes=0-9", If_Range='"older"').status == 200

    def test_are_not_sent_twice(self, files):
        etag = files.get("/media/photo.jpg").headers["etag"]
        assert files.get("/media/photo.jpg", If_None_Match=etag).status == 304

    def test_run_nowhere_if_they_are_no_pictures(self, files):
        headers = files.get("/media/drawing.svg").headers
        assert headers["content-disposition"] == "attachment"
        assert "sandbox" in headers["content-security-policy"]

    @pytest.mark.parametrize("name", ["way-out", "../secret", "%2e%2e/secret", "nothing.jpg", "", "."])
    def test_are_nothing_outside_their_folder(self, files, name):
        answer = files.get(f"/media/{name}")
        assert answer.status == 404
        assert b"secret" not in answer.body


class TestASpan:
    @pytest.mark.parametrize(
        ("value", "span"),
        [
            (b"bytes=0-0", Span(0, 1)),
            (b"bytes=5-99", Span(5, 5)),
            (b"bytes=9-5", Span(0, 10)),
            (b"bytes=0-1,3-4", Span(0, 10)),
            (b"lines=0-1", Span(0, 10)),
            (b"bytes=-", Span(0, 10)),
            (b"bytes=-0", None),
            (b"bytes=10-", None),
            (b"bytes=-99", Span(0, 10)),
        ],
    )
    def test_of_ten_bytes(self, value, span):
        assert asked_span(value, 10) == span
