"""Markup from outside, made harmless: what HTML may enter a story, and the blocks that hold it."""

from urllib.parse import urlsplit

import nh3
from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import RichText

INLINE = ["bold", "italic", "link", "superscript", "subscript", "strikethrough"]
LISTS = ["ul", "ol"]

SCHEMES = {"http", "https", "mailto", "tel"}

# What Wagtail writes for the features above; `linktype` and `id` name a page of this newspaper.
RICH_TEXT_TAGS = {"p", "br", "b", "strong", "i", "em", "a", "sup", "sub", "s", "del", "ul", "ol", "li"}
RICH_TEXT_ATTRIBUTES = {"a": {"href", "linktype", "id"}, "p": {"data-block-key"}, "li": {"data-block-key"}}

PRESERVED_TAGS = {
    "a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "blockquote", "br", "caption", "center", "cite",
    "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h2",
    "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby",
    "s", "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th",
    "thead", "time", "tr", "u", "ul", "var", "wbr",
}  # fmt: skip
PRESERVED_ATTRIBUTES = {
    "*": {"lang", "dir", "title"},
    "a": {"href"},
    "bdo": {"dir"},
    "blockquote": {"cite"},
    "col": {"span"},
    "colgroup": {"span"},
    "del": {"datetime"},
    "img": {"src", "alt", "width", "height"},
    "ins": {"datetime"},
    "li": {"value"},
    "ol": {"start", "reversed", "type"},
    "q": {"cite"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "headers", "scope"},
    "time": {"datetime"},
}
_DROPPED_WHOLE = {"script", "style", "template", "noscript", "iframe", "object", "math", "svg", "title", "textarea"}


def _own_pictures_only(tag: str, attribute: str, value: str) -> str | None:
    """A picture from another host would tell that host who reads what; the page's policy would refuse it anyway."""
    if tag == "img" and attribute == "src" and not (value.startswith("/") and not value.startswith("//")):
        return None
    return value


_PRESERVED = nh3.Cleaner(
    tags=PRESERVED_TAGS,
    attributes=PRESERVED_ATTRIBUTES,
    attribute_filter=_own_pictures_only,
    clean_content_tags=_DROPPED_WHOLE,
    url_schemes=SCHEMES,
    link_rel="noopener",
)
_RICH_TEXT = nh3.Cleaner(
    tags=RICH_TEXT_TAGS,
    attributes=RICH_TEXT_ATTRIBUTES,
    clean_content_tags=_DROPPED_WHOLE,
    url_schemes=SCHEMES,
    link_rel=None,
)


def clean_html(source: str) -> str:
    """HTML with nothing left in it that runs, loads from elsewhere or restyles the page."""
    return _PRESERVED.clean(source)


def clean_rich_text(source: str) -> str:
    """Rich text as Wagtail stores it, with nothing in it but what the desk's own editor writes."""
    return _RICH_TEXT.clean(source)


class ProseBlock(blocks.RichTextBlock):
    """Rich text that is cleaned whenever it is read or stored, whoever wrote it."""

    def to_python(self, value: str | None) -> RichText:
        return RichText(clean_rich_text(value or ""))

    def get_prep_value(self, value: RichText | None) -> str | None:
        return None if value is None else clean_rich_text(value.source)


class HtmlBlock(blocks.RawHTMLBlock):
    """HTML from elsewhere that no block of ours can hold, cleaned on the way in and again on the way out."""

    def get_prep_value(self, value: SafeString | str | None) -> str | None:
        return None if value is None else clean_html(str(value))

    def to_python(self, value: str | None) -> SafeString:
        return mark_safe(clean_html(value or ""))  # noqa: S308 (it has just been cleaned)

    def normalize(self, value: str | None) -> SafeString:
        return self.to_python(value)

    def value_from_form(self, value: str | None) -> SafeString:
        return self.to_python(value)


def leads_to_the_web(address: str) -> bool:
    """Whether an address begins with http or https: anything else, such as javascript:, could run in a page."""
    try:
        return urlsplit(address).scheme in {"http", "https"}
    except ValueError:
        return False


class WebAddressBlock(blocks.URLBlock):
    """An address on the web, with http or https; whoever stored another, it is never printed."""

    def to_python(self, value: str | None) -> str:
        return value if value and leads_to_the_web(value) else ""

    def clean(self, value):  # type: ignore[no-untyped-def]
        address = super().clean(value)
        if address and not leads_to_the_web(address):
            raise ValidationError(_("Write an address that begins with https:// or http://."))
        return address
