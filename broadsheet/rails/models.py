"""Every model of this room, where Django looks for it."""

from broadsheet.rails.must_read import MustRead
from broadsheet.rails.settings import RailSettings
from broadsheet.rails.steering import Steer

__all__ = ["MustRead", "RailSettings", "Steer"]
