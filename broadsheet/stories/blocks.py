"""The blocks that a story's body is built from, as one list to which a newspaper's own application may add."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageChooserBlock

from broadsheet.stories.markup import INLINE, LISTS, HtmlBlock, ProseBlock, WebAddressBlock


class BlockError(ValueError):
    """A block cannot join the list; the message says why and what to do."""


class CreditedPhotoBlock(ImageChooserBlock):
    """A photo that may be printed: a draft may hold an unfinished one, a publication may not."""

    def clean(self, value):  # type: ignore[no-untyped-def]
        photo = super().clean(value)
        if photo is not None and not self.is_deferred_validation and (objections := photo.objections()):
            raise ValidationError(objections)
        return photo


class PhotoBlock(blocks.StructBlock):
    """A photo from the library with its caption, which may be said anew for this story."""

    photo = CreditedPhotoBlock(label=_("photo"))
    caption = blocks.CharBlock(required=False, label=_("caption"), help_text=_("Empty: the photo’s own."))

    class Meta:
        icon = "image"
        label = _("Photo")
        template = "stories/blocks/photo.html"


class GalleryBlock(blocks.StructBlock):
    """Several photos that belong together."""

    title = blocks.CharBlock(required=False, label=_("title"))
    photos = blocks.ListBlock(PhotoBlock(), min_num=1, label=_("photos"))

    class Meta:
        icon = "image"
        label = _("Gallery")
        template = "stories/blocks/gallery.html"


class PullQuoteBlock(blocks.StructBlock):
    """A sentence lifted out of the story."""

    quote = blocks.TextBlock(label=_("quote"))
    attribution = blocks.CharBlock(required=False, label=_("who said it"))

    class Meta:
        icon = "openquote"
        label = _("Pull quote")
        template = "stories/blocks/pull_quote.html"


class ItemsBlock(blocks.StructBlock):
    """Items, numbered or not."""

    ordered = blocks.BooleanBlock(required=False, label=_("numbered"))
    items = blocks.ListBlock(ProseBlock(features=INLINE), min_num=1, label=_("items"))

    class Meta:
        icon = "list-ul"
        label = _("List")
        template = "stories/blocks/list.html"


class FactBoxBlock(blocks.StructBlock):
    """Background that stands beside the story."""

    heading = blocks.CharBlock(label=_("heading"))
    text = ProseBlock(features=[*INLINE, *LISTS], label=_("text"))

    class Meta:
        icon = "info-circle"
        label = _("Fact box")
        template = "stories/blocks/fact_box.html"


class CodeBlock(blocks.StructBlock):
    """Source text, printed as it is."""

    language = blocks.CharBlock(required=False, max_length=40, label=_("language"))
    code = blocks.TextBlock(label=_("code"))

    class Meta:
        icon = "code"
        label = _("Code")
        template = "stories/blocks/code.html"


class RelatedBlock(blocks.StructBlock):
    """One story of this newspaper, or one page elsewhere, that belongs to this story."""

    story = blocks.PageChooserBlock(page_type="stories.Story", required=False, label=_("story"))
    address = WebAddressBlock(required=False, label=_("address"), help_text=_("For a page elsewhere."))
    title = blocks.CharBlock(required=False, label=_("title"), help_text=_("Empty: the story’s headline."))

    def clean(self, value):  # type: ignore[no-untyped-def]
        link = super().clean(value)
        if self.is_deferred_validation:
            return link
        if bool(link["story"]) == bool(link["address"]):
            raise blocks.StructBlockValidationError(
                block_errors={"story": ValidationError(_("Choose a story, or write an address: one of the two."))}
            )
        if link["address"] and not link["title"]:
            raise blocks.StructBlockValidationError(
                block_errors={"title": ValidationError(_("Say what stands at this address."))}
            )
        return link

    class Meta:
        icon = "link"
        label = _("Related link")
        template = "stories/blocks/related.html"


class EmbedBlock(blocks.StructBlock):
    """A film, a sound or a post elsewhere, printed as a link; a known provider's player loads after a click."""

    address = WebAddressBlock(label=_("address"))
    title = blocks.CharBlock(label=_("title"), help_text=_("What readers find there."))
    caption = blocks.CharBlock(required=False, label=_("caption"))

    class Meta:
        icon = "media"
        label = _("Embed")
        template = "stories/blocks/embed.html"


SHIPPED: list[tuple[str, blocks.Block]] = [
    (
        "text",
        ProseBlock(features=INLINE, label=_("Text"), icon="pilcrow", template="stories/blocks/text.html"),
    ),
    (
        "heading",
        blocks.CharBlock(
            label=_("Heading"), icon="title", form_classname="title", template="stories/blocks/heading.html"
        ),
    ),
    ("photo", PhotoBlock()),
    ("gallery", GalleryBlock()),
    ("pull_quote", PullQuoteBlock()),
    ("list", ItemsBlock()),
    (
        "table",
        TypedTableBlock(
            [("text", ProseBlock(features=INLINE, required=False, label=_("Text")))],
            label=_("Table"),
            icon="table",
            template="stories/blocks/table.html",
        ),
    ),
    ("fact_box", FactBoxBlock()),
    ("code", CodeBlock()),
    ("related", RelatedBlock()),
    ("embed", EmbedBlock()),
    ("html", HtmlBlock(label=_("Preserved HTML"), icon="code", template="stories/blocks/html.html")),
]


class BodyBlocks:
    """The blocks on offer, in the order in which the desk shows them; closed once a body has been read with it."""

    def __init__(self, shipped: list[tuple[str, blocks.Block]]) -> None:
        self._blocks = dict(shipped)
        self._read = False

    def add(self, name: str, block: blocks.Block) -> None:
        """Offer one more block, from the `ready()` of an application's AppConfig; raises BlockError."""
        if name in self._blocks:
            raise BlockError(f"a block is already called “{name}”; choose a name of your own")
        if self._read:
            raise BlockError(f"block “{name}” comes too late: add it in your AppConfig’s ready()")
        if not name.isidentifier():
            raise BlockError(f"“{name}” cannot name a block: use letters, digits and underscores")
        self._blocks[name] = block

    def __iter__(self) -> Iterator[tuple[str, blocks.Block]]:
        self._read = True
        return iter(self._blocks.items())


BODY = BodyBlocks(SHIPPED)
