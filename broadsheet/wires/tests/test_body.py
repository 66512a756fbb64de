"""A post's text: shortcodes, block comments, and the two kinds of editors."""

import pytest

from broadsheet.wires.markup.pieces import Code, Embed, Gallery, Heading, Html, Listing, Photo, Picture, Piece, Text
from broadsheet.wires.reasons import Notes, Reason
from broadsheet.wires.wordpress.block_comments import DEEPEST_REUSE
from broadsheet.wires.wordpress.body import read_body
from broadsheet.wires.wordpress.items import Item, Site
from broadsheet.wires.wordpress.library import Library, read_library

OLD = "https://old.example"


def library() -> Library:
    pictures = [
        Item(str(number), "attachment", attachment=f"{OLD}/{number}.jpg", parent="1", order=number)
        for number in (11, 12, 13)
    ]
    reusable = Item("40", "wp_block", content='<p>Again</p><!-- wp:block {"ref":40} /-->')
    return read_library(
        [Site("Old", OLD, "en", "1.2"), *pictures, reusable, Item("2", "post", link=f"{OLD}/2012/two/")]
    )


def read(content: str, notes: Notes | None = None, **values: object) -> list[Piece]:
    return list(read_body(Item("1", "post", content=content, **values), library(), notes or Notes()))


def reasons(content: str) -> dict[Reason, str]:
    notes = Notes()
    read(content, notes)
    return {note.reason: note.detail for note in notes}


def picture(number: int) -> Picture:
    return Picture(f"{OLD}/{number}.jpg", str(number))


class TestAShortcode:
    def test_gallery_shows_the_pictures_of_its_post(self):
        assert read("a\n\n[gallery]\n\nb") == [
            Text("<p>a</p>"),
            Gallery("", (picture(11), picture(12), picture(13))),
            Text("<p>b</p>"),
        ]

    def test_gallery_shows_the_pictures_it_names(self):
        assert read('[gallery ids="13,11" columns="2"]') == [Gallery("", (picture(13), picture(11)))]
        assert read('[gallery exclude="12,13"]') == [Photo(picture(11))]
        assert reasons('[gallery ids="11,99"]') == {Reason.PICTURE_MISSING: "[gallery] number 99, not in the file"}

    def test_caption_says_what_is_under_a_picture(self):
        text = (
            '[caption id="attachment_11" width="9"]<a href="/11.jpg"><img src="/11-9x9.jpg" alt="Goat" /></a>'
            " A <em>goat</em>[/caption]"
        )
        assert read(text) == [Photo(Picture(f"{OLD}/11.jpg", "11", "Goat", "A goat"))]

    def test_caption_may_have_its_words_as_an_attribute(self):
        assert read('[caption caption="It\'s a [goat"]<img src="/1.jpg">[/caption]')[-1] == Photo(
            Picture(f"{OLD}/1.jpg", caption="It's a [goat")
        )

    @pytest.mark.parametrize(
        ("shortcode", "address"),
        [
            ("[embed width='3']https://x.example/a[/embed]", "https://x.example/a"),
            ("[youtube=https://www.youtube.com/watch?v=abc&w=3]", "https://www.youtube.com/watch?v=abc&w=3"),
            ("[youtube abc-def]", "https://www.youtube.com/watch?v=abc-def"),
            ("[vimeo 12]", "https://vimeo.com/12"),
            ('[video mp4="/a.mp4"][/video]', f"{OLD}/a.mp4"),
            ("[audio https://old.example/a.mp3]", f"{OLD}/a.mp3"),
        ],
    )
    def test_of_a_film_or_sound_leads_to_it(self, shortcode, address):
        assert read(f"a {shortcode} b") == [Text("<p>a</p>"), Embed(address), Text("<p>b</p>")]

    def test_of_code_keeps_every_space(self):
        assert read('[code lang="php"]a\n\n  b &lt;[/code]') == [Code("php", "a\n\n  b <")]

    def test_unknown_is_dropped_and_named(self):
        assert read('a [contact-form-7 id="3" title="x"] b') == [Text("<p>a b</p>")]
        assert reasons("[vc_row][x]y[/x]") == {Reason.SHORTCODE: "[vc_row]", Reason.SHORTCODE_UNWRAPPED: "[x]"}
        assert read("[box]kept[/box]") == [Text("<p>kept</p>")]

    def test_that_may_be_words_is_kept(self):
        assert read("a [sic] b [simple boat] [1]") == [Text("<p>a [sic] b [simple boat] [1]</p>")]
        assert reasons("a\n\n[note]\n\nb") == {Reason.SHORTCODE_PERHAPS: "[note]"}

    def test_escaped_is_shown(self):
        assert read("[[gallery]]") == [Text("<p>[gallery]</p>")]

    def test_in_an_attribute_is_no_shortcode(self):
        assert read('<a href="/x" title="[gallery]">a</a>') == [Text(f'<p><a href="{OLD}/x">a</a></p>')]

    @pytest.mark.parametrize(
        "text",
        [
            "[a " * 20_000,
            '[a "' * 20_000,
            "[gallery ids='" * 20_000,
            "<a " * 20_000,
            "[[" * 20_000,
            "<!-- wp:a {" * 20_000,
        ],
    )
    def test_unfinished_costs_nothing(self, text):
        read(text)


class TestABlockComment:
    def test_says_nothing_that_its_html_says(self):
        text = (
            '<!-- wp:heading {"level":2} -->\n<h2>A</h2>\n<!-- /wp:heading -->\n\n'
            "<!-- wp:paragraph -->\n<p>b\nc</p>\n<!-- /wp:paragraph -->"
        )
        assert read(text) == [Heading("A"), Text("<p>b c</p>")]

    def test_of_an_embed_gives_its_address(self):
        text = (
            '<!-- wp:embed {"url":"https://youtu.be/x"} --><figure class="wp-block-embed"><div>'
            "\nhttps://youtu.be/x?a=1&amp;b=2\n</div><figcaption>C</figcaption></figure><!-- /wp:embed -->"
        )
        assert read(text) == [Embed("https://youtu.be/x?a=1&b=2", caption="C")]

    def test_of_a_cover_may_alone_know_its_picture(self):
        text = (
            '<!-- wp:cover {"url":"https://old.example/11.jpg","id":11} -->'
            '<div class="wp-block-cover" style="x"><p>W</p></div><!-- /wp:cover -->'
        )
        assert read(text) == [Photo(picture(11)), Text("<p>W</p>")]

    def test_of_a_reusable_block_stands_for_it(self):
        assert read('<!-- wp:block {"ref":40} /-->') == [
            Text("<p>Again</p>" * DEEPEST_REUSE)
        ]  # it holds itself: that ends

    def test_of_a_dynamic_block_is_named(self):
        text = '<!-- wp:latest-posts {"x":{"y":1}} /--><!-- wp:acf/team {"data":{}} /-->'
        notes = Notes()
        assert read(text, notes) == []
        assert [(note.reason, note.detail) for note in notes] == [
            (Reason.DYNAMIC_BLOCK, "latest-posts"),
            (Reason.DYNAMIC_BLOCK, "acf/team"),
        ]

    def test_of_footnotes_brings_them(self):
        meta = {"footnotes": '[{"id":"a","content":"See <em>there</em>."}]'}
        assert read("<!-- wp:footnotes /-->", meta=meta) == [Listing(True, ("See <i>there</i>.",))]

    def test_of_a_gallery_is_one_block(self):
        image = '<!-- wp:image {"id":%d} --><figure><img src="/%d.jpg" class="wp-image-%d"/></figure><!-- /wp:image -->'
        inner = "".join(image % ((number,) * 3) for number in (11, 12))
        text = f'<!-- wp:gallery --><figure class="wp-block-gallery">{inner}</figure><!-- /wp:gallery -->'
        assert read(text) == [Gallery("", (picture(11), picture(12)))]


class TestAClassicText:
    def test_notes_its_marks(self):
        assert set(reasons("a<!--more-->b<!--nextpage-->c<script>x</script>")) == {
            Reason.MORE,
            Reason.PAGE_BREAK,
            Reason.ACTIVE,
        }

    def test_links_to_its_own_site_by_path(self):
        assert read('<a href="http://www.old.example/2012/two/#x">a</a>') == [
            Text('<p><a href="/2012/two/#x">a</a></p>')
        ]

    def test_keeps_a_line_between_parts(self):
        assert read("a\n\n<hr />\n\nb") == [Text("<p>a</p>"), Html("<hr>"), Text("<p>b</p>")]
