"""The import of a WordPress export: STEPS in one transaction, so that it comes in whole or not at all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from django.db import transaction
from wagtail.models import Page

from broadsheet.stories.models import Contributor, Photo
from broadsheet.wires.intake.arrivals import Kind, find_arrival
from broadsheet.wires.intake.edition import open_edition
from broadsheet.wires.intake.media import MediaFolder
from broadsheet.wires.intake.pages import Intake, Outcome
from broadsheet.wires.intake.pictures import Pictures, lacking
from broadsheet.wires.intake.placing import Sections
from broadsheet.wires.intake.redirects import lead
from broadsheet.wires.intake.sticking import place_on_front
from broadsheet.wires.markup.conversion import parts_of
from broadsheet.wires.reasons import Notes, Reason
from broadsheet.wires.report import Entry, Report
from broadsheet.wires.wordpress.export import read_export
from broadsheet.wires.wordpress.items import Item
from broadsheet.wires.wordpress.library import Library, read_library
from broadsheet.wires.wordpress.shape import clean_title, old_paths, shape

NOT_SAVED = {"trash", "auto-draft", "inherit"}


@dataclass(frozen=True)
class Wishes:
    """What the owner asked for. `now` decides what is scheduled; `zone` is the newspaper's."""

    file: Path
    language: str
    zone: ZoneInfo
    now: datetime
    media: Path | None = None
    sections: tuple[str, ...] = ()
    default_section: str = "News"
    rehearsal: bool = False


class Watcher(Protocol):
    """Whoever looks on while an import runs."""

    def read(self, size: int) -> None:
        """So many more bytes of the file have been read for the first time."""

    def count(self, items: int) -> None:
        """So many items are to be dealt with."""

    def advance(self, name: str) -> None:
        """One more item has been dealt with."""


@dataclass
class Work:
    """One import under way."""

    wishes: Wishes
    library: Library
    intake: Intake
    report: Report
    watcher: Watcher
    seen: set[str] = field(default_factory=set)

    def tell(self, item: Item, outcome: Outcome, notes: Notes, page: Page | None = None) -> None:
        """Writes one item into the report."""
        name = page.title if page else clean_title(item.title)
        now_at = (page.get_url() or "") if page else ""
        self.report.add(Entry(item.kind, item.number, name, outcome, item.link or item.guid, now_at, list(notes)))

    def items(self, kind: str) -> Iterator[Item]:
        for record in read_export(self.wishes.file):
            if isinstance(record, Item) and record.kind == kind:
                yield record


def import_export(wishes: Wishes, watcher: Watcher) -> Report:
    """Imports the file and reports, item by item.

    Raises ExportError or IntakeError, having changed nothing.
    """
    library = read_library(read_export(wishes.file, watcher.read))
    watcher.count(sum(library.kinds.values()))
    source = library.site.address or wishes.file.name
    with transaction.atomic():
        edition = open_edition(wishes.language, source)
        pictures = Pictures(edition, MediaFolder(wishes.media))
        intake = Intake(edition, Sections(edition, wishes.default_section), pictures)
        work = Work(wishes, library, intake, Report(source, str(wishes.file), wishes.rehearsal), watcher)
        try:
            for step in STEPS:
                step(work)
        except BaseException:
            pictures.remove_files()
            raise
        if wishes.rehearsal:
            transaction.set_rollback(True)
            pictures.remove_files()
    return work.report


def open_sections(work: Work) -> None:
    work.intake.sections.open(work.wishes.sections)


def take_posts(work: Work) -> None:
    for item in work.items("post"):
        _take(item, work)


def take_pages(work: Work) -> None:
    """Level by level, because a page needs the one above it and the file may have it later."""
    for level in work.library.pages_by_level():
        for item in work.items("page"):
            if item.number in level:
                _take(item, work)


def place_sticky_posts(work: Work) -> None:
    place_on_front(work.intake.edition.front, work.intake.placed)


def account_for_attachments(work: Work) -> None:
    """Each file of the old library: the photo it became, or why it did not; its own page leads to its post."""
    for item in work.items("attachment"):
        _account(item, work)
        work.watcher.advance(item.title)


def lead_from_lists(work: Work) -> None:
    """The old lists of a category, a tag and an author lead to the section, the topic and the author's page."""
    intake, edition, notes = work.intake, work.intake.edition, Notes()
    targets: dict[str, Page | str] = {
        path: list_.specific if isinstance(list_, Page) else edition.path_of(f"topics/{list_.slug}/")
        for path, list_ in intake.lists.items()
        if path
    }
    for login in work.library.authors:
        arrival = find_arrival(edition, Kind.PERSON, login)
        if arrival and (person := Contributor.objects.filter(pk=arrival.became).first()):
            base = parts_of(work.library.site.address).path
            targets[f"{base}/author/{login}"] = edition.path_of(f"authors/{person.slug}/")
    intake.redirects += sum(lead(path, target, edition, notes) for path, target in targets.items())


def tell_the_rest(work: Work) -> None:
    """What concerns the file as a whole."""
    facts, library = work.report.facts, work.library
    facts.append(f"{work.intake.redirects} redirects made from old addresses")
    if opened := ", ".join(section.title for section in work.intake.sections.opened):
        facts.append(f"sections opened: {opened}")
    if library.comments:
        facts.append(f"{library.comments} comments stay outside: the newspaper has none yet")
    if library.authors:
        facts.append("the authors’ mail addresses were not taken over: WordPress keeps them private")


def account_for_the_rest(work: Work) -> None:
    """What is neither a post, a page nor an attachment stays outside: counted, and named one by one."""
    for record in read_export(work.wishes.file):
        if isinstance(record, Item) and record.kind not in {"post", "page", "attachment"}:
            notes = Notes()
            notes.add(Reason.KIND, record.kind)
            work.tell(record, Outcome.LEFT_OUT, notes)
            work.watcher.advance(record.title)


STEPS: list[Callable[[Work], None]] = [
    open_sections,
    take_posts,
    take_pages,
    place_sticky_posts,
    account_for_attachments,
    lead_from_lists,
    account_for_the_rest,
    tell_the_rest,
]


def _take(item: Item, work: Work) -> None:
    notes = Notes()
    work.watcher.advance(item.title)
    if item.number in work.seen or item.status in NOT_SAVED:
        notes.add(*((Reason.TWICE, item.number) if item.number in work.seen else (Reason.TRASH, item.status)))
        work.tell(item, Outcome.LEFT_OUT, notes)
        return
    work.seen.add(item.number)
    manuscript = shape(item, work.library, work.wishes.zone, work.wishes.now)
    outcome, page = work.intake.take(manuscript, notes)
    if outcome in {Outcome.NEW, Outcome.UPDATED}:
        for note in manuscript.notes:
            notes.add(note.reason, note.detail, note.count)
    work.tell(item, outcome, notes, page)


def _account(item: Item, work: Work) -> None:
    notes = Notes()
    attachment = work.library.attachments[item.number]
    edition, pictures = work.intake.edition, work.intake.pictures
    above = find_arrival(edition, Kind.PAGE, item.parent) if item.parent else None
    if above and (page := Page.objects.filter(pk=above.became, live=True).first()):
        work.intake.redirects += sum(lead(path, page, edition, notes) for path in old_paths(item, work.library))
    arrival = find_arrival(edition, Kind.PHOTO, item.number)
    photo = Photo.objects.filter(pk=arrival.became).first() if arrival else None
    if photo is not None:
        new = item.number in pictures.taken
        if missing := lacking(photo):
            notes.add(Reason.PHOTO_NEEDS, ", ".join(missing))
        if attachment.description and new:
            notes.add(Reason.PHOTO_DESCRIPTION, attachment.description)
        work.tell(item, Outcome.NEW if new else Outcome.UNCHANGED, notes)
        return
    if not attachment.is_picture:
        notes.add(Reason.NOT_PICTURE, attachment.address)
    elif item.number in pictures.refusals:
        notes.add(Reason.PICTURE_REFUSED, pictures.refusals[item.number])
    else:
        wanted = item.number in pictures.wanted
        notes.add(Reason.PICTURE_MISSING if wanted else Reason.UNUSED, attachment.address)
    work.tell(item, Outcome.LEFT_OUT, notes)
