"""A front that ends TLS itself, asked by a real client."""

import os
import subprocess
import sys
import time

import pytest

from broadsheet.press.plate import Plate
from broadsheet.press.store import Store
from tests.newspaper import PATIENCE, free_port


@pytest.fixture(scope="module")
def front(tmp_path_factory):
    """A front process with a certificate that signs itself, and one pressed page; gives a way to ask it by curl."""
    paper = tmp_path_factory.mktemp("paper")
    certify = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    certify += ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    subprocess.run([*certify, "-keyout", "key.pem", "-out", "certificate.pem"], cwd=paper, check=True)
    store = Store(paper / "var" / "press.sqlite3")
    kind = ((b"content-type", b"text/html; charset=utf-8"),)
    store.press(Plate("/a/", 200, kind, b"<p>news</p>" * 100, frozenset({"site"}), None, time.time()), began=0)
    store.close()
    port = free_port()
    outside = {key: value for key, value in os.environ.items() if not key.startswith("BROADSHEET_")}
    options = {
        "BROADSHEET_PAPER": str(paper),
        "BROADSHEET_ADDRESS": f"https://localhost:{port}",
        "BROADSHEET_TLS_CERTIFICATE": "certificate.pem",
        "BROADSHEET_TLS_KEY": "key.pem",
    }
    log = paper / "front.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "broadsheet.processes.front", "--port", str(port)],
            env={**outside, **options},
            stdout=out,
            stderr=out,
        )

    def ask(path, *arguments):
        command = ["curl", "--silent", "--cacert", paper / "certificate.pem", *arguments]
        command += ["--output", paper / "body", "--write-out", "%{http_version} %{http_code} %{header_json}"]
        answer = subprocess.run([*command, f"https://localhost:{port}{path}"], capture_output=True, text=True)
        return answer.stdout, (paper / "body").read_bytes() if (paper / "body").exists() else b""

    ends = time.monotonic() + PATIENCE
    while not ask("/-/health/front", "--http2")[0].startswith("2 200"):
        assert time.monotonic() < ends, log.read_text()
        time.sleep(0.1)
    yield ask
    process.terminate()
    process.wait(30)


class TestAFrontWithACertificate:
    @pytest.mark.parametrize(("asked", "version"), [("--http2", "2"), ("--http1.1", "1.1")])
    def test_speaks_the_version_that_the_browser_speaks(self, front, asked, version):
        said, body = front("/a/", asked)
        assert said.startswith(f"{version} 200 ")
        assert body == b"<p>news</p>" * 100

    def test_compresses_over_http2(self, front):
        said, body = front("/a/", "--http2", "--header", "Accept-Encoding: gzip")
        assert '"content-encoding":["gzip"]' in said
        assert body.startswith(b"\x1f\x8b")
