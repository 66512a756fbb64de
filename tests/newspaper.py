"""A real newspaper for tests, drills and audits: made by the command, served by its own processes, on its own port."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).parent / "broadsheet"
ACCOUNT = "editor"
PASSWORD = "printing-press-26"
PATIENCE = 180  # seconds until a slow machine counts as a dead one


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Newspaper:
    """A newspaper's folder and, between `open` and `close`, its processes."""

    def __init__(self, paper: Path, **options: str) -> None:
        self.paper = paper
        self.port = free_port()
        self.address = f"http://localhost:{self.port}"
        self.log = paper.with_suffix(".log")
        outside = {key: value for key, value in os.environ.items() if not key.startswith("BROADSHEET_")}
        given = {f"BROADSHEET_{name.upper()}": value for name, value in options.items()}
        self.environment = {
            **outside,
            "BROADSHEET_ADDRESS": self.address,
            "BROADSHEET_FIRST_ACCOUNT": ACCOUNT,
            "BROADSHEET_FIRST_PASSWORD": PASSWORD,
            **given,
        }
        self.process: subprocess.Popen[bytes] | None = None

    def run(self, *arguments: str) -> str:
        """Run one of the newspaper's commands to its end; gives what it printed, raises RuntimeError if it failed."""
        answer = subprocess.run(
            [COMMAND, "--paper", self.paper, *arguments],
            env=self.environment,
            check=False,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        if answer.returncode:
            raise RuntimeError(f"broadsheet {' '.join(arguments)}\n{answer.stdout}\n{answer.stderr}")
        return answer.stdout

    def start(self) -> None:
        """Start serving, without waiting for it."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [COMMAND, "--paper", self.paper, "serve", "--port", str(self.port)],
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def open(self) -> None:
        """Start serving and wait until the desk answers."""
        self.start()
        ends = time.monotonic() + PATIENCE
        while not self.answers("/desk/login/"):
            if self.ended or time.monotonic() > ends:
                self.kill()
                raise RuntimeError(f"the newspaper did not open:\n{self.log.read_text(encoding='utf-8')}")
            time.sleep(0.1)

    @property
    def ended(self) -> bool:
        return self.process is None or self.process.poll() is not None

    def answers(self, path: str) -> bool:
        try:
            with urllib.request.urlopen(self.address + path, timeout=10) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def close(self) -> None:
        """Ask the processes to end and wait for them."""
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                self.kill()
            self.process = None

    def kill(self) -> None:
        """End every process at once, as a power cut would."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None


def make_newspaper(paper: Path, **options: str) -> Newspaper:
    """Write a newspaper's folder with `broadsheet new`."""
    subprocess.run([COMMAND, "new", paper, "--name", "The Broadsheet"], check=True, capture_output=True)
    return Newspaper(paper, **options)


def make_demo(paper: Path) -> Newspaper:
    """Print the demo newspaper with `broadsheet demo`."""
    newspaper = Newspaper(paper)
    command = [COMMAND, "demo", paper, "--print-only"]
    subprocess.run(command, check=True, env=newspaper.environment, stdout=subprocess.DEVNULL)
    return newspaper


@pytest.fixture(scope="session")
def newspaper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newspaper]:
    """One newspaper for all journeys of a process, open, with the first sections and one account; mail is kept."""
    folder = tmp_path_factory.mktemp("journeys")
    made = make_newspaper(folder / "paper", languages="en,ko", mail=f"file://{folder}/mail")
    made.open()
    yield made
    made.close()
