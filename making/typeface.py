"""Makes the newspaper's typeface from the npm package: `make typeface`, needed only when the choice of letters changes.

Newsreader (Production Type, SIL Open Font Licence) comes as one family with two axes, weight and optical size. The
whole of it weighs 290 KB; a reader gets the letters that a page uses, cut into four files that a browser fetches only
when it meets a letter of theirs.
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ASCII = [chr(code) for code in range(0x20, 0x7F)]
PUNCTUATION = list(" ©§«»°·×–—‘’“”…•‹›′″€£¥−")  # opens with the no-break space
LATIN = [chr(code) for code in [*range(0xA1, 0x180), *range(0x218, 0x21C), *range(0x1E80, 0x1E86)]]


@dataclass(frozen=True)
class Cut:
    """One file of the typeface: where it comes from, which letters it keeps and how far its axes reach."""

    name: str
    source: str
    letters: list[str]
    axes: dict[str, float | tuple[float, float]]


UPRIGHT = {"wght": (400.0, 600.0), "opsz": (18.0, 72.0)}
SLANTED = {"wght": 400.0, "opsz": 18.0}
CUTS = [
    Cut("newsreader", "newsreader-latin-opsz-normal.woff2", [*ASCII, *PUNCTUATION], dict(UPRIGHT)),
    Cut("newsreader-latin", "newsreader-latin-opsz-normal.woff2", LATIN, dict(UPRIGHT)),
    Cut("newsreader-latin-more", "newsreader-latin-ext-opsz-normal.woff2", LATIN, dict(UPRIGHT)),
    Cut("newsreader-italic", "newsreader-latin-opsz-italic.woff2", [*ASCII, *PUNCTUATION], dict(SLANTED)),
]


def freeze_spacing(font: TTFont) -> None:
    """Keeps the kerning of the text size for every size: a seventh of the file for a difference of half a unit."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            for record in _values(table):
                for device in ("XPlaDevice", "YPlaDevice", "XAdvDevice", "YAdvDevice"):
                    if hasattr(record, device):
                        delattr(record, device)
            for format_name in ("ValueFormat1", "ValueFormat2", "ValueFormat"):
                if hasattr(table, format_name):
                    setattr(table, format_name, getattr(table, format_name) & 0x000F)
    definitions = font["GDEF"].table
    if getattr(definitions, "VarStore", None) is not None:
        definitions.VarStore = None
        definitions.Version = 0x00010002


def cut(source: Path, target: Path, plan: Cut) -> int:
    """Writes one file; returns its size in bytes. Raises FileNotFoundError if the package is not unpacked."""
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options(hinting=False, glyph_names=False, notdef_outline=True)
    options.layout_features = ["kern", "tnum", "lnum"]
    options.name_IDs = [0, 1, 2, 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(plan.letters))
    subsetter.subset(font)
    font = instancer.instantiateVariableFont(font, plan.axes)
    if "GPOS" in font and "GDEF" in font:
        freeze_spacing(font)
    font.flavor = "woff2"
    font.save(target)
    return target.stat().st_size


def _values(table: object) -> Iterable[object]:
    if hasattr(table, "ExtSubTable"):
        table = table.ExtSubTable
    for pair_set in getattr(table, "PairSet", []):
        for record in pair_set.PairValueRecord:
            yield from (value for value in (record.Value1, record.Value2) if value)
    for first in getattr(table, "Class1Record", []):
        for second in first.Class2Record:
            yield from (value for value in (second.Value1, second.Value2) if value)


def main(package: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for plan in CUTS:
        size = cut(package / "files" / plan.source, folder / f"{plan.name}.woff2", plan)
        print(f"{plan.name}.woff2: {size / 1000:.1f} kB")
    (folder / "LICENCE").write_bytes((package / "LICENSE").read_bytes())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
