"""Packs static files: each text gets its compressed forms beside it, once, as small as they can be."""

import gzip
from pathlib import Path

import brotli
import zstandard

from broadsheet.press.encodings import SMALLEST
from broadsheet.press.files import ENDINGS

PACKED = {".css", ".js", ".mjs", ".svg", ".json", ".txt", ".html", ".xml", ".webmanifest", ".map", ".ico", ".ttf"}


def pack_files(root: Path) -> int:
    """Write what is missing or older than its file under `root`; gives how many files were packed."""
    packed = 0
    for path in sorted(root.rglob("*")):
        if path.suffix.lower() not in PACKED or not path.is_file() or path.stat().st_size < SMALLEST:
            continue
        if all(_is_newer(path.with_name(path.name + ending), path) for ending in ENDINGS.values()):
            continue
        body = path.read_bytes()
        _put(path, ENDINGS["zstd"], zstandard.ZstdCompressor(level=19).compress(body))
        _put(path, ENDINGS["br"], brotli.compress(body, mode=brotli.MODE_TEXT, quality=9))
        _put(path, ENDINGS["gzip"], gzip.compress(body, compresslevel=9, mtime=0))
        packed += 1
    return packed


def _is_newer(form: Path, path: Path) -> bool:
    return form.is_file() and form.stat().st_mtime >= path.stat().st_mtime


def _put(path: Path, ending: str, body: bytes) -> None:
    part = path.with_name(f".{path.name}{ending}.part")
    part.write_bytes(body)
    part.replace(path.with_name(path.name + ending))
