"""Every model of this room, where Django looks for it."""

from broadsheet.wires.arrival import Arrival

__all__ = ["Arrival"]
