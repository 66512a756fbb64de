"""Where the bars of a chart stand: arithmetic only; the template draws, and puts a table behind each."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, LEFT, BELOW, ABOVE = 720, 220, 44, 22, 14
STEPS = (1, 2, 3, 4, 5)


@dataclass(frozen=True)
class Bar:
    """One value: its place in the picture, and what it says."""

    x: float
    y: float
    width: float
    height: float
    label: str
    value: int


@dataclass(frozen=True)
class Line:
    """A line across the picture (at `at`, from the top) or down it (at `at`, from the left), with its words."""

    at: float
    label: str


@dataclass(frozen=True)
class Chart:
    """A bar chart of one series. `heading` and `unit` are words for the template."""

    heading: str
    unit: str
    bars: list[Bar]
    levels: list[Line]
    labels: list[Line]
    marks: list[Line]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    floor: int = HEIGHT - BELOW


def draw(
    heading: str, unit: str, series: Sequence[tuple[str, int]], marks: Sequence[tuple[int, str]] = (), every: int = 1
) -> Chart:
    """A chart of labelled values; every so many labels are written below. A mark stands at the start of its bar."""
    top = ceiling(max((value for _, value in series), default=0))
    room = (HEIGHT - BELOW - ABOVE) / top
    step = (WIDTH - LEFT) / max(1, len(series))
    floor = HEIGHT - BELOW
    bars = [
        Bar(
            round(LEFT + place * step + step * 0.1, 2),
            round(floor - value * room, 2),
            round(step * 0.8, 2),
            round(value * room, 2),
            label,
            value,
        )
        for place, (label, value) in enumerate(series)
    ]
    levels = [Line(round(floor - level * room, 2), f"{level:,}") for level in (0, top // 2, top) if level or top]
    labels = [
        Line(round(LEFT + place * step + step / 2, 2), label)
        for place, (label, _) in enumerate(series)
        if place % every == 0
    ]
    stood = [Line(round(LEFT + place * step, 2), words) for place, words in marks if 0 <= place < len(series)]
    return Chart(heading, unit, bars, levels, labels, stood)


def ceiling(value: int) -> int:
    """The smallest of 2, 4, 6, 8, 10, 20, 40 … 100, 200 … that is not below `value`."""
    power = 1
    while True:
        for step in STEPS:
            if value <= 2 * step * power:
                return 2 * step * power
        power *= 10
