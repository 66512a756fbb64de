"""Cards and standings: what the front puts into slots, kept beside the plates."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass

from broadsheet.press.sqlite import PressFile


@dataclass(frozen=True, slots=True)
class Card:
    """A story's teaser in one language, as bytes, with what a rail needs to know of it (a JSON object)."""

    story: int
    language: str
    html: bytes
    facts: dict[str, object]


class Cards(PressFile):
    """The cards and standings of the press's file. Their editions grow with every change, whoever makes it."""

    def put_card(self, story: int, language: str, html: bytes, facts: dict[str, object]) -> None:
        with self._writing() as connection:
            connection.execute(
                "INSERT INTO cards VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET html = excluded.html,"
                " facts = excluded.facts",
                (story, language, html, json.dumps(facts)),
            )
            connection.execute("UPDATE editions SET number = number + 1 WHERE what = 'cards'")

    def drop_card(self, story: int, language: str | None = None) -> None:
        """Take a story's card away, in one language or in all."""
        with self._writing() as connection:
            connection.execute(
                "DELETE FROM cards WHERE story = ? AND (? IS NULL OR language = ?)", (story, language, language)
            )
            connection.execute("UPDATE editions SET number = number + 1 WHERE what = 'cards'")

    def card(self, story: int, language: str) -> Card | None:
        with self._reading() as connection:
            row = connection.execute(
                "SELECT html, facts FROM cards WHERE story = ? AND language = ?", (story, language)
            ).fetchone()
        return None if row is None else Card(story, language, row[0], json.loads(row[1]))

    def cards(self) -> list[Card]:
        """Every card, by story and language."""
        with self._reading() as connection:
            rows = connection.execute("SELECT story, language, html, facts FROM cards ORDER BY story, language")
            return [Card(story, language, html, json.loads(facts)) for story, language, html, facts in rows]

    def put_standing(self, name: str, body: bytes, *, made: float | None = None) -> bool:
        """Keep what a ranker last said, as JSON; False if it says the same as before."""
        return self.put_standings({name: body}, made=made)

    def put_standings(self, said: Mapping[str, bytes], *, made: float | None = None) -> bool:
        """Keep several at once, so that fronts fill their slots anew once; False if all say the same as before."""
        when = time.time() if made is None else made
        with self._writing() as connection:
            changed = sum(
                connection.execute(
                    "INSERT INTO standings VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body,"
                    " made = excluded.made WHERE body <> excluded.body",
                    (name, body, when),
                ).rowcount
                for name, body in said.items()
            )
            if changed:
                connection.execute("UPDATE editions SET number = number + 1 WHERE what = 'standings'")
        return changed > 0

    def drop_standing(self, name: str) -> None:
        with self._writing() as connection:
            if connection.execute("DELETE FROM standings WHERE name = ?", (name,)).rowcount:
                connection.execute("UPDATE editions SET number = number + 1 WHERE what = 'standings'")

    def standing(self, name: str) -> bytes | None:
        with self._reading() as connection:
            row = connection.execute("SELECT body FROM standings WHERE name = ?", (name,)).fetchone()
        return None if row is None else row[0]

    def standings(self, beginning: str = "") -> dict[str, bytes]:
        """Every standing whose name begins so."""
        with self._reading() as connection:
            query = "SELECT name, body FROM standings WHERE name >= ? AND substr(name, 1, ?) = ? ORDER BY name"
            return dict(connection.execute(query, (beginning, len(beginning), beginning)).fetchall())

    def editions(self) -> dict[str, int]:
        """How often "cards" and "standings" have changed: cheap to ask, and never smaller than before."""
        with self._reading() as connection:
            return dict(connection.execute("SELECT what, number FROM editions").fetchall())
