"""The front page, which is also the root of one language's edition."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Page

PLACEMENTS = InlinePanel(
    "placements",
    heading=_("Placed stories"),
    label=_("story"),
    help_text=_("These stand first, in this order; the newest stories follow by themselves."),
)


class FrontPage(Page):
    """The newspaper's first page in one language."""

    template = "sections/front.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["sections.Section", "sections.StandingPage"]
    content_panels = [PLACEMENTS, FieldPanel("title", heading=_("Name of the edition"))]
    promote_panels = [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")]

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    @property
    def surrogate_key(self) -> str:
        return f"front-{self.pk}"
