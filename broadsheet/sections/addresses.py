"""Addresses that the newspaper needs for itself, and that no page may take away from it."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import Resolver404, resolve
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page

from broadsheet.sections.front import FrontPage

MACHINES = "-"
"""What stands below /-/ is for machines."""


def is_reserved(parent: Page, slug: str) -> bool:
    """Whether /slug/ below `parent` is an address of the newspaper's own (search, media …) or of another edition.

    The editions keep the same addresses free: /ko/search/ is the search as well.
    """
    if not isinstance(parent.specific_deferred, FrontPage):
        return False
    folders = {address.strip("/").split("/")[0] for address in (settings.MEDIA_URL, settings.STATIC_URL)}
    if slug in {MACHINES, *dict(settings.LANGUAGES), *folders}:
        return True
    with override(settings.LANGUAGE_CODE):
        try:
            return resolve(f"/{slug}/").url_name != "wagtail_serve"
        except Resolver404:
            return False


class AddressedForm(WagtailAdminPageForm):
    """The desk's form of a page that stands below the front."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        slug = cleaned.get("slug") or slugify(cleaned.get("title") or "", allow_unicode=True)
        if self.parent_page is not None and is_reserved(self.parent_page, slug):
            self.add_error("slug", _("The newspaper itself answers at this address: choose another."))
        return cleaned


def check_address(page: Page) -> None:
    """Raises ValidationError if a page that has its place stands at an address of the newspaper's own."""
    parent = page.get_parent() if page.path else None
    if parent is not None and is_reserved(parent, page.slug):
        raise ValidationError({"slug": _("The newspaper itself answers at this address: choose another.")})
