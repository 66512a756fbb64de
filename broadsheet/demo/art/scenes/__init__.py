"""Every scene by its name: the public functions of these modules, each of which fills a sheet."""

import inspect
from collections.abc import Callable

from broadsheet.demo.art.scenes import (
    abroad,
    bridge,
    city,
    contests,
    debate,
    evenings,
    harbour,
    kitchen,
    outdoors,
    soundings,
    stadium,
    trade,
    treaty,
    volcano,
)
from broadsheet.demo.art.sheet import Sheet

MODULES = [
    abroad, bridge, city, contests, debate, evenings, harbour, kitchen, outdoors, soundings, stadium, trade,
    treaty, volcano,
]  # fmt: skip

SCENES: dict[str, Callable[[Sheet], None]] = {
    name: draw
    for module in MODULES
    for name, draw in inspect.getmembers(module, inspect.isfunction)
    if draw.__module__ == module.__name__ and not name.startswith("_")
}
