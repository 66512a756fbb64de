"""Reading the export file."""

import tracemalloc
from collections import Counter
from pathlib import Path

import pytest

from broadsheet.wires.tests.exports import HEAD, TAIL, attachment, cdata, item, label, meta, write_export
from broadsheet.wires.wordpress.export import ExportError, read_export
from broadsheet.wires.wordpress.items import Author, Item, Label, Site
from broadsheet.wires.wordpress.library import read_library
from tests.shared_data import shared_data

BOMB = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
<rss><channel><title>&d;</title></channel></rss>"""
OUTSIDE = """<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd"><rss><channel/></rss>"""
SECRET = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;
</title></channel></rss>"""


def items_of(path: Path) -> list[Item]:
    return [record for record in read_export(path) if isinstance(record, Item)]


class TestTheThemeTestExport:
    def test_is_read_whole(self):
        library = read_library(read_export(shared_data("wordpress/themeunittestdata.wordpress.xml")))
        assert library.kinds == Counter(nav_menu_item=70, post=58, attachment=37, page=21)
        assert library.comments == 33
        assert [author.name for author in library.authors.values()] == ["Theme Buster", "Theme Reviewer"]
        assert library.site.address == "https://wpthemetestdata.wordpress.com"
        assert [len(level) for level in library.pages_by_level()] == [8, 9, 4]


class TestAnExport:
    def test_gives_every_value_as_written(self, tmp_path):
        values = {"title": "A &amp; <em>b</em> ]]> c", "excerpt": "In short", "is_sticky": "1", "post_password": "x"}
        path = write_export(
            tmp_path,
            item(7, "One\n\ntwo", labels=label("World", "world") + label("사회", "%ec", "post_tag"), **values),
        )
        site, author, post = list(read_export(path))
        assert site == Site("The Old Site", "https://old.example", "en-GB", "1.2")
        assert author == Author("mina", "Mina Park")
        assert (post.number, post.title, post.content) == ("7", "A &amp; <em>b</em> ]]> c", "One\n\ntwo")
        assert (post.excerpt, post.sticky, post.password, post.parent) == ("In short", True, "x", "")
        assert post.labels == (Label("category", "world", "World"), Label("post_tag", "%ec", "사회"))

    def test_counts_comments_and_forgets_them(self, tmp_path):
        comment = f"<wp:comment><wp:comment_content>{cdata('x' * 1000)}</wp:comment_content></wp:comment>"
        assert items_of(write_export(tmp_path, item(more=comment * 30)))[0].comments == 30

    def test_leaves_fetched_embeds_behind(self, tmp_path):
        path = write_export(tmp_path, item(more=meta({"_oembed_1": "<iframe>", "_thumbnail_id": "9"})))
        assert items_of(path)[0].meta == {"_thumbnail_id": "9"}

    def test_drops_the_control_characters_that_xml_forbids(self, tmp_path):
        assert items_of(write_export(tmp_path, item(content="a\x08b\x0bc")))[0].content == "abc"

    @pytest.mark.parametrize("version", ["1.0", "1.1"])
    def test_may_be_of_an_older_version(self, tmp_path, version):
        head = HEAD.replace("export/1.2/", f"export/{version}/").replace(">1.2<", f">{version}<")
        assert len(items_of(write_export(tmp_path, item(), head=head))) == 1

    def test_is_read_in_little_memory(self, tmp_path):
        path = write_export(tmp_path, *(item(number, "word " * 20_000) for number in range(300)))
        assert path.stat().st_size > 29_000_000
        tracemalloc.start()
        library = read_library(read_export(path))
        _now, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert library.kinds["post"] == 300
        assert most < 4_000_000


class TestAFileThatCannotBeRead:
    @pytest.mark.parametrize(
        ("content", "why"),
        [
            (b"", "is empty"),
            (b"  \n", "is empty"),
            (b"hello", "is not XML"),
            (b"PK\x03\x04....", "ZIP"),
            (b"\x1f\x8b\x08...", "gunzip"),
            (b"\xff\xfe<\x00", "UTF-16"),
            (b"<!DOCTYPE html><html><body>Log in</body></html>", "web page"),
            (b"<rss><channel><title>News</title></channel></rss>", "not a WordPress export"),
            (b"<opml><head/></opml>", "another kind"),
            (b"<rss><channel>&nbsp;</channel></rss>", "broken"),
            (b"<rss>" + b"<a>" * 5000, "broken"),
            ((HEAD + item()).encode(), "broken or incomplete"),
            ((HEAD + item()).encode()[:-9], "broken or incomplete"),
            ((HEAD.replace(">1.2<", ">9.9<") + TAIL).encode(), "version “9.9”"),
            (HEAD.encode() + b"<item><title>\xff\xfe</title></item>" + TAIL.encode(), "broken"),
            ((HEAD + item(content="x" * 11_000_000) + TAIL).encode(), "broken"),
            (BOMB.encode(), "DOCTYPE"),
            (OUTSIDE.encode(), "DOCTYPE"),
            (SECRET.encode(), "DOCTYPE"),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_says_why(self, tmp_path, content, why):
        path = tmp_path / "export.xml"
        path.write_bytes(content)
        with pytest.raises(ExportError, match=why):
            list(read_export(path))

    def test_may_be_a_folder_or_missing(self, tmp_path):
        for path in (tmp_path, tmp_path / "nowhere.xml"):
            with pytest.raises(ExportError, match="cannot be read"):
                list(read_export(path))


class TestALibrary:
    def test_puts_pages_under_the_pages_above_them_whatever_their_order(self, tmp_path):
        pages = [item(3, post_type="page", post_parent="2"), item(2, post_type="page", post_parent="1")]
        circle = [item(8, post_type="page", post_parent="9"), item(9, post_type="page", post_parent="8")]
        path = write_export(tmp_path, *pages, item(1, post_type="page"), *circle)
        levels = list(read_library(read_export(path)).pages_by_level())
        assert levels == [{"1", "8", "9"}, {"2"}, {"3"}]

    def test_knows_the_pictures_of_a_post(self, tmp_path):
        path = write_export(
            tmp_path,
            attachment(5, "https://old.example/b.jpg", parent=1, menu_order="2", alt="DSC_0042"),
            attachment(4, "https://old.example/a.jpg", parent=1, menu_order="1", alt="A goat"),
            attachment(6, "https://old.example/c.pdf", parent=1),
        )
        found = read_library(read_export(path)).attached("1")
        assert [(one.number, one.alt) for one in found] == [("4", "A goat"), ("5", "")]
