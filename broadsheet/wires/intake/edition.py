"""The edition that manuscripts come into: one language of the newspaper."""

from dataclasses import dataclass

from wagtail.models import Locale, Site

from broadsheet.sections.models import FrontPage


class IntakeError(ValueError):
    """Nothing can come in; the message says why and what to do. Nothing was changed."""


@dataclass(frozen=True)
class Edition:
    """A front page, the site that it is the root of, and the name of the source that manuscripts come from."""

    front: FrontPage
    site: Site
    source: str

    def path_of(self, suffix: str) -> str:
        """An address of this edition, from the site's root."""
        return f"{(self.front.get_url() or '/').rstrip('/')}/{suffix}"


def open_edition(language: str, source: str) -> Edition:
    """The edition in a language; raises IntakeError if the newspaper has none."""
    front = FrontPage.objects.filter(locale__language_code=language).first()
    if front is None:
        written = ", ".join(Locale.objects.values_list("language_code", flat=True))
        raise IntakeError(
            f"the newspaper has no edition in “{language}” (it has: {written}); "
            "open it first with “broadsheet serve”, or name another --language"
        )
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        raise IntakeError("the newspaper has no site; open it first with “broadsheet serve”")
    return Edition(front, site, source[:200])
