"""Fills the two holes that counting leaves in a page: the number of views, in words, and the story's token."""

from collections.abc import Mapping
from dataclasses import dataclass

from broadsheet.readership.figures import public_figure
from broadsheet.readership.token import Mint

FEW = 10  # below it, a figure rounded down to tens would say that nobody came


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


def views_in_words(phrases: Phrases, views: int) -> str:
    """“1,230 views”, “12.3k views”, “fewer than 10 views”; plain text."""
    if views < FEW:
        return phrases.few
    figure = public_figure(views)
    if figure.endswith("k"):
        thousands, _, hundreds = figure.removesuffix("k").partition(".")
        return phrases.patterns[100].format(
            n=f"{int(thousands):,}".replace(",", phrases.group) + f"{phrases.point}{hundreds}k"
        )
    number = int(figure)
    pattern = phrases.patterns[number if number < 200 else 100 + number % 100]
    return pattern.format(n=f"{number:,}".replace(",", phrases.group))


def story_token(mint: Mint, page: tuple[int, int | None], now: float, *, variant: str = "", staff: bool = False) -> str:
    """The token of a page (its story, its section): letters, digits, `-`, `_` and `.` only, fit for an attribute."""
    story, section = page
    return mint.make(story, "" if section is None else str(section), now, variant=variant, staff=staff)
