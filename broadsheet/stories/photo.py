"""Photos: pictures with a text alternative, a credit and rights."""

import secrets
from io import BytesIO
from pathlib import PurePath
from typing import Any

from django.core.files import File
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import (
    IMAGE_FORMAT_EXTENSIONS,
    AbstractImage,
    AbstractRendition,
    Filter,
    Image,
    WagtailImageField,
    get_upload_to,
)

from broadsheet.stories.inscription import Inscription
from broadsheet.stories.negatives import negatives
from broadsheet.stories.printing import Enlarger


def unguessable(folder: str, name: str) -> str:
    """A path that tells nothing and cannot be guessed (144 random bits), with the suffix of `name`."""
    return f"{folder}/{secrets.token_urlsafe(18)}{PurePath(name).suffix.lower()}"


class Photo(AbstractImage):
    """A picture in the newspaper's photo library. `title` is for the desk alone and never shown to readers."""

    file = WagtailImageField(
        verbose_name=_("file"),
        storage=negatives,
        upload_to=get_upload_to,
        width_field="width",
        height_field="height",
    )
    alt = models.CharField(
        _("text alternative"),
        max_length=300,
        blank=True,
        help_text=_("What the picture shows, for readers who cannot see it. Needed before publication."),
    )
    caption = models.CharField(_("caption"), max_length=1000, blank=True)
    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Who made it: “Mina Park / Reuters”. Needed.")
    )
    rights = models.CharField(
        _("rights"),
        max_length=300,
        blank=True,
        help_text=_("By what right the newspaper may print it: “Reuters contract”, “CC BY 4.0”. Needed."),
    )
    rights_expire = models.DateField(_("rights end on"), null=True, blank=True)

    admin_form_fields = (
        "title", "file", "alt", "caption", "credit", "rights", "rights_expire", "collection", "tags",
        "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height",
    )  # fmt: skip
    search_fields = [*Image.search_fields]

    class Meta(AbstractImage.Meta):
        verbose_name = _("photo")
        verbose_name_plural = _("photos")

    def get_upload_to(self, filename: str) -> str:
        return unguessable("photos", filename)

    @property
    def inscription(self) -> Inscription:
        return Inscription(self.alt, self.caption, self.credit, self.rights)

    def generate_rendition_file(self, filter: Filter, *, source: "File[Any] | None" = None) -> "File[Any]":  # noqa: A002 (Wagtail’s)
        """One print of this photo, with its credit and rights inside."""
        made = Enlarger(filter.spec, self.inscription).run(self, BytesIO(), source)
        return File(made.f, name=f"print{IMAGE_FORMAT_EXTENSIONS[made.format_name]}")

    @property
    def default_alt_text(self) -> str:
        return self.alt

    @property
    def surrogate_key(self) -> str:
        return f"photo-{self.pk}"

    def objections(self) -> list[str]:
        """Why this photo may not be printed today, each naming the photo; empty if it may."""
        needed = [("alt", self.alt), ("credit", self.credit), ("rights", self.rights)]
        missing = [str(self._meta.get_field(name).verbose_name) for name, value in needed if not value.strip()]
        found = []
        if missing:
            words = {"photo": self.title, "missing": ", ".join(missing)}
            found.append(_t("The photo “%(photo)s” lacks: %(missing)s.") % words)
        if self.rights_expire and self.rights_expire < timezone.localdate():
            words = {"photo": self.title, "day": self.rights_expire.isoformat()}
            found.append(_t("The rights to the photo “%(photo)s” ended on %(day)s.") % words)
        return found


class Rendition(AbstractRendition):
    """One size of a photo in one format."""

    image = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="renditions")

    def get_upload_to(self, filename: str) -> str:
        return unguessable("prints", filename)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_a_filter")
        ]
