"""Lays out the demo edition's pages: fronts, sections and standing pages, in each language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from wagtail.blocks import StreamValue
from wagtail.models import Locale, Page, Site

from broadsheet.demo.dating import fill_dates
from broadsheet.demo.manuscript import Manuscript
from broadsheet.demo.typesetting import Case, Values, set_body
from broadsheet.sections.models import FrontPage, Section, StandingPage

SPOKEN = ("en", "ko")  # the languages that the demo has words for


@dataclass(frozen=True)
class Layout:
    """The pages that stories stand under, by language, and sections by (language, slug)."""

    fronts: Mapping[str, FrontPage]
    sections: Mapping[tuple[str, str], Section]


def lay_out(facts: Mapping[str, Any], photos: Mapping[str, int], pages: Sequence[Manuscript], now: datetime) -> Layout:
    """Make the front of each language with its sections; the standing pages stand under the first.

    The pages that Wagtail's first migration put there are removed.
    """
    root = Page.get_first_root_node()
    welcome = list(root.get_children())
    fronts: dict[str, FrontPage] = {}
    sections: dict[tuple[str, str], Section] = {}
    for language in [code for code, _name in settings.LANGUAGES if code in SPOKEN]:
        locale, _made = Locale.objects.get_or_create(language_code=language)
        first = next(iter(fronts.values()), None)
        front = FrontPage(title=facts["name"], slug="front" if first is None else f"front-{language}", locale=locale)
        if first is not None:
            front.translation_key = first.translation_key
        fronts[language] = root.add_child(instance=front)
        for entry in facts["sections"]:
            sections[language, entry["slug"]] = _add_section(front, entry, sections.get(("en", entry["slug"])))
    site_front = next(iter(fronts.values()))
    Site.objects.update_or_create(is_default_site=True, defaults={"root_page": site_front})
    for page in welcome:
        page.delete()
    for manuscript in pages:
        _add_standing_page(site_front, manuscript, photos, now)
    return Layout(fronts, sections)


def stream(page: Page, values: list[Values]) -> StreamValue:
    """Raw blocks as the body field of `page` holds them."""
    value: StreamValue = page._meta.get_field("body").stream_block.to_python(values)
    return value


def _add_section(front: FrontPage, entry: Mapping[str, Any], original: Section | None) -> Section:
    section = Section(slug=entry["slug"], locale=front.locale, show_in_menus=True)
    if original is None:
        section.title, section.introduction = entry["title"], entry["introduction"]
    else:
        section.title, section.translation_key = entry["korean"], original.translation_key
    front.add_child(instance=section)
    return section


def _add_standing_page(front: FrontPage, manuscript: Manuscript, photos: Mapping[str, int], now: datetime) -> None:
    def no_story(name: str) -> int:
        raise KeyError(name)

    case = Case(story=no_story, photo=photos.__getitem__, dates=lambda text: fill_dates(text, now, "en"))
    page = StandingPage(
        title=manuscript.one("title"),
        slug=manuscript.name,
        locale=front.locale,
        show_in_menus=True,
        first_published_at=now,
    )
    page.body = stream(page, set_body(manuscript, case))
    front.add_child(instance=page)
    page.save_revision().publish()
