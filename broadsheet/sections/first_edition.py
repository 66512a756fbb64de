"""Lays out a newspaper that has no pages yet: one front page a language, each with the first sections."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _
from wagtail.models import Locale, Page, Site

from broadsheet.sections.front import FrontPage
from broadsheet.sections.section import Section

FIRST_SECTIONS = [_("World"), _("Business"), _("Culture"), _("Sport"), _("Opinion")]


@transaction.atomic
def lay_out_first_edition(name: str, languages: Sequence[str], address: str) -> bool:
    """Make the pages of a new newspaper; does nothing, and says so, if there is a front page already.

    The first language has the plain addresses; its front page is the site's root, the others' are its translations.
    """
    if FrontPage.objects.exists():
        return False
    root = Page.get_first_root_node()
    first, *others = [Locale.objects.get_or_create(language_code=language)[0] for language in languages]
    old = list(root.get_children())  # what Wagtail's first migration put there: a page of welcome
    front = root.add_child(instance=FrontPage(title=name, slug="front", locale=first))
    Site.objects.update_or_create(is_default_site=True, defaults={"root_page": front})
    keep_site_record(name, address)
    for page in old:
        page.delete()
    with override(first.language_code):
        sections = [
            front.add_child(
                instance=Section(title=gettext(title), slug=slugify(title), locale=first, show_in_menus=True)
            )
            for title in FIRST_SECTIONS
        ]
    for locale in others:
        _translate(front, sections, locale)
    return True


def keep_site_record(name: str, address: str) -> None:
    """Bring Wagtail's record of the site into line with the options, from which alone an owner sets them."""
    place = urlsplit(address)
    port = place.port or (443 if place.scheme == "https" else 80)
    site = Site.objects.get(is_default_site=True)
    if (site.hostname, site.port, site.site_name) != (place.hostname, port, name):
        site.hostname, site.port, site.site_name = place.hostname or "localhost", port, name
        site.save()


def _translate(front: FrontPage, sections: Sequence[Section], locale: Locale) -> None:
    """The same pages in another language, published, with their names in that language where it is known."""
    copy = front.copy_for_translation(locale)
    copy.get_latest_revision().publish()
    with override(locale.language_code):
        for title, section in zip(FIRST_SECTIONS, sections, strict=True):
            translated = section.copy_for_translation(locale)
            translated.title = gettext(title)
            translated.slug = section.slug
            translated.save_revision().publish()
