"""Prints the demo edition: reads the manuscripts, fills an empty newspaper with them, and dates it from today."""

import tomllib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils.text import slugify

from broadsheet.demo.album import Picture, portrait_of, read_album, the_logo
from broadsheet.demo.layout import lay_out
from broadsheet.demo.manuscript import Manuscript, read_manuscripts
from broadsheet.demo.newsroom import Newsroom, print_stories
from broadsheet.sections.models import FrontPage, Masthead
from broadsheet.stories.library import take_in
from broadsheet.stories.models import Contributor, Photo, Topic

HERE = Path(__file__).parent
type Say = Callable[[str], None]
type Draw = Callable[[Picture], bytes]


@dataclass(frozen=True)
class Edition:
    """Everything that the files hold."""

    facts: dict[str, Any]  # edition.toml
    stories: list[Manuscript]
    pages: list[Manuscript]
    pictures: list[Picture]


def read_edition() -> Edition:
    facts = tomllib.loads((HERE / "edition.toml").read_text(encoding="utf-8"))
    portraits = [
        portrait_of(person["name"], slugify(person["name"]), person["look"], person["backdrop"])
        for person in facts["people"]
        if "look" in person
    ]
    pictures = [*read_album(HERE / "photos"), *portraits, the_logo()]
    return Edition(facts, read_manuscripts(HERE / "stories"), read_manuscripts(HERE / "pages"), pictures)


def print_edition(now: datetime, say: Say = print, draw: Draw = Picture.draw) -> bool:
    """Fill an empty newspaper, all of it or nothing; does nothing, and says so, if there is a front page already.

    `now` is aware; every date in the edition is counted from it.
    """
    if FrontPage.objects.exists():
        return False
    edition = read_edition()
    say(f"Printing {edition.facts['name']}: {len(edition.stories)} stories, {len(edition.pictures)} pictures …")
    with transaction.atomic():
        photos = _develop(edition.pictures, now, say, draw)
        people = _introduce(edition.facts["people"], photos)
        topics = {
            name: Topic.objects.create(name=name, slug=slugify(name), introduction=introduction)
            for name, introduction in edition.facts["topics"].items()
        }
        layout = lay_out(edition.facts, {name: photo.pk for name, photo in photos.items()}, edition.pages, now)
        _keep_masthead(edition.facts, photos["logo"])
        newsroom = Newsroom(now, ZoneInfo(settings.TIME_ZONE), layout, photos, people, topics)
        print_stories(edition.stories, edition.facts, newsroom)
    say("Printed.")
    return True


def make_prints(say: Say) -> None:
    """Make every size of the fronts' pictures beforehand, so that the first reader does not wait for them."""
    say("Making the front pages’ prints …")
    for front in FrontPage.objects.live():
        front.make_preview_request()


def _develop(pictures: list[Picture], now: datetime, say: Say, draw: Draw) -> dict[str, Photo]:
    """Draw every picture, a few ahead of the library that takes them in one by one."""
    photos = {}
    with ThreadPoolExecutor(2) as studio:
        for number, (picture, data) in enumerate(zip(pictures, studio.map(draw, pictures), strict=True), 1):
            days = picture.rights_end_in_days
            photos[picture.name] = take_in(
                data,
                picture.name,
                alt=picture.alt,
                caption=picture.caption,
                credit=picture.credit,
                rights=picture.rights,
                rights_expire=None if days is None else (now + timedelta(days=days)).date(),
            )
            if number % 20 == 0 or number == len(pictures):
                say(f"  {number} of {len(pictures)} pictures drawn")
    return photos


def _introduce(people: list[dict[str, Any]], photos: dict[str, Photo]) -> dict[str, Contributor]:
    return {
        person["name"]: Contributor.objects.create(
            name=person["name"],
            slug=slugify(person["name"]),
            position=person["position"],
            biography=person["biography"],
            email=person.get("email", ""),
            portrait=photos.get(f"portrait-{slugify(person['name'])}"),
        )
        for person in people
    }


def _keep_masthead(facts: dict[str, Any], logo: Photo) -> None:
    masthead = Masthead.load()
    masthead.publisher = facts["publisher"]
    masthead.publisher_address = facts["publisher_address"]
    masthead.newsroom_email = facts["newsroom_email"]
    masthead.logo = logo
    masthead.save()
