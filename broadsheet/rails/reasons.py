"""Reasons in words: why a story stands where it stands, as its card says it."""

from collections.abc import Callable
from datetime import UTC, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from broadsheet.rails.features import Reason

OLD_DAYS = 30
"""From this age on, a related story is dated."""

WORDS: dict[str, Callable[[Reason], str]] = {
    "newest": lambda _reason: _("One of the newest"),
    "read-now": lambda _reason: _("Being read now"),
    "readers-hour": lambda reason: ngettext(
        "%(number)s reader in the last hour", "%(number)s readers in the last hour", reason.number
    ),
    "read-week": lambda _reason: _("Read this week"),
    "readers-week": lambda reason: ngettext(
        "%(number)s reader this week", "%(number)s readers this week", reason.number
    ),
    "finished": lambda _reason: _("Often read to the end"),
    "topic": lambda _reason: _("Also about: %(words)s"),
    "alike": lambda _reason: _("On the same subject"),
    "editors": lambda _reason: _("Chosen by the editors"),
    "rising": lambda reason: ngettext(
        "%(number)s time its usual readers", "%(number)s times its usual readers", reason.number
    ),
}
"""A reason's code and its sentence; a newspaper's own ranker adds its own (docs/extending.md)."""


def in_words(reason: Reason, published: float | None = None, now: float | None = None) -> Reason:
    """The reason with its sentence in the active language, escaped for HTML; with the date of an old story if given.

    Raises KeyError for a code that has no words: every ranker's reasons must have some.
    """
    said = WORDS[reason.code](reason) % {"number": f"{reason.number:,}", "words": reason.words}
    if published is not None and now is not None and now - published > OLD_DAYS * 86400:
        day = timezone.localtime(datetime.fromtimestamp(published, UTC))
        said = f"{said} · {date_format(day, _('j F Y'))}"
    return Reason(reason.code, reason.number, str(escape(said)))
