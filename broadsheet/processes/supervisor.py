"""The supervisor: starts front, newsroom and clock, starts again what dies, and ends them all when told to."""

import errno
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from broadsheet.options import options_in_force
from broadsheet.processes.places import count_fronts

LEAST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Seconds before a process that died is started again; each death doubles it until the process has lived a minute."""

WELL_SECONDS = 60.0
STOP_SECONDS = 15.0
_TICK = 0.2

type Say = Callable[[str], None]


@dataclass
class Charge:
    """One process in the supervisor's charge."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    pause: float = LEAST_PAUSE
    started: float = 0.0
    due: float = field(default=0.0)

    def start(self, now: float) -> None:
        self.process = subprocess.Popen(self.command)  # noqa: S603
        self.started = now

    def look_after(self, now: float, say: Say) -> None:
        """Start it if it is due; when it has died, say so and set when it is due again."""
        if self.process is None:
            if now >= self.due:
                self.start(now)
            return
        code = self.process.poll()
        if code is None:
            return
        self.pause = LEAST_PAUSE if now - self.started > WELL_SECONDS else min(2 * self.pause, LONGEST_PAUSE)
        self.due, self.process = now + self.pause, None
        say(f"The {self.name} ended ({_how(code)}); it starts again in {self.pause:g} s.")


def _how(code: int) -> str:
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"code {code}"


class Supervisor:
    """Watches its charges until SIGTERM or SIGINT. SIGHUP takes up a new version: `prepare` runs, then the newsroom and
    the clock start anew and the front replaces its workers one by one, so that readers always find one."""

    def __init__(self, charges: Sequence[Charge], prepare: Sequence[str], say: Say) -> None:
        self.charges, self.prepare, self.say = charges, prepare, say
        self._stopping = self._renewing = False

    def run(self) -> None:
        signal.signal(signal.SIGTERM, self._stop_soon)
        signal.signal(signal.SIGINT, self._stop_soon)
        signal.signal(signal.SIGHUP, self._renew_soon)
        while not self._stopping:
            for charge in self.charges:
                charge.look_after(time.monotonic(), self.say)
            if self._renewing:
                self._renewing = False
                self.renew()
            time.sleep(_TICK)
        self.stop()

    def renew(self) -> None:
        if subprocess.run(self.prepare, check=False).returncode != 0:  # noqa: S603
            self.say("The new version could not be prepared; the one that runs goes on.")
            return
        self.say("Taking up the new version.")
        for charge in self.charges:
            if charge.process is not None:
                charge.process.send_signal(signal.SIGHUP if charge.name == "front" else signal.SIGTERM)
                charge.pause = LEAST_PAUSE / 2

    def stop(self) -> None:
        """End the front first, so that no reader is taken in who cannot be answered; then the others."""
        for charge in self.charges:
            if charge.process is not None:
                charge.process.terminate()
        ends = time.monotonic() + STOP_SECONDS
        for charge in self.charges:
            if charge.process is None:
                continue
            try:
                charge.process.wait(max(0.1, ends - time.monotonic()))
            except subprocess.TimeoutExpired:
                self.say(f"The {charge.name} did not end in {STOP_SECONDS:.0f} s and is killed.")
                charge.process.kill()
                charge.process.wait()

    def _stop_soon(self, *_: object) -> None:
        self._stopping = True

    def _renew_soon(self, *_: object) -> None:
        self._renewing = True


def is_taken(host: str, port: int) -> bool:
    """Whether somebody listens there already: fronts share their port, and would share a stranger's without a word."""
    family, kind, protocol, _name, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError as error:
            return error.errno == errno.EADDRINUSE
    return False


def supervise(host: str, port: int) -> None:
    """Run the newspaper's processes until told to stop; ends with a message if the port is taken."""
    if is_taken(host, port):
        sys.exit(f"Somebody listens on {host}:{port} already. End them, or choose another with --port.")
    python = [sys.executable, "-m"]
    front = [*python, "broadsheet.processes.front", "--host", host, "--port", str(port)]
    charges = [
        # Each front is a process tree of its own on one shared port, so that whatever ends one leaves the others be.
        *(Charge("front", front) for _ in range(count_fronts(options_in_force()))),
        Charge("newsroom", [*python, "broadsheet.processes.newsroom"]),
        Charge("clock", [*python, "broadsheet.processes.clock"]),
    ]
    prepare = [*python, "broadsheet.processes.renewal"]
    Supervisor(charges, prepare, lambda line: print(line, flush=True)).run()


def become_supervisor(host: str, port: int) -> None:
    """Turn this process into the supervisor, so that what it has loaded so far is given back to the machine."""
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(sys.executable, [sys.executable, "-m", "broadsheet.processes.supervisor", host, str(port)])  # noqa: S606


if __name__ == "__main__":
    supervise(sys.argv[1], int(sys.argv[2]))
