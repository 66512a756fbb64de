"""Other people's HTML as the pieces of a body."""

import json
import re
import string
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.wires.markup.conversion import Conversion
from broadsheet.wires.markup.flow import convert
from broadsheet.wires.markup.pieces import (
    Code,
    Embed,
    Gallery,
    Heading,
    Html,
    Listing,
    Photo,
    Picture,
    Piece,
    Quote,
    Table,
    Text,
)
from broadsheet.wires.markup.tree import clean_at_the_door
from broadsheet.wires.reasons import Reason
from tests.shared_data import shared_data

OLD = "https://old.example"


def converted(html: str, *, lines: bool = False) -> list[Piece]:
    return convert(html, Conversion(OLD, lines=lines))


def reasons(html: str) -> set[Reason]:
    conversion = Conversion(OLD)
    convert(html, conversion)
    return {note.reason for note in conversion.notes}


DANGEROUS = re.compile(r"<(script|style|iframe|svg|form|img)|<[^>]*\son\w+=|<[^>]*=.\s*\w*script:", re.IGNORECASE)


def stripped(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


def words_of(piece: Piece) -> str:  # noqa: PLR0911 (one a kind of piece)
    match piece:
        case Text(html) | Html(html):
            return stripped(html)
        case Heading(text):
            return text
        case Quote(text, attribution):
            return text + attribution
        case Listing(_, items):
            return stripped("".join(items))
        case Table(caption, rows):
            return caption + stripped("".join(cell for row in rows for cell in row))
        case Code(_, code):
            return code
        case Gallery(title, pictures):
            return title + "".join(picture.caption for picture in pictures)
        case Photo(picture):
            return picture.caption
        case Embed(address, _, caption):
            return address + caption


class TestWords:
    def test_keep_the_marks_that_rich_text_has(self):
        html = "<p><strong>a</strong> <em>b</em> <del>c</del> H<sub>2</sub>O <a href='/x' onclick='y()'>d</a></p>"
        expected = f'<p><b>a</b> <i>b</i> <s>c</s> H<sub>2</sub>O <a href="{OLD}/x">d</a></p>'
        assert converted(html) == [Text(expected)]

    def test_lose_other_marks_but_no_letter(self):
        assert converted("<p><code>a</code> <u>b</u> <q>c</q> <ruby>漢<rt>かん</rt></ruby></p>") == [
            Text("<p>a b “c” 漢(かん)</p>")
        ]

    def test_lose_links_that_run_or_lead_nowhere(self):
        html = "<p><a href='javascript:x()'>a</a><a href='#f'>b</a><a href='https://[x'>c</a><a>d</a></p>"
        assert converted(html) == [Text("<p>abcd</p>")]
        assert Reason.IN_PAGE_LINK in reasons(html)

    def test_become_paragraphs_by_their_lines_where_lines_count(self):
        text = "One <b>two\n\nthree</b>\nfour<br />\nfive<br><br>six"
        assert converted(text, lines=True) == [
            Text("<p>One <b>two</b></p><p><b>three</b><br/>four<br/>five</p><p>six</p>")
        ]

    def test_do_not_where_they_do_not(self):
        assert converted("<p>One\ntwo</p>\n\n<p>three<br>four</p>") == [Text("<p>One two</p><p>three<br/>four</p>")]

    def test_are_kept_in_a_smiley(self):
        assert converted("<p>Hi <img class='emoji' alt='😀' src='x.png'></p>") == [Text("<p>Hi 😀</p>")]


class TestAPart:
    def test_may_be_a_heading(self):
        assert converted("<h4>A <em>b</em></h4>") == [Heading("A b")]
        assert Reason.HEADING_LEVEL in reasons("<h4>x</h4>")

    def test_may_be_a_list(self):
        assert converted("<ol><li>a <b>b</b></li><li><p>c</p></li></ol>") == [Listing(True, ("a <b>b</b>", "c"))]

    @pytest.mark.parametrize("html", ["<ul><li>a<ul><li>b</li></ul></li></ul>", '<ol start="8"><li>a</li></ol>'])
    def test_stays_markup_if_a_list_is_not_flat(self, html):
        assert converted(html) == [Html(html)]
        assert reasons(html) == {Reason.LIST_KEPT}

    def test_may_be_a_quotation(self):
        html = "<blockquote><p>One</p><p>Two</p><cite>Mina <a href='/m'>Park</a></cite></blockquote>"
        assert converted(html) == [Quote("One\n\nTwo", "Mina Park")]
        assert Reason.CAPTION_MARKUP in reasons(html)

    def test_stays_markup_if_a_quotation_has_links(self):
        html = f'<blockquote>a <a href="{OLD}/x">b</a></blockquote>'
        assert converted(html) == [Html(html)]

    def test_may_be_a_table(self):
        html = (
            "<figure class='wp-block-table'><table><thead><tr><th>a</th><th>b</th></tr></thead>"
            "<tbody><tr><td><b>1</b></td></tr></tbody></table><figcaption>c</figcaption></figure>"
        )
        assert converted(html) == [Table("c", (("a", "b"), ("<b>1</b>", "")), True, False)]

    def test_stays_markup_if_a_table_has_joined_cells(self):
        html = '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>'
        assert converted(html) == [Html(html)]

    def test_may_be_code(self):
        html = '<pre class="wp-block-code"><code class="language-php">a\n  b &lt;</code></pre>'
        assert converted(html) == [Code("php", "a\n  b <")]

    def test_stays_markup_if_it_is_a_poem(self):
        assert converted("<pre>Two roads\n  diverged</pre>") == [Html("<pre>Two roads\n  diverged</pre>")]

    def test_stays_markup_if_no_block_is_like_it(self):
        html = '<dl><dt>a</dt><dd>b <img src="/c.jpg"></dd></dl>'
        assert converted(html) == [Html("<dl><dt>a</dt><dd>b </dd></dl>"), Photo(Picture(f"{OLD}/c.jpg"))]


class TestAPicture:
    def test_stands_where_it_stood(self):
        html = "a\n\n<a href='/b.jpg'><img src='/b-300x200.jpg' class='wp-image-7' alt='B'></a>\n\nc"
        assert converted(html, lines=True) == [
            Text("<p>a</p>"),
            Photo(Picture(f"{OLD}/b-300x200.jpg", "7", "B")),
            Text("<p>c</p>"),
        ]

    def test_does_not_tear_a_sentence_apart(self):
        assert converted("<p>a <img src='/b.jpg'> c</p>") == [Text("<p>a c</p>"), Photo(Picture(f"{OLD}/b.jpg"))]

    def test_has_the_caption_of_its_figure(self):
        html = "<figure><img src='/b.jpg'><figcaption>C <em>d</em></figcaption></figure>"
        assert converted(html) == [Photo(Picture(f"{OLD}/b.jpg", caption="C d"))]

    def test_has_no_text_alternative_that_is_only_its_files_name(self):
        for alt, expected in [("DSC_0042", ""), ("b-1.jpg", ""), ("B 1", ""), ("Windmill", "Windmill")]:
            assert converted(f"<img src='/b-1.jpg' alt='{alt}'>") == [Photo(Picture(f"{OLD}/b-1.jpg", alt=expected))]

    def test_is_no_counting_pixel(self):
        html = "<img src='https://pixel.wp.com/b.gif'><img src='/x.gif' width=1 height=1><img src='data:image/png;,x'>"
        assert converted(html) == []
        assert reasons(html) == {Reason.PICTURE_DATA}

    def test_may_be_one_of_a_gallery(self):
        html = (
            "<figure class='wp-block-gallery'><ul><li><figure><img src='/1.jpg'><figcaption>one</figcaption></figure>"
            "</li><li><figure><img src='/2.jpg'></figure></li></ul><figcaption>all</figcaption></figure>"
        )
        assert converted(html) == [Gallery("all", (Picture(f"{OLD}/1.jpg", caption="one"), Picture(f"{OLD}/2.jpg")))]


class TestAnEmbed:
    def test_is_an_address_alone_on_its_line(self):
        text = "a\nhttps://youtu.be/x1\nb\n\nhttps://unknown.example/x"
        shown = '<a href="https://unknown.example/x">https://unknown.example/x</a>'
        assert converted(text, lines=True) == [
            Text("<p>a</p>"),
            Embed("https://youtu.be/x1"),
            Text(f"<p>b</p><p>{shown}</p>"),
        ]

    @pytest.mark.parametrize(
        ("html", "address"),
        [
            ("<iframe src='https://www.youtube-nocookie.com/embed/abcdefgh?rel=0'></iframe>", "https://www.youtube.com/watch?v=abcdefgh"),
            ("<iframe src='//player.vimeo.com/video/12'></iframe>", "https://vimeo.com/12"),
            ("<video><source src='/a.mp4'></video>", f"{OLD}/a.mp4"),
            ("<object data='/a.swf'></object>", f"{OLD}/a.swf"),
        ],
    )  # fmt: skip
    def test_leads_to_what_a_player_plays(self, html, address):
        assert converted(html) == [Embed(address)]

    def test_may_be_a_post_copied_with_its_script(self):
        html = (
            "<blockquote class='twitter-tweet'><p>Hello</p>— A <a href='https://twitter.com/a/status/1'>day</a>"
            "</blockquote><script src='https://platform.twitter.com/widgets.js'></script>"
        )
        assert converted(html) == [Embed("https://twitter.com/a/status/1", caption="Hello— A day")]


def without_spaces(text: str) -> str:
    return re.sub(r"\s+", "", text)


TAGS = ["p", "b", "em", "a", "ul", "li", "ol", "blockquote", "table", "tr", "td", "div", "h3", "pre", "code", "span",
        "figure", "figcaption", "cite", "br", "section", "dl", "dd", "details", "center", "font"]  # fmt: skip
SCRAPS = st.one_of(
    st.text(string.ascii_letters + "<>&\"'\n éあ", max_size=12),
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
)


class TestWhateverComes:
    @settings(max_examples=300, deadline=None)
    @given(st.lists(SCRAPS, max_size=40).map("".join), st.booleans())
    def test_keeps_every_word_in_order(self, html, lines):
        said = "".join(words_of(piece) for piece in converted(html, lines=lines))
        assert without_spaces(said) == without_spaces(stripped(clean_at_the_door(html)))

    @settings(max_examples=200, deadline=None)
    @given(st.text(max_size=300), st.booleans())
    def test_raises_nothing(self, html, lines):
        converted(html, lines=lines)

    def test_is_harmless(self):
        attacks = shared_data("hostile-strings/xss.txt").read_text(encoding="utf-8", errors="replace").splitlines()
        attacks += json.loads(shared_data("hostile-strings/naughty.json").read_text(encoding="utf-8"))
        for attack in attacks:
            for piece in converted(f"<p>{attack}</p>\n{attack}"):
                match piece:
                    case Text(html) | Html(html):
                        assert not DANGEROUS.search(html)
                    case Embed(address) | Photo(Picture(address)):
                        assert re.match(r"https?://", address)

    @pytest.mark.parametrize(
        "html", ["<div>" * 50_000 + "a b", "<b>" * 5_000 + "a b", "<font color=1><p>" * 2_000 + "a b"]
    )
    def test_may_be_nested_without_end(self, html):
        assert converted(html) == [Text("<p>a b</p>")]
        assert reasons(html) == {Reason.TOO_DEEP}
