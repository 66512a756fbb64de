"""What is doubtful about a headline: its length, its bait, its noise, and whether it has stood before. Pure."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

LONGEST = 90  # columns; beyond it a card takes four lines on a phone
SHORTEST = 15
ALIKE = 0.75  # of the words of both headlines together
BAIT = [
    r"you won[’']?t believe",
    r"you[’']ll never (?:guess|believe)",
    r"shock(?:ing|er)",
    r"jaw-?dropping",
    r"mind-?blowing",
    r"(?:this|here[’']s) (?:is )?(?:why|what|how) you",
    r"what happen(?:s|ed) next",
    r"will (?:blow your mind|leave you speechless|melt your heart|surprise you)",
    r"the internet (?:is|was|has|can[’']?t)",
    r"goes viral",
    r"one (?:weird|simple|strange) trick",
    r"doctors hate",
    r"(?:number|no\.?|#) ?\d+ will",
    r"secrets? (?:they|that nobody)",
    r"the real reason",
    r"has fans",
    r"breaks? the internet",
    r"slams?\b",
    r"충격",
    r"경악",
    r"발칵",
    r"알고 ?보니",
    r"결국 이렇게",
]
_BAIT = re.compile("|".join(f"(?:{pattern})" for pattern in BAIT), re.IGNORECASE)


@dataclass(frozen=True)
class Other:
    """A headline that stands already, with the id of its story."""

    story: int
    headline: str


def columns(text: str) -> int:
    """How wide a text is: a Latin letter is one column, a Korean or Chinese one two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def doubts(headline: str, others: Iterable[Other] = ()) -> list[str]:
    """Every doubt about a headline, as sentences; empty for a good one and for none at all."""
    text = " ".join(headline.split())
    if not text:
        return []
    found = [*_about_length(text), *_about_bait(text), *_about_noise(text)]
    return [*found, *_about_repeats(text, others)]


def words(headline: str) -> set[str]:
    return set(re.findall(r"\w+", headline.casefold()))


def _about_length(text: str) -> list[str]:
    width = columns(text)
    if width > LONGEST:
        return [_("It is long: %(width)d of %(longest)d columns.") % {"width": width, "longest": LONGEST}]
    if width < SHORTEST:
        return [_("It is so short that readers may not know what the story is about.")]
    return []


def _about_bait(text: str) -> list[str]:
    found = _BAIT.search(text)
    if found is None:
        return []
    return [_("“%(words)s” is bait: say what happened.") % {"words": found[0]}]


def _about_noise(text: str) -> list[str]:
    found = []
    if re.search(r"[!?]{2}|!$", text):
        found.append(_("Readers hear an exclamation mark as shouting."))
    if re.search(r"(?:…|\.\.\.)$", text):
        found.append(_("It stops before it says what happened."))
    capitals = re.findall(r"\b[A-Z]{4,}\b", text)
    if len(capitals) > 2:
        found.append(_("Words in capitals are hard to read."))
    return found


def _about_repeats(text: str, others: Iterable[Other]) -> list[str]:
    mine = words(text)
    for other in others:
        theirs = words(other.headline)
        if mine and len(mine & theirs) >= ALIKE * len(mine | theirs):
            return [_("“%(other)s” stands already.") % {"other": other.headline}]
    return []
