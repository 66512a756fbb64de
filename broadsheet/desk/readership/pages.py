"""The editors' readership pages: each makes its figures once, as a page, as the part of it that lives, or as CSV."""

import csv
import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from broadsheet.desk.readership.chart import draw
from broadsheet.options import options_in_force, time_zone
from broadsheet.readership import reports
from broadsheet.readership.house import journals_folder, open_ledger
from broadsheet.readership.ledger import Ledger
from broadsheet.readership.merge import count_waiting
from broadsheet.readership.reports import Sum
from broadsheet.readership.visitors import day_begins, day_of
from broadsheet.stories.models import Story

HOUR, DAY = 3600, 86_400
LONGEST_LIFE = 14 * DAY
HEADINGS = (gettext_lazy("Views"), gettext_lazy("Readers"), gettext_lazy("Engaged reads"))


class ReadershipPage(WagtailAdminTemplateMixin, TemplateView):
    """One page: a subclass says what is on it, and which table its CSV is."""

    header_icon = "view"
    part = ""  # the template of what changes while somebody looks

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.zone = time_zone(options_in_force())
        self.now = time.time()

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        ledger = open_ledger(options_in_force())
        try:
            figures = self.figures(ledger)
        finally:
            ledger.close()
        if request.GET.get("as") == "csv":
            return _csv(self.part, *self.table(figures))
        shown = self.get_context_data(**kwargs | figures, part=f"desk/readership/{self.part}.html", tabs=_tabs())
        names = [f"desk/readership/{self.part}.html"] if request.GET.get("as") == "part" else self.get_template_names()
        return self.response_class(request, names, shown)

    def get_template_names(self) -> list[str]:
        return ["desk/readership/page.html"]

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        home = {"url": reverse("wagtailadmin_home"), "label": _("Home")}
        return [home, {"url": "", "label": str(self.page_title)}]

    def figures(self, ledger: Ledger) -> dict[str, Any]:
        raise NotImplementedError

    def table(self, figures: dict[str, Any]) -> tuple[Sequence[object], Iterable[Sequence[object]]]:
        """The CSV's first line and its others."""
        return (_("Story"), *HEADINGS), ((row["title"], *row["sum"][1:]) for row in figures["stories"])

    def today(self) -> int:
        return int(day_begins(day_of(self.now, self.zone), self.zone))

    def clock(self, moment: float, form: str = "H:i") -> str:
        return date_format(datetime.fromtimestamp(moment, self.zone), form)

    def outcomes(self, ledger: Ledger) -> dict[str, Any]:
        """What became of today's signals. All that is received is one of these, or waits to be merged."""
        found = reports.outcomes(ledger, self.today())
        waiting = count_waiting(ledger, journals_folder(options_in_force()))
        return {"outcomes": found, "waiting": waiting, "received": sum(row.signals for row in found) + waiting}


class NowPage(ReadershipPage):
    """The last hour by the minute, and today."""

    page_title = gettext_lazy("Readership now")
    part = "now"

    def figures(self, ledger: Ledger) -> dict[str, Any]:
        this_minute = int(self.now) // 60 * 60
        minutes = reports.by_minute(ledger, this_minute - 59 * 60, this_minute + 60)
        series = [(self.clock(minute.what), minute.readers) for minute in minutes]  # type: ignore[arg-type]
        since = this_minute - HOUR
        return {
            "chart": draw(_("Readers by minute, last hour"), _("readers"), series, every=10),
            "stories": _with_titles(reports.top_stories(ledger, "minute", since)),
            "sources": reports.sources(ledger, "minute", since),
            **self.outcomes(ledger),
        }


class StoryPage(ReadershipPage):
    """One story's life by the hour, with what happened to it."""

    part = "story"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.story = Story.objects.filter(pk=kwargs["story"]).first()

    @property
    def page_title(self) -> str:
        return self.story.title if self.story else ""

    def figures(self, ledger: Ledger) -> dict[str, Any]:
        if self.story is None:
            raise Http404(_("There is no such story."))
        life = reports.life_of(ledger, self.story.pk, int(self.now) - LONGEST_LIFE, int(self.now))
        series = [(self.clock(hour.what, "j M H:i"), hour.readers) for hour in life]  # type: ignore[arg-type]
        names = ("views", "readers", "engaged", "shares", "suspect", "imported")
        return {
            "story": self.story,
            "chart": draw(_("Readers by hour"), _("readers"), series, self._marks(life), max(1, len(life) // 6)),
            "life": list(zip([label for label, _value in series], life, strict=True)),
            "totals": dict(zip(names, reports.totals_of(ledger, self.story.pk), strict=True)),
            "sources": reports.sources(ledger, "day", 0, self.story.pk),
        }

    def table(self, figures: dict[str, Any]) -> tuple[Sequence[object], Iterable[Sequence[object]]]:
        return (_("Hour"), *HEADINGS), ((label, *hour[1:]) for label, hour in figures["life"])

    def _marks(self, life: Sequence[Sum]) -> list[tuple[int, str]]:
        """When the story was published and corrected, as places among its hours."""
        if not life or self.story is None:
            return []
        moments = [(self.story.first_published_at, _("published"))]
        moments += [(correction.made_at, _("corrected")) for correction in self.story.corrections.all()]
        begins = int(life[0].what)
        found = [((int(moment.timestamp()) - begins) // HOUR, words) for moment, words in moments if moment]
        return [(max(0, place), words) for place, words in found]


class SectionsPage(ReadershipPage):
    """The sections over the last seven days."""

    page_title = gettext_lazy("Readership by section")
    part = "sections"

    def figures(self, ledger: Ledger) -> dict[str, Any]:
        sums = reports.by_section(ledger, self.today() - 6 * DAY)
        titles = dict(Page.objects.filter(pk__in=[row.what for row in sums if row.what]).values_list("pk", "title"))
        rows = [(titles.get(int(row.what), "") if row.what else _("no section"), row) for row in sums]
        series = [(title, row.readers) for title, row in rows[:12]]
        return {
            "chart": draw(_("Readers by section, seven days"), _("readers"), series, every=max(1, len(series) // 6)),
            "stories": [{"title": title, "sum": row} for title, row in rows],
        }


class WeekPage(ReadershipPage):
    """The last seven days against the seven before them."""

    page_title = gettext_lazy("This week and the last")
    part = "week"

    def figures(self, ledger: Ledger) -> dict[str, Any]:
        first = day_of(self.now, self.zone) - timedelta(days=13)
        begins = [int(day_begins(first + timedelta(days=number), self.zone)) for number in range(15)]
        found = {row.what: row for row in reports.by_day(ledger, begins[0], begins[14])}
        days = [(self.clock(start, "D j M"), found.get(start, Sum(start, 0))) for start in begins[:14]]
        pairs = [(label, now, before) for (label, now), (_label, before) in zip(days[7:], days[:7], strict=True)]
        return {
            "chart": draw(_("Readers by day"), _("readers"), [(label, row.readers) for label, row in days], every=2),
            "days": pairs,
            "this_week": sum(now.readers for _label, now, _before in pairs),
            "last_week": sum(before.readers for _label, _now, before in pairs),
            "stories": _with_titles(reports.top_stories(ledger, "day", begins[7])),
        }

    def table(self, figures: dict[str, Any]) -> tuple[Sequence[object], Iterable[Sequence[object]]]:
        heads = (_("Day"), *HEADINGS, *(_("%(what)s a week before") % {"what": heading} for heading in HEADINGS))
        return heads, ((label, *now[1:], *before[1:]) for label, now, before in figures["days"])


def _with_titles(sums: Sequence[Sum]) -> list[dict[str, Any]]:
    titles = dict(Story.objects.filter(pk__in=[row.what for row in sums]).values_list("pk", "title"))
    return [{"title": titles.get(row.what, f"#{row.what}"), "number": row.what, "sum": row} for row in sums]


def _tabs() -> list[tuple[str, str]]:
    names = [("now", _("Now")), ("sections", _("Sections")), ("week", _("Week"))]
    return [(reverse(f"desk_readership_{name}"), words) for name, words in names]


def _csv(name: str, heads: Sequence[object], rows: Iterable[Sequence[object]]) -> HttpResponse:
    day = datetime.now(UTC).date().isoformat()
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="readership-{name}-{day}.csv"'
    response.write("\ufeff")  # without it, Excel takes the letters for another alphabet's
    writer = csv.writer(response)
    writer.writerow(heads)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return response


def _harmless(cell: object) -> object:
    """A headline that begins like a formula must not run as one in a spreadsheet."""
    text = str(cell)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
