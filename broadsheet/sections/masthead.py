"""The masthead: who publishes the newspaper, and where else readers find it."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


def check_profiles(text: str) -> None:
    """Raises ValidationError unless every line is an https address."""
    for line in filter(None, map(str.strip, text.splitlines())):
        parts = urlsplit(line)
        if parts.scheme != "https" or not parts.netloc:
            raise ValidationError(_("“%(line)s” is not an address that begins with https://."), params={"line": line})


@register_setting(icon="site")
class Masthead(BaseGenericSetting):
    """What every page says about the newspaper itself. Its name is an option, not a setting."""

    publisher = models.CharField(
        _("publisher"), max_length=200, blank=True, help_text=_("The person or company answerable for the newspaper.")
    )
    publisher_address = models.TextField(_("publisher’s address"), blank=True)
    newsroom_email = models.EmailField(_("newsroom’s e-mail"), blank=True)
    social_profiles = models.TextField(
        _("profiles elsewhere"),
        blank=True,
        validators=[check_profiles],
        help_text=_("The newspaper’s own pages on social networks, one address a line."),
    )
    logo = models.ForeignKey(
        "stories.Photo", verbose_name=_("logo"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("masthead")

    def profiles(self) -> list[str]:
        return [line.strip() for line in self.social_profiles.splitlines() if line.strip()]
