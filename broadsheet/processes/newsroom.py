"""The newsroom: Wagtail's desk and every page that Django renders, as a WSGI application on a local socket."""

import os
from collections.abc import Callable, Iterable
from typing import Any

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from broadsheet.options import options_in_force
from broadsheet.processes.places import die_with_parent, give_signs_of_life, newsroom_socket

THREADS = 4
"""Requests that Django works on at a time: enough to wait for a database, few enough for SQLite's one writer."""

type Environ = dict[str, Any]
type Wsgi = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]


def believe_the_front(application: Wsgi) -> Wsgi:
    """The application behind the front: only fronts reach the socket, so their word on client and scheme is true."""

    def answer(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        environ["REMOTE_ADDR"] = environ.pop("HTTP_BROADSHEET_CLIENT", "127.0.0.1")
        environ["wsgi.url_scheme"] = environ.pop("HTTP_BROADSHEET_SCHEME", "http")
        return application(environ, start_response)

    return answer


def make_newsroom() -> Wsgi:
    """The worker's application: Django, set up."""
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415 (the process that only watches needs no Django)

    die_with_parent()
    application = believe_the_front(get_wsgi_application())
    from broadsheet.processes.release import take_up_release  # noqa: PLC0415 (its templates need Django set up)

    take_up_release(options_in_force())
    give_signs_of_life(options_in_force(), "newsroom")
    return application


def main() -> None:
    """Answer the fronts on the local socket until told to stop."""
    die_with_parent()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "broadsheet.settings")
    socket = newsroom_socket(options_in_force())
    socket.parent.mkdir(parents=True, exist_ok=True)
    socket.unlink(missing_ok=True)
    Granian(
        "broadsheet.processes.newsroom:make_newsroom",
        factory=True,
        uds=socket,
        uds_permissions=0o600,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        backpressure=1000,
        respawn_failed_workers=True,
        respawn_interval=0.5,
        workers_kill_timeout=20,
        log_level=LogLevels.warning,
    ).serve()


if __name__ == "__main__":
    main()
