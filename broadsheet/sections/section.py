"""Sections: World, Asia, Business …, each with a front of its own."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from broadsheet.sections.addresses import AddressedForm, check_address
from broadsheet.sections.front import PLACEMENTS


class Section(Page):
    """One part of the newspaper. Its stories are its child pages; its label in figures is its page id."""

    introduction = models.TextField(_("introduction"), blank=True)

    template = "sections/section.html"
    parent_page_types = ["sections.FrontPage"]
    subpage_types = ["stories.Story"]
    base_form_class = AddressedForm
    content_panels = [*Page.content_panels, PLACEMENTS, FieldPanel("introduction")]
    show_in_menus_default = True

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def clean(self) -> None:
        super().clean()
        check_address(self)

    @property
    def surrogate_key(self) -> str:
        return f"section-{self.pk}"
