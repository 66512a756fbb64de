"""Old addresses that are all query (`/?p=123`): the page at `/` exists, so Wagtail's redirects never see them."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

KEYS = ("p", "page_id", "attachment_id")


class OldAddressMiddleware:
    """Answers `?p=`, `?page_id=` and `?attachment_id=` with the redirect that an import made for them, if it did."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        key = next((key for key in KEYS if request.GET.get(key, "").isdecimal()), None)
        if key and request.method in {"GET", "HEAD"}:
            path = Redirect.normalise_path(f"{request.path}?{key}={request.GET[key]}")
            known = Redirect.get_for_site(Site.find_for_request(request)).filter(old_path=path[:255]).first()
            if known and known.link:
                return HttpResponsePermanentRedirect(known.link)
        return self.get_response(request)
