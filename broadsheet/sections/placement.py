"""Placements: which stories an editor put on a front, and in which order."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, Page


class Placement(Orderable):
    """One story placed by hand at the top of the front page or of a section, until `ends_at` if that is set."""

    front = ParentalKey(
        Page,
        on_delete=models.CASCADE,
        related_name="placements",
        limit_choices_to=models.Q(frontpage__isnull=False) | models.Q(section__isnull=False),
    )
    story = models.ForeignKey(
        "stories.Story", verbose_name=_("story"), on_delete=models.CASCADE, related_name="placed_on"
    )
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)

    panels = [FieldPanel("story"), FieldPanel("ends_at")]

    class Meta(Orderable.Meta):
        verbose_name = _("placed story")
        verbose_name_plural = _("placed stories")

    def __str__(self) -> str:
        return f"{self.story_id} on {self.front_id}"

    def stands(self, now: datetime) -> bool:
        return self.ends_at is None or self.ends_at > now
