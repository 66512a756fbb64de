"""Takes up a release: when templates or code changed, every page is printed again and the apology is printed anew."""

import hashlib
import logging
import time
from collections.abc import Iterator
from pathlib import Path

from django.template import engines

import broadsheet
from broadsheet.options import Options
from broadsheet.press.keys import SITE
from broadsheet.press.plate import Plate
from broadsheet.press.reception import APOLOGY
from broadsheet.press.store import Store, StoreUnavailableError
from broadsheet.processes.places import store_file
from broadsheet.web.errors import maintenance_page

STANDING = "release"
_READ = {".py", ".html", ".txt", ".mo", ".toml"}
log = logging.getLogger(__name__)


def take_up_release(options: Options) -> bool:
    """Purge every page softly if this is another release than the last; gives whether it is.

    A store that cannot be used is no reason not to start: the next start compares again.
    """
    release = digest_of_release(options)
    store = Store(store_file(options))
    try:
        if store.standing(STANDING) == release:
            return False
        for language in ("", *options.names("languages")):
            store.press(_apology(language, language or options.text("language")), began=store.newest_purge())
        store.purge([SITE], hard=False)
        store.put_standing(STANDING, release)
    except StoreUnavailableError as error:
        log.warning("Pages of the last release may be shown until they change: %s", error)
        return False
    finally:
        store.close()
    return True


def digest_of_release(options: Options) -> bytes:
    """A digest of everything that a page is made with: code, templates, translations, options, static files' names."""
    digest = hashlib.sha256(repr(sorted(options.values.items())).encode())
    for path in _sources(options):
        digest.update(f"{path.name} {path.stat().st_size} ".encode() + path.read_bytes())
    return digest.hexdigest().encode()


def _sources(options: Options) -> Iterator[Path]:
    folders = {Path(broadsheet.__file__).parent, options.paper / "templates"}
    folders |= {Path(folder) for engine in engines.all() for folder in engine.template_dirs}
    folders |= {options.paper / name.partition(".")[0] for name in options.names("apps")}
    files = {path for folder in folders for path in folder.rglob("*") if path.suffix in _READ and path.is_file()}
    manifest = options.state / "static" / "staticfiles.json"
    yield from sorted(path for path in files if options.state not in path.parents)
    if manifest.is_file():
        yield manifest


def _apology(name: str, language: str) -> Plate:
    return Plate(
        address=APOLOGY + name,
        status=503,
        headers=(),
        body=maintenance_page(language).encode(),
        keys=frozenset(),
        facts=None,
        printed=time.time(),
    )
