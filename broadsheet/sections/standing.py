"""Standing pages: about, ethics, contact, ownership."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from broadsheet.stories.blocks import BODY
from broadsheet.stories.body import BodyField


class StandingPage(Page):
    """A page that is not news and stays."""

    body = BodyField(BODY, verbose_name=_("body"), blank=True)

    template = "sections/standing.html"
    parent_page_types = ["sections.FrontPage", "sections.StandingPage"]
    subpage_types = ["sections.StandingPage"]

    class Meta:
        verbose_name = _("standing page")
        verbose_name_plural = _("standing pages")
