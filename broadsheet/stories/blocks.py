"""The blocks that a story's body is built from, as one list."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

INLINE = ["bold", "italic", "link", "superscript", "subscript"]


class PhotoBlock(blocks.StructBlock):
    """A photo from the library with its caption, which may be said anew for this story."""

    photo = ImageChooserBlock(label=_("photo"))
    caption = blocks.CharBlock(required=False, label=_("caption"), help_text=_("Empty: the photo’s own."))

    class Meta:
        icon = "image"
        label = _("Photo")
        template = "stories/blocks/photo.html"


BODY = [
    ("text", blocks.RichTextBlock(features=INLINE, label=_("Text"), icon="pilcrow")),
    ("heading", blocks.CharBlock(label=_("Heading"), icon="title", form_classname="title")),
    ("photo", PhotoBlock()),
]
