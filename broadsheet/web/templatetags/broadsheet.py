"""The template tags of every reader's page: what it is composed of, its slots, its times and its pictures."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.models import Page

from broadsheet.stories.models import Photo, Story
from broadsheet.web import pictures
from broadsheet.web.edition import Edition, Sister, edition_of
from broadsheet.web.front import FrontSheet, compose_front
from broadsheet.web.player import player_address
from broadsheet.web.section import SectionSheet, compose_section
from broadsheet.web.share import Place, share_places
from broadsheet.web.standing import note_standing
from broadsheet.web.story import StorySheet, compose_story

register = template.Library()


@register.simple_tag(takes_context=True)
def edition(context: dict[str, Any]) -> Edition:
    """The edition of the page at hand: `{% edition as edition %}`."""
    return edition_of(context["request"])


@register.simple_tag(takes_context=True)
def compose(context: dict[str, Any], page: Page) -> FrontSheet | SectionSheet | StorySheet | None:
    """Everything that a page of Wagtail's tree prints: `{% compose page as sheet %}`."""
    request: HttpRequest = context["request"]
    match page._meta.label:
        case "sections.FrontPage":
            return compose_front(page, request)
        case "sections.Section":
            return compose_section(page, request)
        case "stories.Story":
            return compose_story(page, request)
        case _:
            note_standing(page, request)
            return None


@register.simple_tag(takes_context=True)
def canonical(context: dict[str, Any], number: int = 1) -> str:
    """The one address of the page at hand, on the newspaper's public host."""
    address = settings.WAGTAILADMIN_BASE_URL.rstrip("/") + context["request"].path
    return f"{address}?{urlencode({'page': number})}" if number > 1 else address


@register.simple_tag(takes_context=True)
def sisters(context: dict[str, Any], page: object = None) -> Sequence[Sister]:
    """The page at hand in the newspaper's other languages, or else their fronts."""
    return edition_of(context["request"]).sisters_of(page)


@register.simple_tag
def slot(name: str, argument: object) -> SafeString:
    """A hole that the front fills: `{% slot "views" page.pk %}`. Unfilled, it is an invisible comment."""
    if not str(argument).replace("-", "").isalnum():
        raise template.TemplateSyntaxError(f"slot {name}: “{argument}” is not an argument of letters and digits")
    return format_html("<!--slot:{}:{}-->", name, argument)


@register.simple_tag(takes_context=True)
def section_of(context: dict[str, Any], story: Story) -> Page | None:
    """The section that a story stands in: `{% section_of story as section %}`."""
    return edition_of(context["request"]).section_of(story)


@register.inclusion_tag("web/parts/time.html")
def moment(when: datetime, style: str = "time") -> dict[str, Any]:
    """A `<time>` in the paper's zone; the styles are those of web/parts/time.html."""
    local = timezone.localtime(when)
    dated = style in {"short", "brief"} and local.year != timezone.localtime().year
    return {"when": local, "machine": local.isoformat(timespec="seconds"), "style": "dated" if dated else style}


@register.inclusion_tag("web/parts/picture.html")
def picture(photo: Photo, cut: str, sizes: str, loading: str = "lazy") -> dict[str, Any]:
    """A photo in every format and size of its cut ("card", "wide" or "portrait")."""
    return {"picture": pictures.picture(photo, cut), "sizes": sizes, "loading": loading, "alt": photo.alt}


@register.simple_tag(takes_context=True)
def share(context: dict[str, Any], headline: str) -> Sequence[Place]:
    """The places on which a page can be shared, as plain addresses."""
    return share_places(canonical(context), headline)


@register.simple_tag
def now_in_zone() -> datetime:
    """The present, for the front page's date line: `{% now_in_zone as today %}`."""
    return timezone.localtime()


@register.simple_tag
def localtime_of(when: datetime) -> datetime:
    """A time in the paper's zone, for its year, month and day: `{% localtime_of before as day %}`."""
    return timezone.localtime(when)


@register.simple_tag
def absolute(address: str) -> str:
    """An address of this newspaper with its public host."""
    return urljoin(settings.WAGTAILADMIN_BASE_URL, address)


@register.simple_tag
def headings(table: Any) -> list[str]:
    """What stands over the columns of a table; empty if nothing does: `{% headings value as headings %}`."""
    found = [str(column["heading"] or "").strip() for column in getattr(table, "columns", ())]
    return found if any(found) else []


@register.simple_tag
def player(address: str) -> str:
    """The address of a known provider's player for a film or a sound; empty if the provider is not known."""
    return player_address(address)


@register.filter
def host(address: str) -> str:
    """The host of an address as readers say it: “vimeo.com”."""
    return (urlsplit(address).hostname or "").removeprefix("www.")
