"""The imprint: what a page shows and what it is, collected while it is composed, told to the press in headers."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Page

from broadsheet.press.keys import SITE, listing


class Shown(Protocol):
    """Anything that a page can show and that can change: it knows its surrogate key, such as “story-42”."""

    pk: int

    @property
    def surrogate_key(self) -> str: ...


@dataclass
class Imprint:
    """One page's keys and facts. An imprint without keys belongs to an answer that is no reader's page."""

    keys: dict[str, None] = field(default_factory=dict)
    story: int | None = None
    section: int | None = None
    shown: list[int] = field(default_factory=list)
    fresh_until: datetime | None = None

    def show(self, *things: Shown | None) -> None:
        """Notes that the page depends on these; stories are also noted as printed on it."""
        for thing in things:
            if thing is None:
                continue
            key = thing.surrogate_key
            if key.startswith("story-") and key not in self.keys:
                self.shown.append(thing.pk)
            self.keys[key] = None

    def link_to(self, stories: Sequence[int]) -> None:
        """Notes stories that a body leads to, by their numbers: they need no second link, and may be taken back."""
        self.shown += [story for story in stories if f"story-{story}" not in self.keys]
        self.keys.update({f"story-{story}": None for story in stories})

    def show_sections(self, pages: Iterable[Page]) -> None:
        """Notes sections that were read as plain pages of Wagtail's tree."""
        self.keys.update({f"section-{page.pk}": None for page in pages})

    def list_what_is_in(self, thing: Shown | None) -> None:
        """Notes that the page lists what stands in a section, on a front, or under a name or topic."""
        if thing is not None:
            self.keys[listing(thing.surrogate_key)] = None

    def expire(self, when: datetime | None) -> None:
        """Notes that time itself makes the page old at `when`; the earliest such time counts."""
        if when is not None:
            self.fresh_until = when if self.fresh_until is None else min(self.fresh_until, when)

    def show_all(self, things: Iterable[Shown]) -> None:
        self.show(*things)

    def headers(self, language: str, now: datetime) -> dict[str, str]:
        facts = {"story": self.story, "section": self.section, "language": language, "shown": self.shown}
        told = {"Surrogate-Key": " ".join([*self.keys, SITE]), "Broadsheet-Page": json.dumps(facts)}
        if self.fresh_until is not None:
            told["Surrogate-Control"] = f"max-age={max(1, int((self.fresh_until - now).total_seconds()))}"
        return told


def imprint_of(request: HttpRequest) -> Imprint:
    """The request's imprint, made on first use."""
    holder: Any = request
    if not hasattr(holder, "imprint"):
        holder.imprint = Imprint()
    return holder.imprint


class ImprintMiddleware:
    """Writes the headers over every page whose composition noted anything."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        imprint = imprint_of(request)
        if imprint.keys:
            for name, value in imprint.headers(get_language() or "", timezone.now()).items():
                response.headers[name] = value
        return response
