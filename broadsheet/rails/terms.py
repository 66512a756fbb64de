"""Terms: the one- and two-word terms of a text, in any language, as numbered buckets with weights.

No language has a list of stop words here: what is too common is left out by its count. Words of scripts that write
without spaces or glue endings on (Korean, Japanese, Chinese, Thai) become pairs of characters, which match across them.
"""

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from math import log

BUCKETS = 1 << 22
"""Terms are hashed into so many buckets: no dictionary grows with the archive, and two terms rarely share one."""

TITLE, STANDFIRST, BODY = 2, 1, 1
"""How often a word of each part counts."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_PAIRED = re.compile("[\u0e00-\u0e7f\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af]")


def weigh_terms(title: str, standfirst: str, body: str) -> dict[int, float]:
    """Buckets with 1 + log(count), the sublinear term frequency."""
    counts: Counter[int] = Counter()
    for text, weight in ((title, TITLE), (standfirst, STANDFIRST), (body, BODY)):
        for bucket, count in Counter(_buckets(text)).items():
            counts[bucket] += weight * count
    return {bucket: 1 + log(count) for bucket, count in counts.items()}


def split_terms(text: str) -> Iterator[str]:
    """Words, pairs of neighbouring words, and pairs of characters of words in scripts that need them."""
    words = _WORD.findall(text.casefold())
    before = ""
    for word in words:
        if _PAIRED.search(word):
            yield from _pairs(word)
        elif len(word) > 1:
            yield word
        if before:
            yield f"{before} {word}"
        before = word


def _pairs(word: str) -> Iterable[str]:
    return [word] if len(word) < 2 else [word[index : index + 2] for index in range(len(word) - 1)]


def _buckets(text: str) -> Iterator[int]:
    for term in split_terms(text):
        yield zlib.crc32(term.encode()) % BUCKETS
