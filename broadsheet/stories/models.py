"""Every model of this room, where Django looks for it."""

from broadsheet.stories.byline import Byline
from broadsheet.stories.contributor import Contributor
from broadsheet.stories.correction import Correction
from broadsheet.stories.error_report import ErrorReport
from broadsheet.stories.photo import Photo, Rendition
from broadsheet.stories.story import Story
from broadsheet.stories.topic import StoryTopic, Topic

__all__ = ["Byline", "Contributor", "Correction", "ErrorReport", "Photo", "Rendition", "Story", "StoryTopic", "Topic"]
