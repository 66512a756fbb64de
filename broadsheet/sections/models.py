"""Every model of this room, where Django looks for it."""

from broadsheet.sections.breaking import BreakingNews
from broadsheet.sections.front import FrontPage
from broadsheet.sections.masthead import Masthead
from broadsheet.sections.placement import Placement
from broadsheet.sections.section import Section
from broadsheet.sections.standing import StandingPage

__all__ = ["BreakingNews", "FrontPage", "Masthead", "Placement", "Section", "StandingPage"]
