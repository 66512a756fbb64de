"""Who a visitor is for one day and nobody afterwards: keys made with a salt that is destroyed at the day's end."""

import contextlib
import hmac
import os
import secrets
import time
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path
from zoneinfo import ZoneInfo

SALT = 32  # bytes
NETWORKS_REMEMBERED = 10_000


def day_of(now: float, zone: ZoneInfo) -> date:
    """The newspaper's date at `now`, seconds since 1970."""
    return datetime.fromtimestamp(now, zone).date()


def day_begins(day: date, zone: ZoneInfo) -> float:
    """When a day begins in the newspaper's zone, seconds since 1970."""
    return datetime(day.year, day.month, day.day, tzinfo=zone).timestamp()


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the newspaper, in milliseconds since 1970."""

    begins: int
    ends: int

    def hour_of(self, at: int) -> int:
        """When the hour in which `at` falls begins, in milliseconds; hours are counted from the day's beginning."""
        return at - (at - self.begins) % 3_600_000


def whole_day(at: int, zone: ZoneInfo) -> Day:
    """The day in which `at` falls, milliseconds since 1970."""
    day = day_of(at / 1000, zone)
    return Day(int(day_begins(day, zone) * 1000), int(day_begins(day + timedelta(days=1), zone) * 1000))


class Salts:
    """The random salt of the day, shared by every front through a file in `folder` that only its owner can read."""

    def __init__(self, folder: Path, zone: ZoneInfo) -> None:
        self._folder = folder
        self._zone = zone
        self._salt = b""
        self._ends = float("-inf")
        self._begins = float("inf")

    def at(self, now: float) -> bytes:
        """The salt of the day in which `now` falls; reads or makes the file once a day."""
        if not self._begins <= now < self._ends:
            day = day_of(now, self._zone)
            self._salt = self._share(self._folder / day.isoformat())
            self._begins = day_begins(day, self._zone)
            self._ends = day_begins(day + timedelta(days=1), self._zone)
        return self._salt

    def destroy_past(self, now: float) -> list[str]:
        """Overwrite and remove every salt of an earlier day; returns the days whose salts are gone."""
        today = day_of(now, self._zone).isoformat()
        if not self._folder.is_dir():
            return []
        for draft in self._folder.glob("~*"):  # left by a front that died while it made a salt
            if draft.stat().st_mtime < time.time() - 60:
                draft.unlink(missing_ok=True)
        past = sorted(path for path in self._folder.iterdir() if path.name < today)
        for path in past:
            with contextlib.suppress(FileNotFoundError):
                with path.open("r+b") as file:
                    file.write(bytes(SALT))
                    file.flush()
                    os.fsync(file.fileno())
                path.unlink()
        return [path.name for path in past]

    def _share(self, path: Path) -> bytes:
        """The salt in the file, made by whichever front comes first: a hard link appears whole or not at all."""
        self._folder.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            draft = self._folder / f"~{secrets.token_hex(8)}"
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            try:
                os.write(descriptor, secrets.token_bytes(SALT))
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
            with contextlib.suppress(FileExistsError):
                os.link(draft, path)
            draft.unlink()
        return path.read_bytes()


class Visitors:
    """Keys of visitors and of their networks, both cut from an HMAC-SHA-256 with the day's salt."""

    def __init__(self, salts: Salts, site: str) -> None:
        self._salts = salts
        self._site = site.encode() + b"\0"
        self._salt = b""
        self._networks: dict[str, int] = {}

    def key(self, address: str, agent: bytes, now: float) -> int:
        """64 bits, signed as SQLite keeps them, that stand for one address and user agent on this site today."""
        salt = self._renew(now)
        digest = hmac.digest(salt, self._site + address.encode() + b"\0" + agent, "sha256")
        return int.from_bytes(digest[:8], signed=True)

    def network(self, address: str, now: float) -> int:
        """32 bits that stand for the address's /24 (IPv4) or /48 (IPv6) today."""
        salt = self._renew(now)
        known = self._networks.get(address)
        if known is None:
            if len(self._networks) >= NETWORKS_REMEMBERED:
                self._networks.clear()
            digest = hmac.digest(salt, b"network\0" + network_of(address).encode(), "sha256")
            known = self._networks[address] = int.from_bytes(digest[:4])
        return known

    def _renew(self, now: float) -> bytes:
        salt = self._salts.at(now)
        if salt is not self._salt:
            self._salt = salt
            self._networks.clear()
        return salt


def network_of(address: str) -> str:
    """The /24 of an IPv4 address, the /48 of an IPv6 one; what is no address (a socket's path) stands for itself."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped:
        parsed = parsed.ipv4_mapped
    kept = 24 if isinstance(parsed, IPv4Address) else 48
    bits = parsed.max_prefixlen - kept
    return f"{int(parsed) >> bits:x}/{kept}"
