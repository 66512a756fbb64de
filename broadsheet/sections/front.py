"""The front page, which is also the root of one language's edition."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import InlinePanel
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
    content_panels = [*Page.content_panels, PLACEMENTS]

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    @property
    def surrogate_key(self) -> str:
        return f"front-{self.pk}"
