"""Steering: what editors order about one story in the rails, and what the orders come to at a moment."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from broadsheet.rails.features import Ranked
from broadsheet.rails.settings import rail_choices

BOOST = 3.0
"""A boosted story counts as if it were read this many times as much, a buried one as if this many times less."""


class Act(models.TextChoices):
    """What is ordered."""

    PIN = "pin", _("Pin: stands first")
    BOOST = "boost", _("Boost: ranks higher")
    BURY = "bury", _("Bury: ranks lower")
    EXCLUDE = "exclude", _("Exclude: never stands there")


class Steer(models.Model):
    """One order. Wagtail's log keeps who gave, changed and took it back, and when."""

    story = models.ForeignKey("stories.Story", verbose_name=_("story"), on_delete=models.CASCADE, related_name="steers")
    act = models.CharField(_("order"), max_length=10, choices=Act)
    rail = models.CharField(
        _("rail"), max_length=40, choices=rail_choices, blank=True, help_text=_("Empty: in every rail.")
    )
    section = models.ForeignKey(
        "sections.Section",
        verbose_name=_("on the pages of"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Empty: on every page. Boosting and burying are always for every page."),
    )
    ends_at = models.DateTimeField(_("until"), null=True, blank=True, help_text=_("Empty: until it is taken back."))
    reason = models.CharField(_("reason"), max_length=200, blank=True, help_text=_("For your colleagues."))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(_("ordered at"), default=timezone.now, editable=False)

    class Meta:
        ordering = ["-made_at"]
        verbose_name = _("order")
        verbose_name_plural = _("orders")

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {self.story}"


@dataclass(frozen=True, slots=True)
class Orders:
    """Orders by rail name, or `rail@section`. Pins are (story, end) in the order in which they were given."""

    pins: dict[str, list[tuple[int, float | None]]] = field(default_factory=dict)
    excluded: dict[str, set[int]] = field(default_factory=dict)
    factors: dict[str, dict[int, float]] = field(default_factory=dict)

    def steer(self, rail: str, ranked: Sequence[Ranked]) -> list[Ranked]:
        """A ranking with boosted stories moved up and buried ones moved down."""
        factors = self.factors.get(rail)
        if not factors:
            return list(ranked)
        steered = [replace(entry, score=_times(entry.score, factors.get(entry.story, 1.0))) for entry in ranked]
        return sorted(steered, key=lambda entry: (-entry.score, -entry.story))


def orders_in_force(now: datetime) -> Orders:
    orders = Orders()
    names = [name for name, _title in rail_choices()]
    given = Steer.objects.filter(models.Q(ends_at=None) | models.Q(ends_at__gt=now)).order_by("made_at", "pk")
    for steer in given:
        for rail in [steer.rail] if steer.rail else names:
            _obey(orders, steer, rail)
    return orders


def _obey(orders: Orders, steer: Steer, rail: str) -> None:
    place = f"{rail}@{steer.section_id}" if steer.section_id else rail
    match steer.act:
        case Act.PIN:
            ends = steer.ends_at.timestamp() if steer.ends_at else None
            orders.pins.setdefault(place, []).append((steer.story_id, ends))
        case Act.EXCLUDE:
            orders.excluded.setdefault(place, set()).add(steer.story_id)
        case Act.BOOST | Act.BURY:
            factor = BOOST if steer.act == Act.BOOST else 1 / BOOST
            factors = orders.factors.setdefault(rail, {})
            factors[steer.story_id] = factors.get(steer.story_id, 1.0) * factor


def _times(score: float, factor: float) -> float:
    return score * factor if score >= 0 else score / factor
