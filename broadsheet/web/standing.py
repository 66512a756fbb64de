"""A standing page needs no composing; the press must still know that it is shown."""

from django.http import HttpRequest
from wagtail.models import Page

from broadsheet.web.imprint import imprint_of


def note_standing(page: Page, request: HttpRequest) -> None:
    imprint_of(request).show(page.specific)
