"""The media folder: finds the file that an old address stood for, and never leaves the folder."""

import os
from collections import defaultdict
from pathlib import Path
from urllib.parse import unquote

from broadsheet.wires.markup.conversion import parts_of


class MediaFolder:
    """The files of a folder by name, read once. Addresses only choose among them: no path is made of an address."""

    def __init__(self, folder: Path | None) -> None:
        self._files: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        self.folder = folder
        if folder is None:
            return
        for place, _folders, names in os.walk(folder, followlinks=False):
            steps = Path(place).relative_to(folder).parts
            for name in names:
                self._files[name.lower()].append((*steps, name))

    def find(self, address: str) -> Path | None:
        """The one file that shares the longest end of its path with the address; None if none does, or several do."""
        wanted = tuple(part.lower() for part in unquote(parts_of(address).path).split("/") if part)
        if not wanted or self.folder is None:
            return None
        found = sorted(((_shared(wanted, steps), steps) for steps in self._files.get(wanted[-1], ())), reverse=True)
        if not found or (len(found) > 1 and found[0][0] == found[1][0]):
            return None
        path = self.folder.joinpath(*found[0][1])
        return path if path.is_file() and not path.is_symlink() else None


def _shared(wanted: tuple[str, ...], steps: tuple[str, ...]) -> int:
    """How many parts at the end are the same."""
    count = 0
    for one, other in zip(reversed(wanted), reversed(steps), strict=False):
        if one != other.lower():
            break
        count += 1
    return count
