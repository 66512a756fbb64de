"""The language of an answer comes from its address alone, because pressed pages are the same for every reader."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation.trans_real import get_languages


def language_of(path: str) -> str:
    """The language that an address is in: /ko/world/ is Korean, an address without a code the newspaper's own."""
    first = path.lstrip("/").split("/", 1)[0]
    return first if first in get_languages() else settings.LANGUAGE_CODE


class AddressLanguageMiddleware:
    """Does what LocaleMiddleware does, without cookies and without Accept-Language."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request.path_info)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language)
            return response
