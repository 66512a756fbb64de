"""The front page as its template wants it: lead, secondaries, briefs and a block a section, each story once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db.models import F, Q, Window
from django.db.models.functions import RowNumber, Substr
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page

from broadsheet.sections.arrangement import BLOCK, BRIEFS, LATEST, SECONDARIES, arrange
from broadsheet.sections.models import FrontPage, Placement
from broadsheet.stories.models import Story
from broadsheet.web.edition import edition_of
from broadsheet.web.imprint import Imprint, imprint_of
from broadsheet.web.teasers import OPINION, opening, teasers

PER_SECTION = 1 + SECONDARIES + LATEST + BRIEFS + BLOCK


@dataclass(frozen=True)
class Block:
    """One section's part of the front."""

    section: Page
    lead: Story
    others: Sequence[Story]

    @property
    def is_opinion(self) -> bool:
        """Whether the block prints arguments, which a reader must be able to tell from reports."""
        return all(story.form in OPINION for story in [self.lead, *self.others])


@dataclass(frozen=True)
class FrontSheet:
    """The stories of the front page, each ready to print."""

    lead: Story | None
    opening: str
    secondaries: Sequence[Story]
    latest: Sequence[Story]
    briefs: Sequence[Story]
    blocks: Sequence[Block]


def chosen_for(page: Page, imprint: Imprint) -> list[int]:
    """The ids of the stories that editors placed on a front or section, in their order, as far as still in force."""
    in_force = Q(ends_at=None) | Q(ends_at__gt=timezone.now())
    placed = Placement.objects.filter(in_force, front=page, story__in=Story.objects.published().order_by()).order_by(
        "sort_order"
    )
    rows = list(placed.values_list("story_id", "ends_at"))
    for _story, ends_at in rows:
        imprint.expire(ends_at)
    return [story for story, _ends_at in rows]


def midnight_after(now: datetime) -> datetime:
    """When the date over the front page is over, in the zone of `now`."""
    return timezone.make_aware(datetime.combine(now.date() + timedelta(days=1), time.min), now.tzinfo)


def compose_front(page: FrontPage, request: HttpRequest) -> FrontSheet:
    edition = edition_of(request)
    imprint = imprint_of(request)
    depth = len(page.path) + Page.steplen
    rank = Window(
        RowNumber(), partition_by=Substr("path", 1, depth), order_by=[F("first_published_at").desc(), F("pk").desc()]
    )
    newest = Story.objects.descendant_of(page).published().annotate(rank=rank).filter(rank__lte=PER_SECTION)
    rows = list(newest.values_list("pk", "path"))
    by_section = {
        section.pk: [pk for pk, path in rows if path.startswith(section.path)] for section in edition.sections
    }
    newest_ids = [pk for pk, _path in rows]
    plan = arrange(chosen_for(page, imprint), newest_ids, by_section)
    stories = teasers(plan.stories)
    imprint.show(page)
    imprint.list_what_is_in(page)
    imprint.expire(midnight_after(timezone.localtime()))
    imprint.show_sections(edition.sections)
    imprint.show_all(stories[pk] for pk in plan.stories if pk in stories)
    blocks = []
    for section in edition.sections:
        here = [stories[pk] for pk in plan.blocks.get(section.pk, []) if pk in stories]
        if here:
            blocks.append(Block(section, here[0], here[1:]))
    lead = stories.get(plan.lead or 0)
    return FrontSheet(
        lead=lead,
        opening=opening(lead) if lead else "",
        secondaries=[stories[pk] for pk in plan.secondaries if pk in stories],
        latest=[stories[pk] for pk in plan.latest if pk in stories],
        briefs=[stories[pk] for pk in plan.briefs if pk in stories],
        blocks=blocks,
    )
