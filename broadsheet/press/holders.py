"""Holders: which process holds something in the store, and whether it still lives."""

import os
from pathlib import Path


def this_holder() -> str:
    """This process, told from any other that has its number later."""
    return f"{os.getpid()} {_started(os.getpid())}"


def is_alive(holder: str) -> bool:
    process, _, started = holder.partition(" ")
    return _started(int(process)) == started


def _started(process: int) -> str:
    """When a process started, in ticks of its machine (proc(5), field 22 of stat); "never" for none."""
    try:
        text = Path(f"/proc/{process}/stat").read_text(encoding="latin-1")
    except OSError:
        return "never"
    state, *fields = text.rpartition(")")[2].split()
    return "never" if state in {"Z", "X"} else fields[18]
