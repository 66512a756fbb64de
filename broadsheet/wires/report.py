"""The report: item by item what came in, what changed its shape, what did not come in, and why."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from broadsheet.wires.reasons import Note, Reason


@dataclass(frozen=True)
class Entry:
    """One thing of the source and what became of it."""

    kind: str
    number: str
    name: str
    outcome: str
    old_address: str = ""
    address: str = ""
    notes: Sequence[Note] = ()


@dataclass
class Report:
    """Everything that an import did, in the order of the source."""

    source: str
    file: str
    rehearsal: bool = False
    entries: list[Entry] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)

    def add(self, entry: Entry) -> None:
        self.entries.append(entry)

    def outcomes(self) -> Counter[tuple[str, str]]:
        """How many things of each kind had each outcome."""
        return Counter((entry.kind, entry.outcome) for entry in self.entries)

    def reasons(self) -> Counter[Reason]:
        """How many entries each reason concerns."""
        return Counter(reason for entry in self.entries for reason in {note.reason for note in entry.notes})

    def changed(self) -> int:
        return sum(entry.outcome in {"came in", "brought up to date"} for entry in self.entries)

    def as_text(self) -> str:
        return "\n".join(self._lines()) + "\n"

    def as_json(self) -> str:
        return json.dumps(
            {
                "source": self.source,
                "file": self.file,
                "rehearsal": self.rehearsal,
                "facts": self.facts,
                "outcomes": [
                    {"kind": kind, "outcome": outcome, "count": count}
                    for (kind, outcome), count in sorted(self.outcomes().items())
                ],
                "reasons": {
                    reason.name: {"items": n, "sentence": reason.value} for reason, n in self.reasons_by_number()
                },
                "items": [_entry_values(entry) for entry in self.entries],
            },
            ensure_ascii=False,
            indent=1,
        )

    def write(self, path: Path) -> tuple[Path, Path]:
        """Writes the whole report as text and as JSON beside each other; returns both paths."""
        path.parent.mkdir(parents=True, exist_ok=True)
        text, values = path.with_suffix(".txt"), path.with_suffix(".json")
        text.write_text(self.as_text(), encoding="utf-8")
        values.write_text(self.as_json(), encoding="utf-8")
        return text, values

    def reasons_by_number(self) -> list[tuple[Reason, int]]:
        return sorted(self.reasons().items(), key=lambda pair: (-pair[1], pair[0].name))

    def _lines(self) -> Iterator[str]:
        yield f"Import of {self.file} from {self.source}"
        if self.rehearsal:
            yield "This was a rehearsal: nothing was kept."
        yield ""
        for (kind, outcome), count in sorted(self.outcomes().items()):
            yield f"{count:>7} {kind}: {outcome}"
        for fact in self.facts:
            yield f"        {fact}"
        yield ""
        yield "What changed its shape or stayed outside, and how many items it concerns"
        for reason, count in self.reasons_by_number():
            yield f"{count:>7} {reason.value}"
        yield ""
        yield "Item by item"
        for entry in self.entries:
            yield ""
            yield f"{entry.kind} {entry.number} “{entry.name}”: {entry.outcome}"
            if entry.old_address:
                yield f"    was {entry.old_address}"
            if entry.address:
                yield f"    is  {entry.address}"
            yield from _told(entry.notes)


def _told(notes: Sequence[Note]) -> Iterator[str]:
    """One line a reason, with what it concerns behind it."""
    for reason in dict.fromkeys(note.reason for note in notes):
        of_it = [note for note in notes if note.reason is reason]
        times = [f" (×{note.count})" if note.count > 1 else "" for note in of_it]
        details = ", ".join(f"{note.detail}{often}" for note, often in zip(of_it, times, strict=True)).strip()
        yield f"    - {reason.value}{': ' if of_it[0].detail else ''}{details}"


def _entry_values(entry: Entry) -> dict[str, object]:
    return {
        "kind": entry.kind,
        "number": entry.number,
        "name": entry.name,
        "outcome": entry.outcome,
        "was": entry.old_address,
        "is": entry.address,
        "notes": [
            {"reason": note.reason.name, "sentence": note.reason.value, "detail": note.detail, "count": note.count}
            for note in entry.notes
        ],
    }
