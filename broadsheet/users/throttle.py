"""What the login throttle needs to know: from which address somebody tries to sign in."""

from functools import cache

from django.conf import settings
from django.http import HttpRequest

from broadsheet.proxies import Network, client_address, read_networks


@cache
def _trusted() -> list[Network]:
    return read_networks(settings.TRUSTED_PROXIES)


def address_of(request: HttpRequest) -> str:
    """The client's address, from the socket unless a trusted proxy says otherwise (docs/decisions/0010)."""
    peer = request.META.get("REMOTE_ADDR", "")
    return client_address(peer, request.META.get("HTTP_X_FORWARDED_FOR", ""), _trusted())
