"""Related: one language's stories with their words, topics and links, and the closest ones of any story."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log, sqrt

import numpy as np

from broadsheet.rails.features import Ranked
from broadsheet.rails.postings import Postings
from broadsheet.rails.rankers import also_like
from broadsheet.rails.rankers.also_like import Likeness
from broadsheet.rails.terms import weigh_terms

CONSIDERED = 100
"""Stories with the most similar words that are compared in every other respect."""


@dataclass(frozen=True, slots=True)
class Text:
    """A story as far as relatedness goes. `links` are the stories that its editors linked to."""

    story: int
    published: float
    title: str
    standfirst: str
    body: str
    topics: tuple[int, ...] = ()
    links: tuple[int, ...] = ()


class Related:
    """The index. It is made anew from the stories when the clock starts, and kept up a story at a time."""

    def __init__(self) -> None:
        self._postings = Postings()
        self._stories: list[int] = []
        self._numbers: dict[int, int] = {}
        self._texts: dict[int, tuple[float, tuple[int, ...], tuple[int, ...]]] = {}
        self._topics: Counter[int] = Counter()
        self._linked_from: dict[int, set[int]] = defaultdict(set)

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, story: int) -> bool:
        return story in self._numbers

    def add(self, text: Text) -> None:
        """Take a story in, or take in its new version."""
        self.remove(text.story)
        self._numbers[text.story] = self._postings.add(weigh_terms(text.title, text.standfirst, text.body))
        self._stories.append(text.story)
        self._texts[text.story] = (text.published, text.topics, text.links)
        self._topics.update(text.topics)
        for target in text.links:
            self._linked_from[target].add(text.story)

    def remove(self, story: int) -> None:
        """Forget a story, if it is known; its words stay in the index until the clock starts anew, unanswered."""
        if story not in self._numbers:
            return
        del self._numbers[story]
        _published, topics, links = self._texts.pop(story)
        self._topics.subtract(topics)
        for target in links:
            self._linked_from[target].discard(story)

    def closest(
        self, text: Text, now: float, *, read_together: Sequence[tuple[int, float]] = (), limit: int = 20
    ) -> list[Ranked]:
        """The published stories that an editor would link `text` to at that time, best first, never itself."""
        cosines = self._postings.similarities(weigh_terms(text.title, text.standfirst, text.body))
        words = self._most_similar(cosines, text.story, now)
        by_similar: dict[int, float] = defaultdict(float)
        for story, cosine in list(words.items())[: also_like.SIMILAR]:
            for target in self._texts[story][2]:
                by_similar[target] += cosine**1.5
        together = dict(read_together)
        for story in (*by_similar, *together):
            if story not in words and story != text.story and self._is_out(story, now):
                words[story] = float(cosines[self._numbers[story]])
        likenesses = (
            self._compare(text, story, now)._replace(
                words=cosine,
                linked_by_similar=by_similar.get(story, 0.0),
                read_together=together.get(story, 0.0),
            )
            for story, cosine in words.items()
        )
        return also_like.rank(likenesses, limit)

    def _most_similar(self, cosines: np.ndarray, itself: int, now: float) -> dict[int, float]:
        """Stories that are out, by falling cosine. Superseded versions and stories to come are passed over."""
        count = len(cosines)
        asked = min(2 * CONSIDERED, count)
        nearest = np.argpartition(cosines, count - asked)[count - asked :] if count else np.zeros(0, dtype=np.intp)
        similar: dict[int, float] = {}
        for number in nearest[np.lexsort((nearest, -cosines[nearest]))].tolist():
            story = self._stories[number]
            if cosines[number] <= 0 or len(similar) == CONSIDERED:
                break
            if story != itself and self._numbers.get(story) == number and self._texts[story][0] <= now:
                similar[story] = float(cosines[number])
        return similar

    def _is_out(self, story: int, now: float) -> bool:
        return story in self._numbers and self._texts[story][0] <= now

    def _compare(self, text: Text, story: int, now: float) -> Likeness:
        published, topics, _links = self._texts[story]
        shared = [topic for topic in text.topics if topic in topics] if text.topics else []
        return Likeness(
            story,
            words=0.0,
            topics=self._topic_cosine(text.topics, topics, shared) if shared else 0.0,
            age=now - published,
            linked=len(self._linked_from.get(story, ())),
            topic=max(shared, key=self._rarity) if shared else 0,
        )

    def _topic_cosine(self, one: Iterable[int], other: Iterable[int], shared: Iterable[int]) -> float:
        common = sum(self._rarity(topic) ** 2 for topic in shared)
        lengths = sqrt(sum(self._rarity(t) ** 2 for t in one)) * sqrt(sum(self._rarity(t) ** 2 for t in other))
        return common / lengths if lengths else 0.0

    def _rarity(self, topic: int) -> float:
        return log((1 + len(self)) / (1 + self._topics[topic]))
