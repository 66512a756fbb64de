"""The headline check where a story is written: live beside the field, and once more when the story is saved."""

from django.contrib import messages
from django.forms.widgets import Script, Stylesheet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.utils.translation import gettext as _
from wagtail.models import Page

from broadsheet.desk.headlines import LONGEST, Other, columns, doubts, words
from broadsheet.stories.models import Story

COMPARED = 200  # headlines that share the longest word, the newest first


def others_like(headline: str, story: int | None) -> list[Other]:
    """The headlines in the newspaper that may be repeated by this one; not the story's own."""
    longest = max(words(headline), key=len, default="")
    if not longest:
        return []
    found = Story.objects.filter(title__icontains=longest).exclude(pk=story).order_by("-pk")
    return [Other(pk, title) for pk, title in found.values_list("pk", "title")[:COMPARED]]


def check_headline(request: HttpRequest) -> HttpResponse:
    """The doubts about ?headline=, for the script in the form; ?story= is the story that it is for."""
    headline, story = request.GET.get("headline", "")[:255], request.GET.get("story", "")
    others = others_like(headline, int(story) if story.isdecimal() else None)
    return JsonResponse({"columns": columns(headline), "longest": LONGEST, "doubts": doubts(headline, others)})


def warn_of_headline(request: HttpRequest, page: Page) -> None:
    """After a save by hand (autosave has nobody to read it): the same doubts, for whoever writes without scripts."""
    if isinstance(page, Story) and request.accepts("text/html"):
        for doubt in doubts(page.title, others_like(page.title, page.pk)):
            messages.warning(request, _("The headline: %(doubt)s") % {"doubt": doubt})


def editor_scripts() -> str:
    """What the forms of the desk load beside Wagtail's own scripts."""
    return str(Script(static("desk/headline.js"), type="module"))


def stylesheet() -> str:
    return str(Stylesheet(static("desk/desk.css")))
