"""Breaking news: one sentence above every page of an edition, while it lasts."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale


class BreakingNews(models.Model):
    """The strip of one edition: there is at most one a language."""

    locale = models.OneToOneField(
        Locale, verbose_name=_("edition"), on_delete=models.CASCADE, related_name="breaking_news"
    )
    text = models.CharField(_("text"), max_length=160)
    story = models.ForeignKey(
        "stories.Story", verbose_name=_("story"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    address = models.URLField(_("address"), blank=True, help_text=_("Where it leads if not to a story."))
    showing = models.BooleanField(_("on"), default=True)
    since = models.DateTimeField(_("since"), default=timezone.now)

    class Meta:
        verbose_name = _("breaking news")
        verbose_name_plural = _("breaking news")

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        if self.story and self.address:
            raise ValidationError({"address": _("Choose a story or write an address, not both.")})

    @property
    def link(self) -> str:
        """Where the strip leads; empty if nowhere, also when its story is no longer published."""
        if self.story is not None:
            return self.story.url if self.story.live else ""
        return self.address
