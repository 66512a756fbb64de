"""A manuscript: a story or standing page from elsewhere in the newspaper's own terms, before it is in the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from broadsheet.wires.markup.pieces import Gallery, Photo, Picture, Piece
from broadsheet.wires.reasons import Note


class State(StrEnum):
    """Whether readers may see it."""

    PUBLISHED = "published"
    SCHEDULED = "scheduled"
    DRAFT = "draft"


@dataclass(frozen=True)
class Person:
    """Whose name stands over it; `key` is how the source knows them."""

    key: str
    name: str


@dataclass(frozen=True)
class Subject:
    """What it is about, in the source's words; `old_path` is where the source listed its stories."""

    name: str
    slug: str
    description: str = ""
    old_path: str = ""


@dataclass(frozen=True)
class Manuscript:
    """One story (`is_page` false) or standing page.

    `sections` are the names and slugs that may place it, best first; `subjects` become topics unless they become its
    section. `dated` is aware: when readers could first read it, or when they shall. `placed` at the top of the
    front, `in_menus` for a page that navigation names. `digest` changes whenever the
    source's words or values do.
    """

    number: str
    address: str
    is_page: bool
    state: State
    title: str
    slug: str
    standfirst: str
    pieces: Sequence[Piece]
    people: Sequence[Person]
    sections: Sequence[Sequence[Subject]]
    subjects: Sequence[Subject]
    dated: datetime | None
    lead: Picture | None
    parent: str
    old_paths: Sequence[str]
    placed: bool
    in_menus: bool
    digest: str
    notes: Sequence[Note]

    def pictures(self) -> list[Picture]:
        """Every picture that it shows, the lead first."""
        found = [self.lead] if self.lead else []
        for piece in self.pieces:
            match piece:
                case Photo(picture):
                    found.append(picture)
                case Gallery(_, pictures):
                    found.extend(pictures)
        return found
