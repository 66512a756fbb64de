"""Standings as the press keeps them: an edition's lists, the words and markup around them, and what editors ordered.

One standing, `rails/en`, holds all that a page in English is planned from; `related/en/42` holds what is related to
story 42. Both are JSON that does not change unless what readers see of it does.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Any

from broadsheet.rails.catalogue import Rail
from broadsheet.rails.features import Reason
from broadsheet.rails.plan import Candidate

type Lists = Mapping[str, Sequence[Candidate]]


@dataclass(frozen=True, slots=True)
class Frame:
    """The markup around one rail's stories."""

    head: str
    tail: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything of one language, except what is related to what. `item` and `spare` are the markup of one story, with
    ITEM_MARKS in the places of its number, its place in the rail, its card and its reason."""

    rails: Sequence[Rail]
    frames: Mapping[str, Frame]
    item: str
    spare: str
    lists: Lists
    pins: Lists = field(default_factory=dict)
    excluded: Mapping[str, frozenset[int]] = field(default_factory=dict)


ITEM_MARKS = ("⟦story⟧", "⟦slot⟧", "⟦card⟧", "⟦reason⟧")


def standing_name(language: str) -> str:
    return f"rails/{language}"


def related_name(language: str, story: int) -> str:
    return f"related/{language}/{story}"


def write_standing(standing: Standing) -> bytes:
    said = {
        "rails": [_write_rail(rail) for rail in standing.rails],
        "frames": {name: [frame.head, frame.tail] for name, frame in standing.frames.items()},
        "item": standing.item,
        "spare": standing.spare,
        "lists": {name: _write_list(candidates) for name, candidates in standing.lists.items()},
        "pins": {name: _write_list(candidates) for name, candidates in standing.pins.items()},
        "excluded": {name: sorted(stories) for name, stories in standing.excluded.items()},
    }
    return _dump(said)


def read_standing(body: bytes) -> Standing:
    said = json.loads(body)
    return Standing(
        rails=[_read_rail(rail) for rail in said["rails"]],
        frames={name: Frame(*frame) for name, frame in said["frames"].items()},
        item=said["item"],
        spare=said["spare"],
        lists={name: _read_list(written) for name, written in said["lists"].items()},
        pins={name: _read_list(written) for name, written in said["pins"].items()},
        excluded={name: frozenset(stories) for name, stories in said["excluded"].items()},
    )


def write_related(candidates: Iterable[Candidate]) -> bytes:
    return _dump(_write_list(candidates))


def read_related(body: bytes) -> list[Candidate]:
    return _read_list(json.loads(body))


def _dump(said: object) -> bytes:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _write_list(candidates: Iterable[Candidate]) -> list[list[Any]]:
    return [
        [
            candidate.story,
            candidate.reason.code,
            candidate.reason.number,
            candidate.reason.words,
            candidate.section,
            list(candidate.authors),
            candidate.published,
            None if candidate.until == inf else candidate.until,
        ]
        for candidate in candidates
    ]


def _read_list(written: Iterable[Sequence[Any]]) -> list[Candidate]:
    return [
        Candidate(
            story, Reason(code, number, words), section, tuple(authors), published, inf if until is None else until
        )
        for story, code, number, words, section, authors, published, until in written
    ]


def _write_rail(rail: Rail) -> dict[str, Any]:
    return {
        "name": rail.name,
        "title": rail.title,
        "about": rail.about,
        "length": rail.length,
        "ladder": list(rail.ladder),
        "pages": sorted(rail.pages),
        "spare": rail.spare,
        "from_one_section": rail.from_one_section,
        "from_one_author": rail.from_one_author,
        "look_back": rail.look_back,
        "sections": sorted(rail.sections),
        "numbered": rail.numbered,
        "readers": rail.readers,
    }


def _read_rail(said: dict[str, Any]) -> Rail:
    sets = {"pages": frozenset(said["pages"]), "sections": frozenset(said["sections"]), "ladder": tuple(said["ladder"])}
    return Rail(**(said | sets))
