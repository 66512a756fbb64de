"""Where counting lives in a newspaper's state folder, and the pieces of one front put together from its options."""

import hmac
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from broadsheet.options import Options, time_zone
from broadsheet.readership.beacon import Beacon, Scope
from broadsheet.readership.erasure import destroy_salts, erase
from broadsheet.readership.journal import Journal
from broadsheet.readership.ledger import Ledger
from broadsheet.readership.merge import merge
from broadsheet.readership.sieve import Rules
from broadsheet.readership.tallies import tally
from broadsheet.readership.token import Mint
from broadsheet.readership.visitors import Salts, Visitors


def readership_folder(options: Options) -> Path:
    """The folder of the ledger, the fronts' journals and the salts."""
    return options.state / "readership"


def journals_folder(options: Options) -> Path:
    return readership_folder(options) / "journals"


def salts_folder(options: Options) -> Path:
    return readership_folder(options) / "salts"


def open_ledger(options: Options) -> Ledger:
    return Ledger(readership_folder(options))


def token_secret(secret_key: str) -> bytes:
    """The tokens' own secret, so that nothing else that the newspaper signs could pass for a token."""
    return hmac.digest(secret_key.encode(), b"broadsheet.readership.token", "sha256")


def open_beacon(options: Options, mint: Mint, published: Callable[[int], bool]) -> Beacon:
    """A front's receiver of signals. The scope's client is already the reader, whatever proxies stand between."""
    address = options.text("address").rstrip("/")
    rules = Rules(
        mint,
        Visitors(Salts(salts_folder(options), time_zone(options)), urlsplit(address).netloc),
        published,
        origins=frozenset({address.encode()}),
        honour_opt_out=options.flag("honour_opt_out"),
    )
    return Beacon(Journal(journals_folder(options)), rules, _client)


def settle(options: Options) -> int:
    """What the clock does every few seconds: bring the journals into the ledger, and the ledger into the sums."""
    ledger = open_ledger(options)
    try:
        merged = merge(ledger, journals_folder(options), time.time(), time_zone(options))
        tally(ledger, time_zone(options))
    finally:
        ledger.close()
    return merged


def forget(options: Options) -> None:
    """What the clock does every few minutes: destroy past salts, erase keys and what is older than it is kept."""
    destroy_salts(salts_folder(options), time.time(), time_zone(options))
    ledger = open_ledger(options)
    try:
        erase(ledger, time.time(), time_zone(options))
    finally:
        ledger.close()


def _client(scope: Scope) -> str:
    client = scope.get("client") or ("",)
    return str(client[0])
