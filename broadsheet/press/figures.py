"""A front's figures, in Prometheus's text format, summed up from every front of the machine."""

import os
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_FRESH_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: `kind` is counter or gauge, `labels` are written as they are."""

    name: str
    kind: str
    meaning: str
    value: float
    labels: str = ""


def write_figures(figures: Iterable[Figure], process: int | str) -> str:
    """Lines of `name{labels,process="…"} value`, each name explained where it first stands."""
    lines, explained = [], set()
    for figure in sorted(figures, key=lambda figure: figure.name):
        if figure.name not in explained:
            explained.add(figure.name)
            lines += [f"# HELP {figure.name} {figure.meaning}", f"# TYPE {figure.name} {figure.kind}"]
        labels = ",".join(part for part in (figure.labels, f'process="{process}"') if part)
        lines.append(f"{figure.name}{{{labels}}} {figure.value:g}")
    return "\n".join(lines) + "\n"


def merge_figures(texts: Iterable[str]) -> str:
    """Several processes' figures as one text, in which each name is explained once and its lines stand together."""
    explanations: dict[str, list[str]] = {}
    lines: dict[str, list[str]] = {}
    for text in texts:
        for line in text.splitlines():
            if line.startswith("# "):
                name = line.split(" ", 3)[2]
                known = explanations.setdefault(name, [])
                if line not in known:
                    known.append(line)
            elif line:
                lines.setdefault(line.partition("{")[0], []).append(line)
    return "".join("\n".join([*explanations.get(name, []), *lines[name]]) + "\n" for name in sorted(lines))


def leave_word(run: Path, name: str, text: str) -> None:
    """Leave a text for the newspaper's other processes, whole or not at all; a full disk makes it not at all."""
    part = run / f".{name}.{os.getpid()}"
    try:
        run.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8")
        part.replace(run / name)
    except OSError:
        part.unlink(missing_ok=True)


def read_word(run: Path, pattern: str, *, now: float | None = None) -> dict[str, str]:
    """What other processes left lately, by file name; what a dead one left is not read."""
    oldest = (time.time() if now is None else now) - _FRESH_SECONDS
    words = {}
    for path in sorted(run.glob(pattern)):
        try:
            if path.stat().st_mtime >= oldest:
                words[path.name] = path.read_text(encoding="utf-8")
        except OSError:
            continue
    return words


def resident_bytes() -> int:
    """Memory that this process holds."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGESIZE")
