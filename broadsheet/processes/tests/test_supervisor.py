"""The supervisor."""

import signal
import socket
import subprocess
import sys

import pytest

from broadsheet.processes.supervisor import LEAST_PAUSE, LONGEST_PAUSE, Charge, Supervisor, is_taken

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
STUBBORN = [
    sys.executable,
    "-c",
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1, flush=True); time.sleep(60)",
]
FAIL = [sys.executable, "-c", "raise SystemExit(3)"]


@pytest.fixture
def charge():
    made = Charge("clock", SLEEP)
    yield made
    if made.process is not None:
        made.process.kill()
        made.process.wait()


class TestAProcess:
    def test_is_started_again_after_it_died(self, charge):
        said = []
        charge.look_after(0.0, said.append)
        charge.process.send_signal(signal.SIGKILL)
        charge.process.wait()
        charge.look_after(1.0, said.append)
        assert said == [f"The clock ended (signal SIGKILL); it starts again in {2 * LEAST_PAUSE:g} s."]
        charge.look_after(1.0 + LEAST_PAUSE, said.append)
        assert charge.process is None
        charge.look_after(1.0 + 2 * LEAST_PAUSE, said.append)
        assert charge.process is not None

    def test_that_dies_at_once_is_started_less_and_less_often(self):
        charge, now, pauses = Charge("front", FAIL), 0.0, []
        for _ in range(9):
            charge.look_after(now, lambda _: None)
            charge.process.wait()
            charge.look_after(now, lambda _: None)
            pauses.append(charge.due - now)
            now = charge.due
        assert pauses == sorted(pauses)
        assert pauses[-1] == LONGEST_PAUSE

    def test_that_had_lived_well_is_started_soon(self, charge):
        charge.pause = LONGEST_PAUSE
        charge.look_after(0.0, lambda _: None)
        charge.process.kill()
        charge.process.wait()
        charge.look_after(3600.0, lambda _: None)
        assert charge.due == 3600.0 + LEAST_PAUSE


class TestStopping:
    def test_ends_every_process_and_kills_what_will_not_end(self, monkeypatch):
        monkeypatch.setattr("broadsheet.processes.supervisor.STOP_SECONDS", 0.5)
        said = []
        polite, stubborn = Charge("front", SLEEP), Charge("clock", STUBBORN)
        polite.start(0.0)
        stubborn.process = subprocess.Popen(STUBBORN, stdout=subprocess.PIPE)
        stubborn.process.stdout.readline()
        Supervisor([polite, stubborn], [], said.append).stop()
        assert polite.process.returncode == -signal.SIGTERM
        assert stubborn.process.returncode == -signal.SIGKILL
        stubborn.process.stdout.close()
        assert said == ["The clock did not end in 0 s and is killed."]


class TestANewVersion:
    def test_is_not_taken_up_if_it_cannot_be_prepared(self, charge):
        said = []
        charge.start(0.0)
        Supervisor([charge], FAIL, said.append).renew()
        assert charge.process.poll() is None
        assert said == ["The new version could not be prepared; the one that runs goes on."]

    def test_reaches_the_front_by_a_reload_and_the_others_by_an_end(self, charge):
        front = Charge("front", [sys.executable, "-c", RELOADED])
        front.process = subprocess.Popen(front.command, stdout=subprocess.PIPE)
        front.process.stdout.readline()
        charge.start(0.0)
        Supervisor([front, charge], [sys.executable, "-c", ""], lambda _: None).renew()
        assert front.process.stdout.readline() == b"reloaded\n"
        assert charge.process.wait() == -signal.SIGTERM
        front.process.kill()
        front.process.communicate()


RELOADED = """
import signal, time
signal.signal(signal.SIGHUP, lambda *_: print("reloaded", flush=True))
print("ready", flush=True)
while True: time.sleep(0.05)
"""


class TestAPort:
    def test_is_taken_while_somebody_listens(self):
        with socket.socket() as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            listener.bind(("127.0.0.1", 0))
            listener.listen()
            port = listener.getsockname()[1]
            assert is_taken("127.0.0.1", port)
        assert not is_taken("127.0.0.1", port)
