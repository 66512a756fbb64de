"""The pages for when something is missing or broken; each helps a reader on."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template import loader
from django.utils.translation import override

from broadsheet.web.language import language_of


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 (Django hands it over)
    words = request.path.strip("/").rsplit("/", 1)[-1].replace("-", " ")
    return render(request, "web/404.html", {"words": words[:80]}, status=404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 (Django hands it over)
    return HttpResponse(_plain(request, "web/400.html"), status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 (Django hands it over)
    return HttpResponse(_plain(request, "web/403.html"), status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Uses no database: it may be what is broken."""
    return HttpResponseServerError(_plain(request, "web/500.html"))


def maintenance_page(language: str) -> str:
    """What the press says with status 503 when it has no page and the newsroom does not answer."""
    with override(language):
        return loader.render_to_string("web/503.html", {"name": settings.WAGTAIL_SITE_NAME, "language": language})


def _plain(request: HttpRequest, template: str) -> str:
    language = language_of(request.path_info)
    with override(language):
        return loader.render_to_string(template, {"name": settings.WAGTAIL_SITE_NAME, "language": language})
