"""A manuscript becomes a story or a standing page, once; what was edited here since is never overwritten."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from wagtail.models import Page, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from broadsheet.sections.models import StandingPage
from broadsheet.stories.models import Byline, Story, StoryTopic, Topic
from broadsheet.wires.arrival import Arrival
from broadsheet.wires.intake.arrivals import Kind, find_arrival, write_arrival
from broadsheet.wires.intake.edition import Edition
from broadsheet.wires.intake.people import contributor_of, topics_of
from broadsheet.wires.intake.pictures import Pictures
from broadsheet.wires.intake.placing import Sections, free_slug
from broadsheet.wires.intake.redirects import lead
from broadsheet.wires.intake.typesetting import as_body, set_body
from broadsheet.wires.manuscript import Manuscript, State
from broadsheet.wires.reasons import Notes, Reason

type Written = Story | StandingPage


class Outcome(StrEnum):
    """What became of one thing of the source."""

    NEW = "came in"
    UPDATED = "brought up to date"
    UNCHANGED = "unchanged"
    KEPT = "kept as edited here"
    LEFT_OUT = "left out"


@dataclass
class Intake:
    """Everything that taking in manuscripts of one source needs, and what it has done so far.

    `lists` are the section or topic that stories of an old list went to, by the list's old path.
    """

    edition: Edition
    sections: Sections
    pictures: Pictures
    lists: dict[str, Page | Topic] = field(default_factory=dict)
    placed: list[Story] = field(default_factory=list)
    redirects: int = 0

    def take(self, manuscript: Manuscript, notes: Notes) -> tuple[Outcome, Page | None]:
        """Writes the manuscript into the newspaper; what happened on the way is added to `notes`."""
        digest = self._digest(manuscript)
        self.pictures.wanted.update(picture.number for picture in manuscript.pictures())
        arrival = find_arrival(self.edition, Kind.PAGE, manuscript.number)
        if arrival is None:
            return Outcome.NEW, self._write(manuscript, None, digest, notes)
        page = Page.objects.filter(pk=arrival.became).specific().first()
        if page is None:
            notes.add(Reason.REMOVED_HERE)
            return Outcome.LEFT_OUT, None
        if arrival.digest == digest:
            return Outcome.UNCHANGED, page
        if _edited_here(page, arrival):
            notes.add(Reason.EDITED_HERE)
            return Outcome.KEPT, page
        return Outcome.UPDATED, self._write(manuscript, page, digest, notes)

    def _write(self, manuscript: Manuscript, page: Written | None, digest: str, notes: Notes) -> Written:
        """Wagtail's index of references is written once, after all the saving, instead of at every save."""
        with disable_reference_index_auto_update():
            written = self._save(manuscript, page, digest, notes)
        ReferenceIndex.create_or_update_for_object(written)
        return written

    def _save(self, manuscript: Manuscript, page: Written | None, digest: str, notes: Notes) -> Written:
        parent = page.get_parent().specific if page else self._parent(manuscript, notes)
        written = page or (StandingPage() if manuscript.is_page else Story())
        self._fill(written, manuscript, notes)
        if page is None:
            written.locale = self.edition.front.locale
            written.live = False
            written.slug = free_slug(parent, manuscript.slug)
            if written.slug != manuscript.slug:
                notes.add(Reason.SLUG_CHANGED, f"{manuscript.slug} → {written.slug}")
            parent.add_child(instance=written)
        else:
            written.save()
        self._publish(written, manuscript)
        write_arrival(
            self.edition,
            Kind.PAGE,
            manuscript.number,
            written.pk,
            digest=digest,
            revision=written.latest_revision_id,
            was_live=written.live,
        )
        self._lead_here(manuscript, written, notes)
        if page is None and manuscript.placed and isinstance(written, Story):
            notes.add(Reason.STICKY)
            self.placed.append(written)
        return written

    def _parent(self, manuscript: Manuscript, notes: Notes) -> Page:
        if not manuscript.is_page:
            section, category = self.sections.choose(manuscript.sections)
            if category is None:
                notes.add(Reason.DEFAULT_SECTION, section.title)
            return section
        if manuscript.parent:
            arrival = find_arrival(self.edition, Kind.PAGE, manuscript.parent)
            above = StandingPage.objects.filter(pk=arrival.became).first() if arrival else None
            if above is not None:
                return above
            notes.add(Reason.PARENT_MISSING, manuscript.parent)
        return self.edition.front

    def _fill(self, page: Written, manuscript: Manuscript, notes: Notes) -> None:
        page.title = page.draft_title = manuscript.title
        page.body = as_body(page, set_body(manuscript.pieces, self.pictures, notes))
        scheduled = manuscript.state is State.SCHEDULED
        page.go_live_at = manuscript.dated if scheduled else None
        page.first_published_at = manuscript.dated if manuscript.state is State.PUBLISHED else None
        if not isinstance(page, Story):
            page.show_in_menus = manuscript.in_menus
            page.search_description = manuscript.standfirst
            return
        page.standfirst = manuscript.standfirst
        page.lead_photo = self.pictures.photo(manuscript.lead, notes) if manuscript.lead else None
        page.bylines = [Byline(contributor=contributor_of(person, self.edition)) for person in manuscript.people]
        page.story_topics = [StoryTopic(topic=topic) for topic in self._topics(manuscript)]

    def _topics(self, manuscript: Manuscript) -> Sequence[Topic]:
        """A topic for each subject except the one that is the story's section."""
        section, category = self.sections.choose(manuscript.sections)
        chosen = [one for one in manuscript.subjects if category is not None and one.slug == category.slug]
        found = topics_of(one for one in manuscript.subjects if one not in chosen)
        self.lists.update({one.old_path: section for one in chosen})
        self.lists.update({subject.old_path: topic for subject, topic in found})
        return [topic for _subject, topic in found]

    def _publish(self, page: Written, manuscript: Manuscript) -> None:
        """What readers could read for years is published as it is, photos without credit too (docs/decisions/0041)."""
        revision = page.save_revision()
        if manuscript.state is State.DRAFT:
            return
        Page.publish(page, revision, skip_permission_checks=True)
        page.refresh_from_db()
        if page.live and manuscript.dated:
            Page.objects.filter(pk=page.pk).update(last_published_at=manuscript.dated)

    def _lead_here(self, manuscript: Manuscript, page: Page, notes: Notes) -> None:
        self.redirects += sum(lead(path, page, self.edition, notes) for path in manuscript.old_paths)

    def _digest(self, manuscript: Manuscript) -> str:
        """Of the source's words and of which pictures have files, so that a media folder found later is not in vain."""
        there = [str(self.pictures.available(picture)) for picture in manuscript.pictures()]
        return hashlib.sha256("|".join([manuscript.digest, *there]).encode()).hexdigest()


def _edited_here(page: Any, arrival: Arrival) -> bool:
    return page.latest_revision_id != arrival.revision or (arrival.was_live and not page.live)
