"""The press on a full disk, with a clock that jumps, and under readers who never finish their requests."""

import os
import shutil
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from broadsheet.press.store import Store
from broadsheet.press.tests.printing_house import House, Printed

NEEDS = {"slowhttptest": "slowhttptest", "faketime": "faketime", "mount": "mount"}
SLOW_SECONDS = 12
SLOW_CONNECTIONS = 400


def main() -> None:
    """Raises AssertionError if a pressed page was not served through any of it."""
    for trouble in (fill_the_disk, jump_the_clock, stall_the_readers):
        print(f"   {trouble.__name__.replace('_', ' ')}: {trouble()}", flush=True)


def fill_the_disk() -> str:
    """The press's file lies on a disk that fills up: pages go on from memory, purges wait for room."""
    with tempfile.TemporaryDirectory(prefix="drill-disk-") as folder:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder], check=True)
        try:
            return _on_a_small_disk(Path(folder))
        finally:
            subprocess.run(["umount", "--lazy", folder], check=True)


def _on_a_small_disk(folder: Path) -> str:
    with opened(House(PRINTING_STORE=str(folder / "press.sqlite3"))) as house:
        ballast = folder / "ballast"
        house.wait_until(lambda: (folder / "press.sqlite3").exists(), "the press's file is there")
        with ballast.open("wb", buffering=0) as filling, suppress(OSError):
            while True:
                filling.write(bytes(4096))
        pages = [f"/{number}/" for number in range(60)]
        for path in pages:
            house.newsroom.pages[path] = Printed(os.urandom(30_000).hex().encode(), keys=f"story-{path[1:-1]} site")
        seen = [house.get(path).status for path in pages + pages]
        assert seen == [200] * 120, f"readers saw {set(seen)}"
        assert sum(house.newsroom.renders.values()) == len(pages), "a page was rendered twice"
        kept = Store(folder / "press.sqlite3")
        stored = kept.count_plates()
        assert stored < len(pages), "the disk never was full"
        ballast.unlink()
        house.wait_until(lambda: _is_kept(house, kept), "pages are kept again once there is room")
        kept.close()
        return f"{len(pages)} pages served, {stored} had room on the disk"


def _is_kept(house: House, store: Store) -> bool:
    path = f"/after-{time.monotonic_ns()}/"
    house.newsroom.pages[path] = Printed(b"small")
    house.get(path)
    return store.plate(path) is not None


def jump_the_clock() -> str:
    """The machine's clock jumps an hour ahead and back: pages are served, none for ever, purges are obeyed."""
    library = next(Path("/usr/lib").rglob("libfaketimeMT.so.1"))
    with tempfile.NamedTemporaryFile("w", prefix="drill-clock-") as shift:
        Path(shift.name).write_text("+0", encoding="ascii")
        clock = {"LD_PRELOAD": str(library), "FAKETIME_TIMESTAMP_FILE": shift.name, "FAKETIME_NO_CACHE": "1"}
        with opened(House(**clock, FAKETIME_DONT_FAKE_MONOTONIC="1")) as house:
            house.newsroom.pages["/a/"] = Printed(b"first")
            assert house.get("/a/").body == b"first"
            for jump, text in (("+3600", b"second"), ("-3600", b"third"), ("+0", b"fourth")):
                Path(shift.name).write_text(jump, encoding="ascii")
                assert house.get("/a/").status == 200
                house.newsroom.pages["/a/"] = Printed(text)
                house.store.purge(["story-1"], hard=True)
                house.wait_until(lambda text=text: house.get("/a/").body == text, f"the purge after {jump}")
    return "three jumps, each purge obeyed"


def stall_the_readers() -> str:
    """Hundreds of connections that send a header every few seconds, and others a body: readers are not kept waiting."""
    with opened(House()) as house:
        house.newsroom.pages["/a/"] = Printed(b"news")
        house.get("/a/")
        command = ["slowhttptest", "-c", str(SLOW_CONNECTIONS), "-r", "200", "-i", "2", "-l", str(SLOW_SECONDS)]
        address = f"http://127.0.0.1:{house.port}"
        attacks = [
            subprocess.Popen([*command, mode, "-u", address + path], stdout=subprocess.DEVNULL)
            for mode, path in (("-H", "/a/"), ("-B", "/desk/upload/"))
        ]
        slowest, asked = 0.0, 0
        while any(attack.poll() is None for attack in attacks):
            began = time.perf_counter()
            assert house.get("/a/").body == b"news"
            slowest, asked = max(slowest, time.perf_counter() - began), asked + 1
            time.sleep(0.02)
        reached = [asked for asked in house.newsroom.asked_under("/desk/upload/") if asked[0] == "POST"]
        assert reached == [], "an unfinished body took a thread of the newsroom's"
        return (
            f"{asked} pages read beside {2 * SLOW_CONNECTIONS} stalled connections, at most {slowest * 1e3:.0f} ms each"
        )


class opened:  # noqa: N801 (reads as a verb where it is used)
    """Opens a printing house, and closes it however it ends."""

    def __init__(self, house: House) -> None:
        self.house = house

    def __enter__(self) -> House:
        self.house.open()
        return self.house

    def __exit__(self, *_: object) -> None:
        self.house.close()
        shutil.rmtree(self.house.folder, ignore_errors=True)
