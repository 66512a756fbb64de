"""What the rails reach on real logs, and what a page's plan and filling cost: make bench prints it."""

import gzip
import json
import math
import random
import re
import sys
import tempfile
import time
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean, median, quantiles

from broadsheet.press.plate import PageFacts, Slot
from broadsheet.press.store import Store
from broadsheet.rails.catalogue import CATALOGUE
from broadsheet.rails.contenders import CONTENDERS, OWN
from broadsheet.rails.features import Reason
from broadsheet.rails.filler import RailFiller
from broadsheet.rails.impressions import replay_impressions
from broadsheet.rails.logs import Log, read_log
from broadsheet.rails.plan import Candidate
from broadsheet.rails.related import Related, Text
from broadsheet.rails.replay import replay
from broadsheet.rails.standings import (
    ITEM_MARKS,
    Frame,
    Standing,
    related_name,
    standing_name,
    write_related,
    write_standing,
)
from broadsheet.rails.whole_page import replay_pages

DATA = Path(__file__).parents[2] / "shared" / "data"
STORIES, PAGES = 5000, 10_000


def moment(day: int) -> int:
    return int(datetime(2023, 5, day, 7, tzinfo=UTC).timestamp())


def popular(log: Log) -> None:
    """nDCG@10 and changes an hour, at three traffics, beside the best simple ranker."""
    reads = [read for read in log.reads if moment(4) <= read.when < moment(18)]
    for name in (OWN, "half-life 15 min, by age"):
        for share, seeds in ((1.0, 1), (0.1, 2), (0.012, 6)):
            scores = [
                replay(reads, CONTENDERS[name]({}), {}, start=moment(11), end=moment(18), share=share, seed=seed)
                for seed in range(seeds)
            ]
            gain, changes = mean(score.ndcg for score in scores), mean(score.changes_an_hour for score in scores)
            say(f"{name}, {share:.1%} of the readers", f"nDCG@10 {gain:.4f}, {changes:.1f} changes an hour")


def impressions(log: Log) -> None:
    """AUC on the five days that nothing was fitted on."""
    areas = replay_impressions(log.impressions, log.reads, moment(20))
    say("which of the stories in view is followed", f"AUC {mean(areas):.4f} over {len(areas):,} impressions")


def pages(log: Log) -> None:
    """How often the next story that a reader follows from a story's page is among the links of its rails."""
    views = [view for view in log.impressions if view.story][::8]
    score = replay_pages([read for read in log.reads if read.when >= moment(11)], views, {})
    share, hiding = score.planned / score.tests, score.hiding / score.tests
    say(
        f"{score.tests:,} pages of {score.links / score.tests:.0f} links",
        f"{share:.3f}, hiding what was read {hiding:.3f}",
    )


def related() -> None:
    """nDCG@5 on editors' links, each story asked for when it was published."""
    texts, links = read_related()
    index, gains, asking = Related(), [], []
    for text in sorted(texts, key=lambda text: text.published):
        wanted = links.get(text.story, set())
        if wanted:
            began = time.perf_counter()
            found = [ranked.story for ranked in index.closest(text, text.published - 1, limit=5)]
            asking.append(1000 * (time.perf_counter() - began))
            ideal = sum(1 / math.log2(rank + 2) for rank in range(min(5, len(wanted))))
            gains.append(sum(1 / math.log2(rank + 2) for rank, story in enumerate(found) if story in wanted) / ideal)
        index.add(text)
    later = gains[len(gains) // 2 :]
    say("related", f"nDCG@5 {mean(gains):.4f}, later half {mean(later):.4f}; {median(asking):.1f} ms a story")


def read_related() -> tuple[list[Text], dict[int, set[int]]]:
    with gzip.open(DATA / "related" / "articles.jsonl.gz", "rt", encoding="utf-8") as file:
        articles = [json.loads(line) for line in file]
    numbers = {article["id"]: number for number, article in enumerate(articles)}
    links: dict[int, set[int]] = defaultdict(set)
    for line in (DATA / "related" / "links.tsv").read_text(encoding="utf-8").splitlines():
        source, target = line.split("\t")
        if source in numbers and target in numbers:
            links[numbers[source]].add(numbers[target])
    topics: dict[str, int] = {}
    texts = []
    for number, article in enumerate(articles):
        parts = [int(part) for part in re.findall(r"\d+", article["date"])]
        year, month, day, *clock = parts
        hour, minute, second = (*clock, 0, 0, 0)[:3]
        published = datetime(year, month, day, hour, minute, second, tzinfo=UTC).timestamp()
        named = tuple(topics.setdefault(topic, len(topics) + 1) for topic in article["topics"] or ())
        deck, links_out = article["deck"] or "", tuple(links.get(number, ()))
        texts.append(Text(number, published, article["title"], deck, article["text"], named, links_out))
    return texts, links


def fill_pages(folder: Path) -> None:
    """Repeats, empty rails, missing reasons and time, on random pages of a paper of 5,000 stories."""
    chance, now = random.Random(4), time.time()
    store = Store(folder / "press.sqlite3")
    candidates = [
        Candidate(n, Reason("newest", 0, "One of the newest"), n % 9, (n % 50,), now - 600 * n)
        for n in range(1, STORIES)
    ]
    for candidate in candidates:
        store.put_card(candidate.story, "en", b'<a href="/world/a-story/">A story</a>', {})
    rails = [rail for rail in CATALOGUE if rail.readers]
    names = {rung for rail in rails for rung in rail.ladder if "@" not in rung}
    lists = {name: chance.sample(candidates, 60) for name in names}
    lists |= {
        f"{n}@{s}": [c for c in candidates if c.section == s][:30] for n in ("latest", "popular-now") for s in range(9)
    }
    item = '<li data-story="{}" data-slot="{}">{} <span>{}</span></li>'.format(*ITEM_MARKS)
    frames = {rail.name: Frame("<section><ol>", "</ol></section>") for rail in rails}
    store.put_standing(standing_name("en"), write_standing(Standing(rails, frames, item, item, lists)))
    for candidate in candidates:
        store.put_standing(related_name("en", candidate.story), write_related(chance.sample(candidates, 12)))
    filler, slots = RailFiller(store), [Slot("rail", rail.name) for rail in rails]
    for candidate in candidates:  # a front has asked for every card once
        filler.fill(PageFacts(candidate.story, candidate.section, "en"), slots, now)
    took, repeats, empty, unexplained = [], 0, 0, 0
    for _page in range(PAGES):
        own = chance.choice(candidates)
        facts = PageFacts(
            own.story, own.section, "en", tuple(c.story for c in chance.sample(candidates, 7) if c is not own)
        )
        began = time.perf_counter()
        filled = filler.fill(facts, slots, now)
        took.append(1e6 * (time.perf_counter() - began))
        stories = re.findall(rb'data-story="(\d+)"', b"".join(filled))
        repeats += len(stories) - len({*map(int, stories), own.story, *facts.shown}) + 1 + len(facts.shown)
        empty += sum(not rail for rail in filled)
        unexplained += b"".join(filled).count(b"<span></span>")
    store.close()
    say(
        f"{PAGES:,} pages of a paper of {STORIES:,} stories",
        f"{repeats} repeats, {empty} empty rails, {unexplained} reasons missing",
    )
    say("plan and fill", f"median {median(took):.0f} µs, 95th percentile {quantiles(took, n=20)[18]:.0f} µs")


def say(what: str, figure: str) -> None:
    sys.stdout.write(f"{what}: {figure}\n")
    sys.stdout.flush()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        fill_pages(Path(folder))
    related()
    log = read_log(DATA / "clicks")
    impressions(log)
    pages(log)
    popular(log)


if __name__ == "__main__":
    main()
