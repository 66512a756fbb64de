"""The least that a Python server can do: looking the same answers up, under the same server as the front."""

import os
from pathlib import Path
from typing import Any

_ROOT = Path(os.environ["BENCH_PAGES"])
PAGES = {f"/{path.parent.name}/": path.read_bytes() for path in _ROOT.glob("*/index.html.gz")}


async def application(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """The page of that path, compressed beforehand; nothing is looked at, logged or counted."""
    body = PAGES[scope["path"]]
    headers = [
        (b"content-type", b"text/html; charset=utf-8"),
        (b"x-content-type-options", b"nosniff"),
        (b"content-length", str(len(body)).encode()),
        (b"vary", b"accept-encoding"),
        (b"etag", b'"767f90bbd171545bdace67de-gzip"'),
        (b"cache-control", b"public, max-age=0, s-maxage=1"),
        (b"cdn-cache-control", b"max-age=1, stale-while-revalidate=10, stale-if-error=86400"),
        (b"cache-status", b"broadsheet; hit"),
        (b"content-encoding", b"gzip"),
    ]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})
