"""The public page that says how each rail is ranked, from the weights in force."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from broadsheet.rails.rankers import also_like, must_reads, popular_now, weekly_best
from broadsheet.rails.settings import rails_in_force
from broadsheet.rails.steering import BOOST
from broadsheet.web.edition import edition_of
from broadsheet.web.imprint import imprint_of


@require_safe
def about_rails(request: HttpRequest) -> HttpResponse:
    imprint_of(request).show(edition_of(request).front)
    weekly = weekly_best.WEIGHTS._asdict() | {"first_day_percent": round(100 * weekly_best.WEIGHTS.first_day)}
    sheet = {
        "rails": [rail for rail in rails_in_force() if rail.readers and rail.pages],
        "popular": popular_now.WEIGHTS,
        "weekly": weekly,
        "alike": also_like.WEIGHTS,
        "finished": must_reads.WEIGHTS,
        "boost": BOOST,
    }
    return render(request, "rails/about.html", sheet)
