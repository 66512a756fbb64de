"""Varnish, told by key: deploy/varnish.vcl understands it, and so does any VCL that takes PURGE with an xkey header."""

import http.client
from collections.abc import Sequence
from urllib.parse import urlsplit

from broadsheet.press.couriers import CacheUnreachableError

_SECONDS = 5.0
_KEYS_AT_ONCE = 100


class Varnish:
    """One Varnish, at an address such as http://127.0.0.1:6081."""

    def __init__(self, address: str) -> None:
        place = urlsplit(address)
        if place.scheme != "http" or not place.hostname:
            raise ValueError(f"varnish: “{address}” is not an address such as http://127.0.0.1:6081")
        self.name = f"varnish://{place.netloc}"
        self._host, self._port = place.hostname, place.port or 80

    def forget(self, addresses: Sequence[str], keys: Sequence[str]) -> None:  # noqa: ARG002 (keys say it all)
        connection = http.client.HTTPConnection(self._host, self._port, timeout=_SECONDS)
        try:
            for start in range(0, len(keys), _KEYS_AT_ONCE):
                connection.request("PURGE", "/", headers={"xkey": " ".join(keys[start : start + _KEYS_AT_ONCE])})
                answer = connection.getresponse()
                answer.read()
                if answer.status != http.client.OK:
                    raise CacheUnreachableError(f"it answered {answer.status} {answer.reason}")
        except (OSError, http.client.HTTPException) as error:
            raise CacheUnreachableError(str(error) or type(error).__name__) from error
        finally:
            connection.close()
