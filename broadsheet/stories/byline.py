"""Bylines: who made a story, in which order and in which role."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from broadsheet.stories.contributor import Contributor


class Role(models.TextChoices):
    """What somebody did for a story."""

    WRITER = "writer", _("by")
    REPORTING = "reporting", _("reporting by")
    PHOTOGRAPHER = "photographer", _("photographs by")
    EDITOR = "editor", _("edited by")
    TRANSLATOR = "translator", _("translated by")
    ILLUSTRATOR = "illustrator", _("illustrated by")


class Byline(Orderable):
    """One name over one story."""

    story = ParentalKey("stories.Story", on_delete=models.CASCADE, related_name="bylines")
    contributor = models.ForeignKey(
        Contributor, verbose_name=_("contributor"), on_delete=models.PROTECT, related_name="bylines"
    )
    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.WRITER)

    class Meta(Orderable.Meta):
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.contributor}"
