"""The front as a process: Granian with the press's application and what fills its slots; one of several on one port."""

import argparse
import sys
from pathlib import Path
from urllib.parse import urlsplit

from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

from broadsheet.options import OptionError, Options, options_in_force
from broadsheet.press.front import Front
from broadsheet.press.journal import Journal, Style
from broadsheet.press.terms import Terms
from broadsheet.processes.places import die_with_parent, newsroom_socket, run_folder, store_file
from broadsheet.processes.slots import fill_slots
from broadsheet.proxies import read_networks

HEADER_SECONDS = 10
"""How long a client may take to say what it wants, before its connection is closed."""


def make_front() -> Front:
    """One worker's application, made from the options of the environment."""
    die_with_parent()
    options = options_in_force()
    style: Style = "json" if options.text("log") == "json" else "human"
    filler, receivers = fill_slots(options)
    front: Front
    journal = Journal(style, also=lambda: front.leave_figures())
    front = Front(front_terms(options), filler, receivers, journal)
    return front


def front_terms(options: Options) -> Terms:
    """The front's terms, from the options; raises OptionError for an address without a host."""
    address = urlsplit(options.text("address"))
    if not address.hostname:
        raise OptionError("address: write the newspaper's public address, such as https://paper.example")
    return Terms(
        store=store_file(options),
        newsroom=newsroom_socket(options),
        run=run_folder(options),
        static=options.state / "static",
        media=options.state / "media",
        host=address.netloc.rpartition("@")[2],
        secure=address.scheme == "https",
        proxies=tuple(read_networks(options.names("trusted_proxies"))),
        memory=options.number("memory") * 1024 * 1024,
        tell_keys=bool(options.names("varnish")),
    )


def _file(options: Options, name: str) -> Path | None:
    path = options.text(name)
    return options.paper / path if path else None


def main(arguments: list[str]) -> None:
    """Serve readers on `--host` and `--port` until told to stop."""
    parser = argparse.ArgumentParser(prog="broadsheet.processes.front")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    asked = parser.parse_args(arguments)
    die_with_parent()
    options = options_in_force()
    Granian(
        "broadsheet.processes.front:make_front",
        factory=True,
        address=asked.host,
        port=asked.port,
        interface=Interfaces.ASGI,
        http=HTTPModes.auto,
        http1_settings=HTTP1Settings(header_read_timeout=HEADER_SECONDS * 1000),
        websockets=False,
        workers=1,
        ssl_cert=_file(options, "tls_certificate"),
        ssl_key=_file(options, "tls_key"),
        respawn_failed_workers=True,
        respawn_interval=0.5,
        workers_kill_timeout=10,
        log_level=LogLevels.warning,
    ).serve()


if __name__ == "__main__":
    main(sys.argv[1:])
