"""Measures servers under load: pinned to a core, their processor time read from the kernel, wrk on another core."""

import os
import re
import statistics
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

SERVER_CORE, LOAD_CORE = "1", "0"
_TICK = os.sysconf("SC_CLK_TCK")
_UNITS = {"us": 1e-6, "ms": 1e-3, "s": 1.0}


@dataclass(frozen=True)
class Load:
    """What one run of wrk saw: requests, requests a second, 99th percentile in seconds, and the server's processor
    time a request in seconds."""

    requests: int
    rate: float
    p99: float
    cpu: float


def pinned(command: list[str], core: str = SERVER_CORE) -> list[str]:
    return ["taskset", "--cpu-list", core, *command]


def family(process: int) -> set[int]:
    """A process and everything that it has started."""
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
        except (FileNotFoundError, ProcessLookupError):
            continue
    members = {process}
    while more := {child for child, parent in parents.items() if parent in members} - members:
        members |= more
    return members


def processor_seconds(processes: Iterable[int]) -> float:
    """User and system time of processes and all that they have started, so far."""
    total = 0
    for member in set().union(*(family(process) for process in processes)):
        fields = Path(f"/proc/{member}/stat").read_text().rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / _TICK


def resident_megabytes(process: int) -> float:
    text = Path(f"/proc/{process}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", text)[1]) / 1024  # type: ignore[index]


def run_wrk(
    url: str, seconds: float, *, script: Path | None = None, connections: int = 32, coding: str = "gzip"
) -> str:
    """wrk's own words about a load of `seconds` seconds on its core."""
    command = ["wrk", "--threads", "1", "--connections", str(connections), "--duration", f"{seconds:g}s", "--latency"]
    command += ["--header", f"Accept-Encoding: {coding}", *(["--script", str(script)] if script else []), url]
    return subprocess.run(pinned(command, LOAD_CORE), check=True, capture_output=True, text=True).stdout


def measure(url: str, servers: list[int], seconds: float, *, script: Path | None = None) -> Load:
    """One run; raises AssertionError if an answer was an error, since errors are fast."""
    before = processor_seconds(servers)
    said = run_wrk(url, seconds, script=script)
    spent = processor_seconds(servers) - before
    if "Non-2xx" in said or "Socket errors" in said:
        raise AssertionError(f"not every answer of {url} was good:\n{said}")
    requests = int(re.search(r"(\d+) requests in", said)[1])  # type: ignore[index]
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])  # type: ignore[index]
    p99 = re.search(r"99%\s+([\d.]+)(us|ms|s)", said)
    assert p99 is not None, said
    return Load(requests, rate, float(p99[1]) * _UNITS[p99[2]], spent / requests)


def median(loads: Iterable[Load]) -> Load:
    """The middle of several runs, figure by figure."""
    runs = list(loads)
    return Load(
        requests=sum(run.requests for run in runs),
        rate=statistics.median(run.rate for run in runs),
        p99=statistics.median(run.p99 for run in runs),
        cpu=statistics.median(run.cpu for run in runs),
    )
