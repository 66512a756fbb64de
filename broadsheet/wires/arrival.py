"""Arrivals: what came in from elsewhere, so that a second run changes nothing."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Arrival(models.Model):
    """That one thing of a source became one thing of the newspaper; a dangling `became` means it was deleted here."""

    class Kind(models.TextChoices):
        PAGE = "page", _("story or page")
        PHOTO = "photo", _("photo")
        PERSON = "person", _("contributor")

    source = models.CharField(_("source"), max_length=200)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    key = models.CharField(_("number there"), max_length=200)
    became = models.BigIntegerField(_("number here"))
    digest = models.CharField(_("digest of what came in"), max_length=64, blank=True)
    revision = models.BigIntegerField(_("version that was made of it"), null=True)
    was_live = models.BooleanField(_("was published"), default=False)
    arrived_at = models.DateTimeField(_("arrived at"), auto_now=True)

    class Meta:
        verbose_name = _("arrival")
        verbose_name_plural = _("arrivals")
        constraints = [models.UniqueConstraint(fields=["source", "kind", "key"], name="a_thing_arrives_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} of {self.source}"
