"""The filler: puts planned rails into a page's slots in a front, without Django and without a database but the press's.

Every page of one language is planned from the same standing, which is read again only when the press's editions say
that something has changed. A rail's markup was rendered by the newsroom; here it is joined.
"""

from collections.abc import Sequence

from broadsheet.press.plate import PageFacts, Slot
from broadsheet.press.store import Store
from broadsheet.rails.catalogue import FRONT, SECTION, STORY, Rail
from broadsheet.rails.plan import Candidate, Edition, Page, plan_page
from broadsheet.rails.standings import ITEM_MARKS, Standing, read_related, read_standing, related_name, standing_name

SLOT = "rail"


class _Cards:
    """The cards of one language that pages have asked for, and whether there are any: what may be printed."""

    def __init__(self, store: Store, language: str) -> None:
        self._store = store
        self._language = language
        self._known: dict[int, bytes | None] = {}

    def __contains__(self, story: object) -> bool:
        return isinstance(story, int) and self.html(story) is not None

    def html(self, story: int) -> bytes | None:
        if story in self._known:
            return self._known[story]
        card = self._store.card(story, self._language)
        self._known[story] = html = None if card is None else card.html
        return html


class _Edition:
    """One language's standing, ready to plan and print from."""

    def __init__(self, standing: Standing, cards: _Cards) -> None:
        self.standing = standing
        self.cards = cards
        self.plan = Edition(standing.lists, cards, standing.pins, standing.excluded)
        self.rails = {rail.name: rail for rail in standing.rails}
        self._items = {False: _split(standing.item), True: _split(standing.spare)}
        self._made: tuple[dict[tuple[int, str], _Item], dict[tuple[int, str], _Item]] = ({}, {})
        self._asked: dict[tuple[str, tuple[str, ...]], list[Rail]] = {}
        self._frames = {name: (f.head.encode(), f.tail.encode()) for name, f in standing.frames.items()}
        self._places = {
            rail.name: [f"{rail.name}:{place}:".encode() for place in range(1, rail.length + rail.spare + 1)]
            for rail in standing.rails
        }

    def rails_for(self, kind: str, asked: tuple[str, ...]) -> list[Rail]:
        """Those of the rails asked for that stand on such a page, in the order in which they are filled."""
        rails = self._asked.get((kind, asked))
        if rails is None:
            on_offer = [rail for rail in self.standing.rails if kind in rail.pages and rail.readers]
            self._asked[kind, asked] = rails = [rail for rail in on_offer if rail.name in asked]
        return rails

    def print_rail(self, rail: Rail, shown: Sequence[Candidate], spare: Sequence[Candidate]) -> bytes:
        if not shown:
            return b""
        head, tail = self._frames[rail.name]
        pieces, places = [head], iter(self._places[rail.name])
        for candidates, is_spare in ((shown, False), (spare, True)):
            made = self._made[is_spare]
            for candidate in candidates:
                item = made.get((candidate.story, candidate.reason.words)) or self._make(candidate, is_spare)
                pieces += (item[0], next(places), item[1])
        pieces.append(tail)
        return b"".join(pieces)

    def _make(self, candidate: Candidate, spare: bool) -> "_Item":  # noqa: FBT001
        """The markup of one story before and after its place in the rail, kept for the next page."""
        number, words = str(candidate.story).encode(), candidate.reason.words.encode()
        story, slot, card, reason, end = self._items[spare]
        html = self.cards.html(candidate.story) or b""
        item = story + number + slot, number + card + html + reason + words + end
        self._made[spare][candidate.story, candidate.reason.words] = item
        return item


type _Item = tuple[bytes, bytes]


class RailFiller:
    """Fills the slots called `rail`, whose argument is a rail's name."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._editions: dict[str, int] = {}
        self._is_old = True
        self._languages: dict[str, _Edition | None] = {}
        self._related: dict[tuple[str, int], list[Candidate]] = {}

    def version(self) -> int:
        """Grows with every card and standing that changes; what is read after it is asked for is as new."""
        editions = self._store.editions()
        if editions != self._editions:
            self._editions, self._is_old = editions, True
        return sum(editions.values())

    def fill(self, page: PageFacts, slots: Sequence[Slot], now: float) -> Sequence[bytes]:
        """The rails of one page, planned together; empty where a page's kind has no such rail or no story is left."""
        if not self._editions:
            self.version()
        if self._is_old:
            self._is_old, self._languages, self._related = False, {}, {}
        edition = self._edition(page.language)
        if edition is None:
            return [b""] * len(slots)
        kind = STORY if page.story is not None else SECTION if page.section is not None else FRONT
        rails = edition.rails_for(kind, tuple(slot.argument for slot in slots))
        related = [] if page.story is None else self._related_to(page.language, page.story)
        plan = plan_page(Page(page.story, page.section, page.shown), rails, edition.plan, now, related)
        return [
            edition.print_rail(edition.rails[slot.argument], *plan.pop(slot.argument)) if slot.argument in plan else b""
            for slot in slots
        ]

    def _edition(self, language: str) -> _Edition | None:
        if language not in self._languages:
            body = self._store.standing(standing_name(language))
            cards = _Cards(self._store, language)
            self._languages[language] = None if body is None else _Edition(read_standing(body), cards)
        return self._languages[language]

    def _related_to(self, language: str, story: int) -> list[Candidate]:
        key = (language, story)
        if key not in self._related:
            body = self._store.standing(related_name(language, story))
            self._related[key] = [] if body is None else read_related(body)
        return self._related[key]


def _split(item: str) -> list[bytes]:
    """The markup before, between and after the marks."""
    pieces = []
    for mark in ITEM_MARKS:
        piece, _mark, item = item.partition(mark)
        pieces.append(piece.encode())
    return [*pieces, item.encode()]
