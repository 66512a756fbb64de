"""Fills the two holes that counting leaves in a page: the number of views, in words, and the story's token."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Protocol

from broadsheet.readership.figures import Views, public_figure
from broadsheet.readership.token import Mint

FEW = 10  # below it, a figure rounded down to tens would say that nobody came
NEW_TOKENS = 3600  # seconds after which pages in print get tokens that are valid for another two days


@dataclass(frozen=True)
class Phrases:
    """One language's words for a number of views, as the newsroom pressed them.

    `patterns` maps 10, 20, … 190 to a sentence with `{n}`: between them they hold every plural form that a figure
    rounded to tens can ask for in any language.
    """

    few: str
    patterns: Mapping[int, str]
    group: str = ","  # between thousands
    point: str = "."


class Page(Protocol):
    """What a filler must know of a page."""

    @property
    def section(self) -> int | None: ...
    @property
    def language(self) -> str: ...
    @property
    def staff(self) -> bool: ...


class Slot(Protocol):
    """A hole in it; the argument of ours is a story's number."""

    @property
    def name(self) -> str: ...
    @property
    def argument(self) -> str: ...


class ReadershipSlots:
    """Fills `views` and `token` slots. `phrases` gives a language's words, or None if they were never pressed."""

    def __init__(
        self,
        views: Views,
        mint: Mint,
        phrases: Callable[[str], Phrases | None],
        now: Callable[[], float] = time.time,
    ) -> None:
        self._views = views
        self._mint = mint
        self._phrases = phrases
        self._now = now

    def version(self) -> int:
        now = self._now()
        return self._views.version(now) + int(now // NEW_TOKENS)

    def fill(self, page: Page, slots: Sequence[Slot], now: float) -> list[bytes]:
        """One filling a slot: words fit for HTML, or a token fit for an attribute."""
        return [self._fill(page, slot, now).encode() for slot in slots]

    def _fill(self, page: Page, slot: Slot, now: float) -> str:
        if not slot.argument.isdecimal():
            return ""
        story = int(slot.argument)
        if slot.name == "token":
            section = "" if page.section is None else str(page.section)
            return self._mint.make(story, section, now, staff=page.staff)
        phrases = self._phrases(page.language)
        return "" if phrases is None else escape(views_in_words(phrases, self._views.of(story)))


def views_in_words(phrases: Phrases, views: int) -> str:
    """“1,230 views”, “12.3k views”, “fewer than 10 views”; plain text."""
    if views < FEW:
        return phrases.few
    figure = public_figure(views)
    whole, _, rest = figure.partition(".")
    words = f"{int(whole):,}".replace(",", phrases.group) + (f"{phrases.point}{rest}" if rest else "")
    number = 100 if rest else int(whole)
    return phrases.patterns[number if number < 200 else 100 + number % 100].format(n=words)
