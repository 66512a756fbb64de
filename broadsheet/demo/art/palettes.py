"""One palette a section, on the same paper, so that a page of pictures looks like one newspaper."""

from broadsheet.demo.art.sheet import Palette

PAPER = "#fbf5e9"

PALETTES = {
    "world": Palette(PAPER, light="#ffd9a8", warm="#f0654a", cool="#2f7fb5", key="#18294a"),
    "asia": Palette(PAPER, light="#ffd28a", warm="#e5432f", cool="#2286a3", key="#1b2440"),
    "business": Palette(PAPER, light="#f9d27c", warm="#ee8434", cool="#1f7a74", key="#10302f"),
    "sports": Palette(PAPER, light="#ffe066", warm="#f2545b", cool="#2a9d6a", key="#1a2b52"),
    "lifestyle": Palette(PAPER, light="#fbd5a0", warm="#e8637a", cool="#5f9e8f", key="#3a2145"),
    "debate": Palette(PAPER, light="#f5dfb8", warm="#d9402f", cool="#7d8fa3", key="#1f1d24"),
    "night": Palette(PAPER, light="#ffd166", warm="#f26b4e", cool="#28609a", key="#0f1a3a"),
}
