"""Reads a manuscript: a plain text file with a few lines on top and marked blocks below, as a reporter would type it.

headline: Mount Tarui begins to swell
by: Tala Ocampo
published: 22 days ago 12:05

Paragraphs, with **bold**, *italic* and [links](story:asia/tarui-erupts).

## Heading            > A pull quote             - an item             1. a numbered item
Table: caption        > — who said it            [facts] Heading       [gallery] Title
| a | b |             [related] world/slug       [embed] https://… | Title | Caption
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path


class ManuscriptError(ValueError):
    """A manuscript cannot be read; the message names the file and what is wrong."""


@dataclass(frozen=True)
class Block:
    """One marked piece of a body: its kind, the words beside the mark, and the lines under it."""

    kind: str
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Manuscript:
    """What a file says: the lines on top by name (several of one name are kept in order), and the body."""

    name: str
    head: dict[str, tuple[str, ...]]
    body: tuple[Block, ...]

    def one(self, name: str, default: str = "") -> str:
        return self.head.get(name, (default,))[0]

    def several(self, name: str, separator: str) -> list[str]:
        """Every line of this name, cut at the separator."""
        parts = [part.strip() for line in self.head.get(name, ()) for part in line.split(separator)]
        return [part for part in parts if part]


HEAD_LINE = re.compile(r"([a-z ]+): +(\S.*)")
BRACKET = re.compile(r"\[(facts|gallery|related|embed)\] +(\S.*)")
NUMBER = r"\d+\. "


def read_manuscripts(folder: Path) -> list[Manuscript]:
    """Every manuscript under a folder, named by its path without the suffix."""
    paths = sorted(folder.rglob("*.txt"))
    return [
        read_manuscript(path.relative_to(folder).with_suffix("").as_posix(), path.read_text(encoding="utf-8"))
        for path in paths
    ]


def read_manuscript(name: str, text: str) -> Manuscript:
    """Raises ManuscriptError if a line on top is not “name: value”."""
    top, _, below = text.strip().partition("\n\n")
    head: dict[str, tuple[str, ...]] = {}
    for line in top.splitlines():
        found = HEAD_LINE.fullmatch(line.strip())
        if not found:
            raise ManuscriptError(f"{name}: “{line}” is not of the form “name: value”")
        head[found[1]] = (*head.get(found[1], ()), found[2])
    return Manuscript(name, head, tuple(_join_paragraphs(_block(chunk) for chunk in _chunks(below))))


def _chunks(text: str) -> Iterator[list[str]]:
    """Lines between empty ones; what stands between fences is one chunk with its empty lines."""
    chunk: list[str] = []
    fenced = False
    for line in [*text.splitlines(), ""]:
        if line.startswith("```"):
            fenced = not fenced
        alone = line.startswith(("[related] ", "[embed] "))
        if alone and chunk and not fenced:
            yield chunk
            chunk = []
        if line.strip() or fenced:
            chunk.append(line.rstrip())
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _block(lines: list[str]) -> Block:
    first = lines[0]
    if found := BRACKET.fullmatch(first):
        return Block(found[1], found[2], tuple(lines[1:]))
    for mark, read in MARKS:
        if re.match(mark, first):
            return read(lines)
    return Block("text", "", (" ".join(lines),))


def _quote(lines: list[str]) -> Block:
    said = [line.removeprefix("> ") for line in lines]
    by = next((line.removeprefix("— ") for line in said if line.startswith("— ")), "")
    return Block("pull_quote", by, tuple(line for line in said if not line.startswith("— ")))


MARKS: list[tuple[str, Callable[[list[str]], Block]]] = [
    ("```", lambda lines: Block("code", lines[0][3:].strip(), tuple(lines[1:-1]))),
    ("## ", lambda lines: Block("heading", lines[0][3:], ())),
    ("> ", _quote),
    ("Table: ", lambda lines: Block("table", lines[0].removeprefix("Table: "), tuple(lines[1:]))),
    ("- ", lambda lines: Block("items", "", tuple(line.removeprefix("- ") for line in lines))),
    (NUMBER, lambda lines: Block("numbered", "", tuple(re.sub(NUMBER, "", line, count=1) for line in lines))),
]


def _join_paragraphs(blocks: Iterator[Block]) -> Iterator[Block]:
    """Paragraphs that follow each other are one block."""
    waiting: tuple[str, ...] = ()
    for block in blocks:
        if block.kind == "text":
            waiting += block.lines
            continue
        if waiting:
            yield Block("text", "", waiting)
            waiting = ()
        yield block
    if waiting:
        yield Block("text", "", waiting)
