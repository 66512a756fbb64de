"""Sections: World, Asia, Business …, each with a front of its own."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Section(Page):
    """One part of the newspaper. Its stories are its child pages; its label in figures is its page id."""

    introduction = models.TextField(_("introduction"), blank=True)

    template = "sections/section.html"
    parent_page_types = ["sections.FrontPage"]
    subpage_types = ["stories.Story"]

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
