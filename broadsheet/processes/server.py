"""Serves the newspaper on one port until it is stopped."""

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from broadsheet.options import Options


def serve(options: Options, host: str, port: int) -> None:
    """Serve the newsroom's pages, static files and media on `host`:`port`; returns when it is told to stop."""
    folders = {"/static": options.state / "static", "/media": options.state / "media"}
    for folder in folders.values():
        folder.mkdir(parents=True, exist_ok=True)
    Granian(
        "broadsheet.processes.newsroom:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=4,
        log_level=LogLevels.warning,
        static_path_route=list(folders),
        static_path_mount=list(folders.values()),
    ).serve()
