"""Readiness: what keeps a story from being published, as values of the story and the time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue

from broadsheet.stories.photo import Photo


@dataclass(frozen=True)
class Objection:
    """One reason against publication, and the field of the story where an editor mends it."""

    field: str
    sentence: str


class NotReadyError(Exception):
    """A story may not be published as it is; `objections` says why, `page` is its id. Nothing was changed."""

    def __init__(self, page: int, headline: str, objections: Iterable[Objection]) -> None:
        self.page = page
        self.headline = headline
        self.objections = list(objections)
        super().__init__(f"“{headline}”: " + " ".join(objection.sentence for objection in self.objections))


def photos_in(body: StreamValue) -> Iterator[Photo]:
    """Every photo in a body, those in galleries too, in reading order."""
    for block in body:
        yield from _photos_of(block.value)


def photo_objections(lead: Photo | None, body: StreamValue) -> list[Objection]:
    found = [Objection("lead_photo", sentence) for sentence in (lead.objections() if lead else [])]
    for photo in photos_in(body):
        found += [Objection("body", sentence) for sentence in photo.objections()]
    return list(dict.fromkeys(found))


def embargo_objections(embargo_until: datetime | None, goes_live_at: datetime) -> list[Objection]:
    """Against a publication at `goes_live_at`, both times aware."""
    if embargo_until is None or goes_live_at >= embargo_until:
        return []
    ends = formats.date_format(timezone.localtime(embargo_until), "DATETIME_FORMAT")
    sentence = _("The story is under embargo until %(time)s: publish it then, or schedule it for that time or later.")
    return [Objection("embargo_until", sentence % {"time": ends})]


def withdrawal_objections(withdrawn_at: datetime | None) -> list[Objection]:
    if withdrawn_at is None:
        return []
    return [Objection("title", _("The story has been withdrawn: restore it before you publish it again."))]


def _photos_of(value: Any) -> Iterator[Photo]:
    if isinstance(value, Photo):
        yield value
    elif hasattr(value, "values") and callable(value.values):
        for part in value.values():
            yield from _photos_of(part)
    elif isinstance(value, Iterable) and not isinstance(value, str | bytes):
        for part in value:
            yield from _photos_of(part)
