"""Error reports: what readers tell the newsroom is wrong in a story."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ErrorReport(models.Model):
    """One reader's report on one story, until the newsroom has dealt with it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        CORRECTED = "corrected", _("Corrected")
        DECLINED = "declined", _("Declined")

    story = models.ForeignKey(
        "stories.Story", verbose_name=_("story"), on_delete=models.CASCADE, related_name="error_reports"
    )
    text = models.TextField(_("what is wrong"), max_length=2000)
    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    sent_at = models.DateTimeField(_("sent at"), default=timezone.now)
    state = models.CharField(_("state"), max_length=20, choices=State, default=State.WAITING)

    class Meta:
        ordering = ["-sent_at", "-pk"]
        verbose_name = _("error report")
        verbose_name_plural = _("error reports")

    def __str__(self) -> str:
        return self.text[:60]
