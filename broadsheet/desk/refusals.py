"""What a journalist sees when a story is refused on a way that has no form, such as a moderator’s approval."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse

from broadsheet.stories.readiness import NotReadyError


class RefusalMiddleware:
    """Turns NotReadyError into its reasons, and leads to the story where they can be mended."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, NotReadyError):
            return None
        messages.error(request, str(exception))
        address = reverse("wagtailadmin_pages:edit", args=[exception.page])
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return JsonResponse({"step": "success", "redirect": address})  # how Wagtail's dialogues end
        return redirect(address)
