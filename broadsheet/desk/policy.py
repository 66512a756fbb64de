"""The desk's content security policy: the strictest under which Wagtail's admin works (docs/decisions/0031)."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.csp import CSP

DESK = "/desk/"
POLICY = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF, CSP.UNSAFE_INLINE],  # date pickers and inline panels start in scripts in the page
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],  # the rich text editor and the pop-ups place themselves
    "img-src": [CSP.SELF, "data:", "blob:"],
    "font-src": [CSP.SELF, "data:"],
    "connect-src": [CSP.SELF],
    "frame-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.SELF],
}


class DeskPolicyMiddleware:
    """Gives the desk's answers the desk's policy; every other answer keeps the reader's."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(DESK):
            vars(response).setdefault("_csp_config", POLICY)
        return response
