"""A newsstand for browsers: story pages with the real beacon, counted for real, by a clock that a test advances."""

import json
import os
from pathlib import Path

from broadsheet.readership.beacon import PATH
from broadsheet.readership.tests.pressroom import House, outcomes

SCRIPTS = Path(__file__).parents[2] / "web" / "static" / "web" / "js"
RULES = {
    "prefetch": {"prefetch": [{"source": "list", "urls": ["/story/7"], "eagerness": "immediate"}]},
    "prerender": {"prerender": [{"source": "list", "urls": ["/story/7"], "eagerness": "immediate"}]},
}
HEADS = {
    **{name: f'<script type="speculationrules">{json.dumps(rules)}</script>' for name, rules in RULES.items()},
    "link": '<link rel="prefetch" href="/story/7">',
}
PAGE = """<!doctype html><html lang="en"><head><meta name="broadsheet-token" content="{token}">
<title>{path}</title>{head}
<script type="module">import {{ reportReading }} from "/beacon.js"; reportReading(document);</script></head>
<body><article style="height: 4000px"><a href="/story/7" id="seven">Seven</a> <iframe src="{framed}"></iframe></article>
<ol><li data-slot="latest:1:7" style="position: fixed; top: 0">
<a href="/story/7" id="rail">Seven</a></li></ol>
</body></html>"""


class Newsstand:
    """`/story/N?head=prefetch|prerender|link|frame`, `/later/N`; `/advance/SECONDS`; `/told` says what was counted."""

    def __init__(self, folder: Path) -> None:
        self.house = House(folder)
        self.front = None
        self.requests = []

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            return
        path = scope["path"]
        if self.front is None:
            self.front = self.house.open_front()
        headers = {name.decode(): value.decode() for name, value in scope["headers"]}
        if path == PATH:
            await self.front({**scope, "client": ("192.0.2.1", 1)}, receive, send)
        elif path == "/beacon.js":
            await self._send(send, (SCRIPTS / "beacon.js").read_bytes(), b"text/javascript")
        elif path.startswith("/advance/"):
            self.house.now += float(path.removeprefix("/advance/"))
            await self._send(send, b"{}", b"application/json")
        elif path == "/told":
            await self._send(send, json.dumps(self._tell()).encode(), b"application/json")
        elif path.startswith("/story/"):
            self.requests.append((path, headers.get("sec-purpose", "")))
            await self._send(send, self._print(path, scope["query_string"].decode()), b"text/html")
        elif path.startswith("/later/"):
            refresh = f'<meta http-equiv="refresh" content="2;url=/story/{path.removeprefix("/later/")}">'
            await self._send(send, refresh.encode(), b"text/html")
        else:
            await self._send(send, b"<title>elsewhere</title>", b"text/html")

    def _print(self, path: str, query: str) -> bytes:
        name = query.removeprefix("head=")
        token = self.house.token(int(path.removeprefix("/story/")))
        framed = "/story/7" if name == "frame" else "about:blank"
        return PAGE.format(path=path, head=HEADS.get(name, ""), token=token, framed=framed).encode()

    def _tell(self):
        ledger = self.house.settle()
        totals = ledger.database.execute("SELECT story, views, engaged, shares FROM total").fetchall()
        return {
            "views": {story: views for story, views, _, _ in totals if views},
            "engaged": {story: engaged for story, _, engaged, _ in totals if engaged},
            "slots": ledger.database.execute("SELECT rail, position, story, seen, followed FROM slot").fetchall(),
            "outcomes": outcomes(ledger),
            "waiting": self.house.waiting(),
            "requests": self.requests,
        }

    @staticmethod
    async def _send(send, content: bytes, kind: bytes):
        # Pages may be kept in the back/forward cache, but not in the ordinary one.
        headers = [(b"content-type", kind), (b"cache-control", b"no-cache")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": content})


def open_newsstand() -> Newsstand:
    return Newsstand(Path(os.environ["NEWSSTAND"]))
