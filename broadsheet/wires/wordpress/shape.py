"""An item of the export becomes a manuscript: one step a part of it, each noting what changed its shape."""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from html import unescape
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from django.utils.text import slugify

from broadsheet.wires.manuscript import Manuscript, Person, State, Subject
from broadsheet.wires.markup.conversion import parts_of
from broadsheet.wires.markup.pieces import Picture, Piece, Text
from broadsheet.wires.markup.tree import INLINE, plain_words
from broadsheet.wires.reasons import Notes, Reason
from broadsheet.wires.wordpress.body import read_body
from broadsheet.wires.wordpress.dates import dated
from broadsheet.wires.wordpress.items import Item, Label
from broadsheet.wires.wordpress.library import Library

LONGEST_TITLE = 255  # characters
LONGEST_STANDFIRST = 400  # characters
LONGEST_SLUG = 200  # characters, leaving room for a number
UNCATEGORISED = "uncategorized"
_TITLE_TAGS = sorted(INLINE | {"p", "div", "script", "style"}, key=len, reverse=True)
TITLE_TAG = re.compile(rf"</?(?:{'|'.join(_TITLE_TAGS)})\b[^<>]*>", re.IGNORECASE)
UNPUBLISHED = {
    "draft": Reason.DRAFT,
    "auto-draft": Reason.DRAFT,
    "pending": Reason.PENDING,
    "private": Reason.PRIVATE,
}


def shape(item: Item, library: Library, zone: ZoneInfo, now: datetime) -> Manuscript:
    """The manuscript of a post or page. `zone` is the newspaper's; `now` decides what is scheduled."""
    notes = Notes()
    pieces = read_body(item, library, notes)
    title = _title(item, pieces, notes)
    moment = dated(item, zone)
    state = _state(item, moment, now, notes)
    if moment is None:
        notes.add(Reason.DATE_GUESSED, item.date)
    if item.comments:
        notes.add(Reason.COMMENTS, count=item.comments)
    if item.meta.get("_wp_page_template", "default") not in {"", "default"}:
        notes.add(Reason.TEMPLATE, item.meta["_wp_page_template"])
    for label in item.labels:
        if label.domain == "post_format":
            notes.add(Reason.TEMPLATE, label.name)
    return Manuscript(
        number=item.number,
        address=item.link or item.guid,
        is_page=item.kind == "page",
        state=state,
        title=title,
        slug=_slug(item, title),
        standfirst=_standfirst(item, notes),
        pieces=pieces,
        people=list(_people(item, library, notes)),
        sections=[list(_with_those_above(label, library)) for label in _labels(item, "category")],
        subjects=[_subject(label, library) for label in _labels(item, "category", "post_tag")],
        dated=moment,
        lead=_lead(item, library, notes),
        parent=item.parent,
        old_paths=list(old_paths(item, library)) if state is State.PUBLISHED else [],
        in_menus=item.number in library.in_menus,
        placed=item.sticky and state is State.PUBLISHED,
        digest=_digest(item),
        notes=list(notes),
    )


def old_paths(item: Item, library: Library) -> Iterator[str]:
    """Where readers found it: its permalink, the same with each former slug, and its number in the query."""
    base = parts_of(library.site.address)
    link = parts_of(item.link)
    if link.hostname and link.hostname == base.hostname and link.path.strip("/") and not link.query:
        yield link.path
        former = item.meta.get("_wp_old_slug")
        if former:
            yield re.sub(r"[^/]+/?$", former, link.path)
    if item.number.isdecimal():
        key = {"page": "page_id", "attachment": "attachment_id"}.get(item.kind, "p")
        yield f"{base.path}/?{key}={item.number}"


def clean_title(written: str) -> str:
    """A title's words: WordPress lets them have tags and entities."""
    return " ".join(unescape(TITLE_TAG.sub("", written)).split())


def shortened(text: str, longest: int) -> str:
    """At most `longest` characters, cut between words."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    return f"{cut[: cut.rfind(' ')] if cut.rfind(' ') > longest // 2 else cut}…"


def _title(item: Item, pieces: Sequence[Piece], notes: Notes) -> str:
    title = clean_title(item.title)
    if TITLE_TAG.search(item.title):
        notes.add(Reason.TITLE_MARKUP, item.title)
    if not title:
        first = next((plain_words(piece.html) for piece in pieces if isinstance(piece, Text)), "")
        title = shortened(first, 60) or f"Untitled {item.number}"
        notes.add(Reason.TITLE_MISSING, title)
    if len(title) > LONGEST_TITLE:
        notes.add(Reason.TITLE_SHORTENED)
    return shortened(title, LONGEST_TITLE)


def _slug(item: Item, title: str) -> str:
    for written in (unquote(item.slug), title):
        if slug := slugify(written, allow_unicode=True)[:LONGEST_SLUG].strip("-_"):
            return slug
    return slugify(f"story-{item.number}")[:LONGEST_SLUG]


def _standfirst(item: Item, notes: Notes) -> str:
    words = plain_words(item.excerpt)
    if len(words) > LONGEST_STANDFIRST:
        notes.add(Reason.EXCERPT_SHORTENED)
    return shortened(words, LONGEST_STANDFIRST)


def _state(item: Item, moment: datetime | None, now: datetime, notes: Notes) -> State:
    if item.password:
        notes.add(Reason.PASSWORD)
        return State.DRAFT
    if item.status in UNPUBLISHED:
        notes.add(UNPUBLISHED[item.status])
        return State.DRAFT
    if item.status not in {"publish", "future"}:
        notes.add(Reason.STATUS_UNKNOWN, item.status)
        return State.DRAFT
    if moment and moment > now:
        notes.add(Reason.SCHEDULED, item.date)
        return State.SCHEDULED
    if item.status == "future":
        notes.add(Reason.SCHEDULE_PASSED, item.date)
        return State.DRAFT
    return State.PUBLISHED


def _people(item: Item, library: Library, notes: Notes) -> Iterator[Person]:
    """The authors: those of the Co-Authors Plus plugin where it was used, else WordPress's one."""
    if item.kind == "page":
        return
    named = [label.slug.removeprefix("cap-") for label in item.labels if label.domain == "author"]
    logins = list(dict.fromkeys(named or [item.login]))
    for login in logins:
        known = library.authors.get(login) or library.authors.get(login.strip("<>\"' "))
        called = next((label.name for label in item.labels if label.slug in {login, f"cap-{login}"}), login)
        if not called:
            notes.add(Reason.NO_AUTHOR)
            continue
        if known is None:
            notes.add(Reason.AUTHOR_UNKNOWN, called)
        yield Person(login, clean_title(known.name if known else called))


def _lead(item: Item, library: Library, notes: Notes) -> Picture | None:
    number = item.meta.get("_thumbnail_id", "")
    if not number or number == "0":
        return None
    found = library.picture(number)
    if found is None:
        notes.add(Reason.PICTURE_MISSING, f"featured image, number {number}, not in the file")
    return found


def _labels(item: Item, *domains: str) -> list[Label]:
    return [
        label for domain in domains for label in item.labels if label.domain == domain and label.slug != UNCATEGORISED
    ]


def _subject(label: Label, library: Library) -> Subject:
    category = library.categories.get(label.slug) if label.domain == "category" else None
    base = parts_of(library.site.address).path
    above = [one.slug for one in _with_those_above(label, library)][:0:-1] if category else []
    folder = "category" if label.domain == "category" else "tag"
    return Subject(
        name=clean_title(label.name),
        slug=slugify(unquote(label.slug or label.name), allow_unicode=True) or slugify(label.name, allow_unicode=True),
        description=plain_words(category.description) if category else "",
        old_path="/".join([base, folder, *above, label.slug]) if label.slug else "",
    )


def _with_those_above(label: Label, library: Library) -> Iterator[Subject]:
    """A category and then the ones it stands under, the nearest first."""
    slug, name, seen = label.slug, label.name, set[str]()
    while (slug or name) and slug not in seen:
        seen.add(slug)
        yield Subject(clean_title(name), slugify(unquote(slug or name), allow_unicode=True))
        category = library.categories.get(slug)
        parent = category.parent if category else ""
        above = library.categories.get(parent)
        slug, name = parent, above.name if above else parent


def _digest(item: Item) -> str:
    """Of everything that the manuscript is made from; new comments change nothing."""
    values = {name: value for name, value in asdict(item).items() if name not in {"comments", "guid", "pub_date"}}
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()
