"""Stories that stood at the top elsewhere are placed at the top of the front page."""

from collections.abc import Sequence

from broadsheet.sections.models import FrontPage, Placement
from broadsheet.stories.models import Story


def place_on_front(front: FrontPage, stories: Sequence[Story]) -> None:
    """Places the stories behind those that editors placed; a version that editors are still working on stays theirs."""
    if not stories:
        return
    being_edited = front.has_unpublished_changes
    version = front.get_latest_revision_as_object() if front.latest_revision_id else front
    version.placements.add(*(Placement(story=story) for story in stories))
    revision = version.save_revision()
    if not being_edited:
        revision.publish()
