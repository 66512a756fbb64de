"""The way to the front page's form, where stories are placed and dragged into order, with the page beside them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.models import Locale

from broadsheet.sections.models import FrontPage


def front_of(language: str | None) -> FrontPage | None:
    """The front page of an edition, of the first one if `language` is None."""
    code = language or Locale.get_default().language_code
    return FrontPage.objects.filter(locale__language_code=code).first()


def open_front(request: HttpRequest) -> HttpResponse:
    """To the form of the front page; ?edition=ko for another edition than the first."""
    front = front_of(request.GET.get("edition"))
    if front is None:
        raise Http404
    return redirect("wagtailadmin_pages:edit", front.pk)
