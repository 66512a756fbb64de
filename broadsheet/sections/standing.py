"""Standing pages: about, ethics, contact, ownership."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from broadsheet.sections.addresses import AddressedForm, check_address
from broadsheet.stories.blocks import BODY
from broadsheet.stories.body import BodyField
from broadsheet.stories.gated import GatedPage
from broadsheet.stories.readiness import Objection, photo_objections


class StandingPage(GatedPage):
    """A page that is not news and stays."""

    body = BodyField(BODY, verbose_name=_("body"), blank=True)

    template = "sections/standing.html"
    parent_page_types = ["sections.FrontPage", "sections.StandingPage"]
    subpage_types = ["sections.StandingPage"]
    base_form_class = AddressedForm
    content_panels = [*Page.content_panels, FieldPanel("body")]
    search_fields = [*Page.search_fields, index.SearchField("body")]
    show_in_menus_default = True

    class Meta:
        verbose_name = _("standing page")
        verbose_name_plural = _("standing pages")

    def objections(self, now: datetime) -> list[Objection]:  # noqa: ARG002 (a standing page may go out at any time)
        return photo_objections(None, self.body)

    def clean(self) -> None:
        super().clean()
        check_address(self)

    @property
    def surrogate_key(self) -> str:
        return f"page-{self.pk}"
