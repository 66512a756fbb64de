"""Content codings: which one a browser gets, and how a body is put into it."""

from collections.abc import Callable, Mapping

import brotli
import zstandard
from isal import isal_zlib

SMALLEST = 512
"""Bytes. Below, a coding saves less than a packet."""

type Coding = str


def _zstd(body: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=3).compress(body)


def _brotli(body: bytes) -> bytes:
    return brotli.compress(body, mode=brotli.MODE_TEXT, quality=5)


def _gzip(body: bytes) -> bytes:
    packer = isal_zlib.compressobj(isal_zlib.ISAL_BEST_COMPRESSION, isal_zlib.DEFLATED, 16 + isal_zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


CODINGS: Mapping[Coding, Callable[[bytes], bytes]] = {"zstd": _zstd, "br": _brotli, "gzip": _gzip}
"""In the order of preference when a browser takes several equally: what costs the front least comes first."""

PLAIN: Coding = "identity"


def choose_coding(accepted: bytes | None) -> Coding:
    """The best coding that an Accept-Encoding header (RFC 9110 §12.5.3) takes; without one, none."""
    if not accepted:
        return PLAIN
    weights = dict(_weights(accepted.decode("latin-1").lower()))
    best, best_weight = PLAIN, 0.0
    for coding in CODINGS:
        weight = weights.get(coding, weights.get("*", 0.0))
        if weight > best_weight:
            best, best_weight = coding, weight
    return best if best_weight >= weights.get(PLAIN, 0.0) else PLAIN


def encode(body: bytes, coding: Coding) -> bytes:
    return body if coding == PLAIN else CODINGS[coding](body)


def _weights(accepted: str) -> list[tuple[str, float]]:
    weights = []
    for part in accepted.split(","):
        name, _, parameter = part.partition(";")
        value = parameter.strip().removeprefix("q=")
        try:
            weights.append((name.strip(), float(value) if parameter else 1.0))
        except ValueError:
            continue
    return weights
