"""The album: every picture of the edition with its words, and how each is drawn."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from broadsheet.demo.art.figures import Look
from broadsheet.demo.art.palettes import PALETTES
from broadsheet.demo.art.scenes import SCENES
from broadsheet.demo.art.scenes.portraits import logo, portrait
from broadsheet.demo.art.sheet import Sheet

LANDSCAPE, PORTRAIT, SQUARE = (1600, 1067), (1067, 1400), (900, 900)
QUALITY = 90  # of a JPEG; it is encoded once more on its way into the library


@dataclass(frozen=True)
class Picture:
    """One picture: what it shows, what is said of it, and until when it may be printed."""

    name: str
    scene: str
    palette: str
    size: tuple[int, int]
    alt: str
    caption: str
    credit: str
    rights: str
    rights_end_in_days: int | None = None
    look: Look | None = None
    backdrop: str = ""

    def draw(self) -> bytes:
        """The picture as a JPEG; the same bytes every time."""
        sheet = Sheet(self.name, PALETTES[self.palette], self.size)
        if self.look:
            portrait(sheet, self.look, self.backdrop)
        elif self.scene == "logo":
            logo(sheet)
        else:
            SCENES[self.scene](sheet)
        file = BytesIO()
        sheet.print().save(file, "JPEG", quality=QUALITY)
        return file.getvalue()


def read_album(folder: Path) -> list[Picture]:
    """Every picture of the stories; a file is named after its palette and begins with its usual credit and rights."""
    pictures = []
    for path in sorted(folder.glob("*.toml")):
        page = tomllib.loads(path.read_text(encoding="utf-8"))
        usual = {name: value for name, value in page.items() if isinstance(value, str)}
        entries = {name: value for name, value in page.items() if isinstance(value, dict)}
        pictures += [_picture(name, {**usual, **entry}, path.stem) for name, entry in entries.items()]
    return pictures


def portrait_of(name: str, slug: str, look: Mapping[str, Any], backdrop: str) -> Picture:
    """A contributor's portrait, as their page shows it."""
    looks: dict[str, Any] = {
        key: tuple(value.items()) if isinstance(value, dict) else value for key, value in look.items()
    }
    return Picture(
        name=f"portrait-{slug}",
        scene="",
        palette="debate" if backdrop == "warm" else "world",
        size=SQUARE,
        alt=f"Portrait of {name}, a print in four colours.",
        caption="",
        credit="Illustration: The Lantern",
        rights="Staff picture",
        look=Look(**looks),
        backdrop=backdrop,
    )


def the_logo() -> Picture:
    words = "A red and white lighthouse at night, its lamp lit."
    return Picture("logo", "logo", "night", SQUARE, words, "", "Illustration: The Lantern", "Staff picture")


def _picture(name: str, entry: Mapping[str, Any], palette: str) -> Picture:
    return Picture(
        name=name,
        scene=entry.get("scene", name.replace("-", "_")),
        palette=entry.get("palette", palette),
        size=PORTRAIT if entry.get("portrait") else LANDSCAPE,
        alt=entry["alt"],
        caption=entry["caption"],
        credit=entry["credit"],
        rights=entry["rights"],
        rights_end_in_days=entry.get("rights_end_in_days"),
    )
