"""Outlines that pictures are built from: areas and strokes in sheet units, and the curves that make them."""

import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from PIL import ImageDraw

type Point = tuple[float, float]
type Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Area:
    """A filled outline; its points are in sheet units, y growing downwards."""

    points: tuple[Point, ...]

    def bounds(self) -> Box:
        return _bounds(self.points, 0)

    def draw(self, draw: ImageDraw.ImageDraw, scale: float, origin: Point, tone: int) -> None:
        draw.polygon(_scaled(self.points, scale, origin), fill=tone)


@dataclass(frozen=True)
class Stroke:
    """A line of a given width with round joints and ends."""

    points: tuple[Point, ...]
    width: float

    def bounds(self) -> Box:
        return _bounds(self.points, self.width)

    def draw(self, draw: ImageDraw.ImageDraw, scale: float, origin: Point, tone: int) -> None:
        points = _scaled(self.points, scale, origin)
        width = max(1, round(self.width * scale))
        draw.line(points, fill=tone, width=width, joint="curve")
        if width > 3:
            for x, y in (points[0], points[-1]):
                draw.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=tone)


type Shape = Area | Stroke


def area(*points: Point) -> Area:
    return Area(points)


def stroke(width: float, *points: Point) -> Stroke:
    return Stroke(points, width)


def rectangle(x: float, y: float, width: float, height: float) -> Area:
    return area((x, y), (x + width, y), (x + width, y + height), (x, y + height))


def ellipse(x: float, y: float, rx: float, ry: float | None = None) -> Area:
    return Area(tuple(arc((x, y), rx, rx if ry is None else ry, 0, 360)))


def arc(centre: Point, rx: float, ry: float, start: float, end: float) -> list[Point]:
    """Points along an ellipse from `start` to `end` degrees, 0 to the right, growing clockwise."""
    steps = max(8, int(abs(end - start) / 4))
    angles = [math.radians(start + (end - start) * step / steps) for step in range(steps + 1)]
    return [(centre[0] + rx * math.cos(a), centre[1] + ry * math.sin(a)) for a in angles]


def ring(centre: Point, outer: float, inner: float, start: float = 0, end: float = 360) -> Area:
    return Area((*arc(centre, outer, outer, start, end), *arc(centre, inner, inner, end, start)))


def rounded(box: Box, radius: float) -> Area:
    """A rectangle (x, y, width, height) with round corners."""
    x, y, width, height = box
    right, bottom = x + width - radius, y + height - radius
    left, top = x + radius, y + radius
    corners = [((right, top), 270), ((right, bottom), 0), ((left, bottom), 90), ((left, top), 180)]
    return Area(tuple(p for centre, start in corners for p in arc(centre, radius, radius, start, start + 90)))


def curve(points: Sequence[Point], *, closed: bool = False, steps: int = 10) -> list[Point]:
    """A smooth line through every point: a uniform Catmull-Rom spline."""
    around = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    smooth = []
    for before, start, end, after in zip(around, around[1:], around[2:], around[3:], strict=False):
        for step in range(steps):
            smooth.append(_between(before, start, end, after, step / steps))  # noqa: PERF401
    return smooth if closed else [*smooth, points[-1]]


def blob(points: Sequence[Point]) -> Area:
    """A smooth closed outline through every point."""
    return Area(tuple(curve(points, closed=True)))


def ridge(rng: Random, start: Point, end: Point, rough: float) -> list[Point]:
    """A mountain line from start to end by midpoint displacement; `rough` is the first displacement's height."""
    points = [start, end]
    while len(points) < 257:
        finer = []
        for left, right in itertools.pairwise(points):
            middle = ((left[0] + right[0]) / 2, (left[1] + right[1]) / 2 + rng.uniform(-rough, rough))
            finer += [left, middle]
        points = [*finer, points[-1]]
        rough *= 0.52
    return points


def under(line: Iterable[Point], floor: float) -> Area:
    """Everything between a line and a level below it."""
    points = list(line)
    return Area((*points, (points[-1][0], floor), (points[0][0], floor)))


def turned(shape: Area, degrees: float, about: Point) -> Area:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    x0, y0 = about
    return Area(
        tuple((x0 + (x - x0) * cos - (y - y0) * sin, y0 + (x - x0) * sin + (y - y0) * cos) for x, y in shape.points)
    )


def moved(shape: Area, dx: float, dy: float) -> Area:
    return Area(tuple((x + dx, y + dy) for x, y in shape.points))


def _between(before: Point, start: Point, end: Point, after: Point, t: float) -> Point:
    def along(a: float, b: float, c: float, d: float) -> float:
        return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)

    return along(before[0], start[0], end[0], after[0]), along(before[1], start[1], end[1], after[1])


def _scaled(points: Iterable[Point], scale: float, origin: Point) -> list[Point]:
    return [((x - origin[0]) * scale, (y - origin[1]) * scale) for x, y in points]


def _bounds(points: Sequence[Point], margin: float) -> Box:
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across) - margin, min(down) - margin, max(across) + margin, max(down) + margin
