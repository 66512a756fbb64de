"""The replay's report: one HTML page with the table, and nDCG@10 by the hour as a chart drawn in SVG."""

from collections.abc import Callable, Mapping
from pathlib import Path

from django.template import Context, Engine

from broadsheet.rails.replay import Score

type Column = tuple[str, Callable[[str, Score], str]]

COLUMNS: list[Column] = [
    ("ranker", lambda name, _score: name),
    ("nDCG@10", lambda _name, score: f"{score.ndcg:.4f}"),
    ("HR@5", lambda _name, score: f"{score.hit_rate:.4f}"),
    ("MRR", lambda _name, score: f"{score.mean_reciprocal_rank:.4f}"),
    ("changes/h", lambda _name, score: f"{score.changes_an_hour:.1f}"),
    ("coverage", lambda _name, score: f"{score.coverage:.1%}"),
    ("median age, h", lambda _name, score: f"{score.median_age:.1f}"),
]

WIDTH, HEIGHT = 960, 240
SMOOTHED = 6
"""Hours that each point of the chart averages."""

TEMPLATE = Path(__file__).parents[1] / "web" / "templates" / "rails" / "replay.html"


def write_report(path: Path, log: str, scores: Mapping[str, Score]) -> None:
    curves = {name: _smooth(score) for name, score in scores.items()}
    highest = max((value for curve in curves.values() for value in curve), default=1.0) or 1.0
    lines = [
        {"name": name, "number": number, "points": _points(curve, highest)}
        for number, (name, curve) in enumerate(curves.items(), start=1)
    ]
    rows = [[read(name, score) for _title, read in COLUMNS] for name, score in scores.items()]
    context = Context({
        "log": log, "titles": [title for title, _read in COLUMNS], "rows": rows, "lines": lines,
        "width": WIDTH, "height": HEIGHT, "highest": f"{highest:.2f}", "hours": SMOOTHED,
    })  # fmt: skip
    page = Engine().from_string(TEMPLATE.read_text(encoding="utf-8")).render(context)
    path.write_text(page, encoding="utf-8")


def _smooth(score: Score) -> list[float]:
    hours = [score.curve[hour] for hour in sorted(score.curve)]
    smoothed = []
    for place in range(len(hours)):
        some = hours[max(0, place - SMOOTHED + 1) : place + 1]
        smoothed.append(sum(gain for gain, _tests in some) / sum(tests for _gain, tests in some))
    return smoothed


def _points(curve: list[float], highest: float) -> str:
    step = WIDTH / max(len(curve) - 1, 1)
    return " ".join(f"{place * step:.1f},{HEIGHT - value / highest * HEIGHT:.1f}" for place, value in enumerate(curve))
