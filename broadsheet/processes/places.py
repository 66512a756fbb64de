"""Where the newspaper's processes find each other: sockets, signs of life, the press's file."""

import ctypes
import hashlib
import os
import signal
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from broadsheet.options import Options
from broadsheet.press.figures import leave_word

_LONGEST_SOCKET_NAME = 100
_SIGN_SECONDS = 2.0
_PR_SET_PDEATHSIG = 1


def count_fronts(options: Options) -> int:
    """How many fronts serve readers: the option, or one for each core that this process may use."""
    return options.number("workers") or len(os.sched_getaffinity(0))


def run_folder(options: Options) -> Path:
    return options.state / "run"


def store_file(options: Options) -> Path:
    return options.state / "press.sqlite3"


def newsroom_socket(options: Options) -> Path:
    """The newsroom's socket; Linux cuts a socket's name at 108 bytes, so a deep folder's socket lies elsewhere."""
    path = run_folder(options) / "newsroom.socket"
    if len(str(path)) <= _LONGEST_SOCKET_NAME:
        return path
    name = hashlib.sha256(str(path).encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"broadsheet-{name}.socket"


def give_signs_of_life(options: Options, name: str, is_well: Callable[[], bool] = lambda: True) -> None:
    """Leave a fresh `name.alive` every two seconds, from a thread, as long as the process lives and is well."""

    def run() -> None:
        while True:
            if is_well():
                leave_word(run_folder(options), f"{name}.alive", "")
            time.sleep(_SIGN_SECONDS)

    threading.Thread(target=run, name="signs of life", daemon=True).start()


def die_with_parent() -> None:
    """Have the kernel end this process when its parent ends, however that ends; without Linux, nothing."""
    try:
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    except (OSError, AttributeError):
        return
