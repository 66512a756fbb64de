"""/about/counting: how views are counted, in plain words, with the rules' own numbers and the bot lists' versions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from broadsheet.options import options_in_force
from broadsheet.readership.bots import list_versions
from broadsheet.readership.judgement import MOST_STORIES, WINDOW
from broadsheet.readership.signals import LARGEST
from broadsheet.readership.tallies import FEWEST
from broadsheet.readership.token import LIFE
from broadsheet.web.imprint import imprint_of


@require_safe
def counting(request: HttpRequest) -> HttpResponse:
    imprint_of(request)
    options = options_in_force()
    numbers = {
        "window": WINDOW // 1000,
        "largest": LARGEST,
        "hours": LIFE // 3600,
        "fewest": FEWEST,
        "suspect": MOST_STORIES,
        "zone": options.text("time_zone"),
        "honours_opt_out": options.flag("honour_opt_out"),
        "lists": list_versions(),
    }
    return render(request, "readership/counting.html", numbers)
