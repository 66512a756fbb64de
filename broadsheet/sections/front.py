"""The front page, which is also the root of one language's edition."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class FrontPage(Page):
    """The newspaper's first page in one language."""

    template = "sections/front.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["sections.Section", "sections.StandingPage"]

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")
