"""What an editor sets about a rail, over what the catalogue says."""

from collections.abc import Sequence
from dataclasses import replace

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from broadsheet.rails.catalogue import CATALOGUE, FRONT, SECTION, STORY, Rail


def rail_choices() -> list[tuple[str, str]]:
    """The rails that readers see, by name."""
    return [(rail.name, rail.title) for rail in CATALOGUE if rail.readers]


class RailSettings(models.Model):
    """One rail as the editors want it. A rail without settings is as the catalogue has it."""

    rail = models.CharField(_("rail"), max_length=40, unique=True, choices=rail_choices)
    title = models.CharField(_("title"), max_length=60, blank=True, help_text=_("Empty: the usual one."))
    on = models.BooleanField(_("shown"), default=True)
    length = models.PositiveSmallIntegerField(
        _("length"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(30)],
        help_text=_("How many stories. Empty: the usual number."),
    )
    order = models.PositiveSmallIntegerField(
        _("order"), null=True, blank=True, help_text=_("Rails with a smaller number choose their stories first.")
    )
    on_front = models.BooleanField(_("on the front page"), default=True)
    on_sections = models.BooleanField(_("on sections’ fronts"), default=True)
    on_stories = models.BooleanField(_("on stories"), default=True)
    look_back = models.PositiveIntegerField(
        _("look-back"), null=True, blank=True, help_text=_("Hours. Older stories come only if there are no others.")
    )
    sections = models.ManyToManyField(
        "sections.Section", verbose_name=_("sections"), blank=True, help_text=_("None chosen: all.")
    )

    class Meta:
        ordering = ["order", "rail"]
        verbose_name = _("rail")
        verbose_name_plural = _("rails")

    def __str__(self) -> str:
        return self.get_rail_display()

    def applied_to(self, rail: Rail) -> Rail:
        kinds = {FRONT: self.on_front, SECTION: self.on_sections, STORY: self.on_stories}
        return replace(
            rail,
            title=self.title or rail.title,
            length=self.length or rail.length,
            look_back=rail.look_back if self.look_back is None else self.look_back,
            pages=frozenset(kind for kind in rail.pages if self.on and kinds[kind]),
            sections=frozenset(section.pk for section in self.sections.all()) or rail.sections,
        )


def rails_in_force(catalogue: Sequence[Rail] = CATALOGUE) -> list[Rail]:
    """The catalogue with what editors set, in the order in which rails choose their stories, titles translated."""
    settings = {one.rail: one for one in RailSettings.objects.prefetch_related("sections")}
    places = {rail.name: settings[rail.name].order if rail.name in settings else None for rail in catalogue}
    usual = {rail.name: place for place, rail in enumerate(catalogue, start=1)}
    ordered = sorted(catalogue, key=lambda rail: (places[rail.name] or usual[rail.name], usual[rail.name]))
    rails = [replace(rail, title=_now(rail.title), about=_now(rail.about)) for rail in ordered]
    return [settings[rail.name].applied_to(rail) if rail.name in settings else rail for rail in rails]
