"""Must-Reads: what the editors chose, in their order, each with an end."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MustRead(models.Model):
    """One story in the editors' own rail."""

    story = models.OneToOneField(
        "stories.Story", verbose_name=_("story"), on_delete=models.CASCADE, related_name="must_read"
    )
    place = models.PositiveIntegerField(_("place"), default=1, help_text=_("1 stands first."))
    ends_at = models.DateTimeField(_("until"), null=True, blank=True, help_text=_("Empty: until it is taken out."))

    class Meta:
        ordering = ["place", "-pk"]
        verbose_name = _("must-read")
        verbose_name_plural = _("must-reads")

    def __str__(self) -> str:
        return f"{self.place}. {self.story}"
