"""Words that the front needs without Django: sentences about numbers, in every plural form a language has."""

from django.utils import translation
from django.utils.formats import get_format
from django.utils.translation import gettext, ngettext


def views_phrases(language: str) -> dict[str, object]:
    """The words for a story's number of views, as `readership.slots.Phrases` takes them, ready for JSON.

    Public figures are rounded down to tens, and every language's plural rules repeat after a hundred: the numbers 10,
    20, … 190 ask for each form that there is.
    """
    with translation.override(language):
        return {
            "few": gettext("fewer than 10 views"),
            "patterns": {
                number: ngettext("%(n)s view", "%(n)s views", number) % {"n": "{n}"} for number in range(10, 200, 10)
            },
            "group": get_format("THOUSAND_SEPARATOR"),
            "point": get_format("DECIMAL_SEPARATOR"),
        }
