"""The caches outside: which there are by the options, and their couriers at work in the clock."""

import logging
import threading
from collections.abc import Mapping, Sequence
from urllib.parse import unquote, urlsplit

from wagtail.contrib.frontend_cache.utils import get_backends

from broadsheet.options import Options
from broadsheet.press.couriers import CacheUnreachableError, Courier, OutsideCache
from broadsheet.press.figures import leave_word, write_figures
from broadsheet.press.store import Store
from broadsheet.press.varnish import Varnish
from broadsheet.processes.places import run_folder, store_file

_BACKENDS = "wagtail.contrib.frontend_cache.backends."
_PROCESS = "clock"


class _Ear(logging.Handler):
    """Keeps what one thread says of errors."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.said: list[str] = []
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self._thread:
            self.said.append(record.getMessage())


class WagtailCache:
    """A cache that one of Wagtail's backends tells addresses."""

    def __init__(self, address: str, site: str) -> None:
        self.name, settings = read_backend(address)
        self._site = site.rstrip("/")
        (self._backend,) = get_backends({"default": settings}).values()

    def forget(self, addresses: Sequence[str], keys: Sequence[str]) -> None:  # noqa: ARG002 (it knows no keys)
        logger, ear = logging.getLogger("wagtail.frontendcache"), _Ear()
        logger.addHandler(ear)  # the backends say in the log alone what went wrong
        try:
            self._backend.purge_batch([self._site + address for address in addresses])
        finally:
            logger.removeHandler(ear)
        if ear.said:
            raise CacheUnreachableError(ear.said[0])


def read_backend(address: str) -> tuple[str, Mapping[str, str]]:
    """The name and the settings of Wagtail's backend for an address; raises ValueError for one that no backend has."""
    place = urlsplit(address)
    name = f"{place.scheme}://{place.netloc.rpartition('@')[2]}"
    match place.scheme:
        case "http" | "https" if place.hostname:
            return name, {"BACKEND": f"{_BACKENDS}HTTPBackend", "LOCATION": address}
        case "cloudflare" if place.username:
            zone, token = place.netloc.rpartition("@")[2], unquote(place.username)
            return name, {"BACKEND": f"{_BACKENDS}CloudflareBackend", "ZONEID": zone, "BEARER_TOKEN": token}
        case "cloudfront" if place.netloc:
            return name, {"BACKEND": f"{_BACKENDS}CloudfrontBackend", "DISTRIBUTION_ID": place.netloc}
    raise ValueError("caches: write http://host:port, cloudflare://token@zone or cloudfront://distribution")


def outside_caches(options: Options) -> list[OutsideCache]:
    """Every cache that the options name; raises ValueError for an address that cannot be one."""
    site = options.text("address")
    told_addresses = [WagtailCache(address, site) for address in options.names("caches")]
    return [*told_addresses, *(Varnish(address) for address in options.names("varnish"))]


def start_couriers(options: Options, over: threading.Event) -> list[Courier]:
    """Set one courier to work for each cache, and leave their figures for whoever asks a front."""
    couriers = [Courier(Store(store_file(options), patience=1.0), cache) for cache in outside_caches(options)]

    def leave_figures() -> None:
        text = write_figures([figure for courier in couriers for figure in courier.figures()], _PROCESS)
        leave_word(run_folder(options), f"{_PROCESS}.figures", text)

    for courier in couriers:
        courier.start(over, leave_figures)
    return couriers
