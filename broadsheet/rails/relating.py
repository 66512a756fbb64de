"""Relating: keeps every language's index of related stories, and each story's list in the press, a little at a time."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from django.utils import translation

from broadsheet.press.store import Store
from broadsheet.rails.features import Ranked
from broadsheet.rails.morgue import Entry, Morgue, texts
from broadsheet.rails.plan import Candidate
from broadsheet.rails.reasons import in_words
from broadsheet.rails.related import Related, Text
from broadsheet.rails.standings import related_name, write_related
from broadsheet.stories.models import Story, Topic

AGAIN_AFTER = 86400
"""Seconds after which the list of a story that is still read is made anew: what is fresh has changed."""

AT_ONCE = 20
LISTED = 12

type Together = Callable[[int], Sequence[tuple[int, float]]]


class Relating:
    """The clock's work on relatedness, which remembers the index."""

    def __init__(self, store: Store, morgue: Morgue, print_cards: Callable[[Iterable[Entry]], None]) -> None:
        self._store = store
        self._morgue = morgue
        self._print_cards = print_cards
        self._indexes: dict[str, Related] = defaultdict(Related)
        self._languages: dict[int, str] = {}
        self._versions: dict[int, object] = {}
        self._to_index: list[int] = []
        self._to_relate: dict[int, None] = {}
        self._related_at: dict[int, float] = {}
        self._sign: object = None

    def work(
        self, now: float, seconds: float, *, read: Iterable[int] = (), together: Together = lambda _story: ()
    ) -> int:
        """Work for about that long on what is new, then on what is still read; gives how many lists were made."""
        deadline = time.monotonic() + seconds
        self._find_news()
        while self._to_index and time.monotonic() < deadline:
            some, self._to_index = self._to_index[:AT_ONCE], self._to_index[AT_ONCE:]
            self._index(some, now)
        for story in read:
            if story in self._languages and now - self._related_at.get(story, 0.0) > AGAIN_AFTER:
                self._to_relate.setdefault(story)
        made = 0
        while not self._to_index and self._to_relate and time.monotonic() < deadline:
            some = list(self._to_relate)[:AT_ONCE]
            for story in some:
                del self._to_relate[story]
            made += self._relate(some, now, together)
        return made

    def _find_news(self) -> None:
        """Queue what was published or changed, the newest first, and forget what was taken back."""
        versions = dict(Story.objects.published().values_list("pk", "last_published_at"))
        if versions == self._versions:
            return
        for story in self._versions.keys() - versions.keys():
            language = self._languages.pop(story, None)
            if language is not None:
                self._indexes[language].remove(story)
                self._store.drop_standing(related_name(language, story))
        waiting = set(self._to_index)
        changed = [s for s, version in versions.items() if self._versions.get(s) != version and s not in waiting]
        self._to_index = changed + [story for story in self._to_index if story in versions]
        self._versions = versions

    def _index(self, stories: Sequence[int], now: float) -> None:
        first_time = not self._related_at
        for language, text in texts(stories):
            before = self._languages.get(text.story)
            if before is not None and before != language:
                self._indexes[before].remove(text.story)
            self._languages[text.story] = language
            index = self._indexes[language]
            index.add(text)
            self._to_relate = {text.story: None} | self._to_relate
            if not first_time:  # those that are close to it may want it in their lists
                self._to_relate |= {ranked.story: None for ranked in index.closest(text, now, limit=LISTED)}

    def _relate(self, stories: Sequence[int], now: float, together: Together) -> int:
        found: dict[str, list[tuple[Text, list[Ranked]]]] = defaultdict(list)
        for language, text in texts(stories):
            ranked = self._indexes[language].closest(text, now, read_together=together(text.story), limit=LISTED)
            found[language].append((text, ranked))
            self._related_at[text.story] = now
        everyone = {entry.story for lists in found.values() for _text, ranked in lists for entry in ranked}
        entries = self._morgue.entries(everyone)
        topics = dict(Topic.objects.filter(story_topics__story__in=stories).values_list("pk", "name"))
        self._print_cards(entries.values())
        for language, lists in found.items():
            with translation.override(language):
                for text, ranked in lists:
                    candidates = _candidates(ranked, entries, topics, now)
                    self._store.put_standing(related_name(language, text.story), write_related(candidates), made=now)
        return len(stories)


def _candidates(
    ranked: Iterable[Ranked], entries: Mapping[int, Entry], topics: Mapping[int, str], now: float
) -> list[Candidate]:
    candidates = []
    for one in ranked:
        entry = entries.get(one.story)
        if entry is None:
            continue
        reason = replace(one.reason, words=topics.get(one.reason.number, ""), number=0)
        if reason.code == "topic" and not reason.words:
            reason = replace(reason, code="alike")
        said = in_words(reason, entry.published, now)
        candidates.append(Candidate(entry.story, said, entry.section, entry.authors, entry.published))
    return candidates
