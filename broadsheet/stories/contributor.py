"""Contributors: the people whose names stand over stories. They need no account."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index


class Contributor(index.Indexed, models.Model):
    """A reporter, columnist, photographer or agency, as readers know them."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("address"), max_length=120, unique=True, allow_unicode=True)
    position = models.CharField(_("position"), max_length=120, blank=True, help_text=_("“Asia correspondent”"))
    biography = models.TextField(_("biography"), blank=True)
    portrait = models.ForeignKey(
        "stories.Photo",
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    email = models.EmailField(
        _("contact"),
        blank=True,
        help_text=_("Told to a reader who asks for it; on no page that a mail harvester reads."),
    )

    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.SearchField("biography")]

    class Meta:
        ordering = ["name"]
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")

    def __str__(self) -> str:
        return self.name

    @property
    def surrogate_key(self) -> str:
        return f"author-{self.pk}"
