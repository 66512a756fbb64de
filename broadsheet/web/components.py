"""The page that shows every component: /-/components/, for the newsroom's designers and engineers."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.rich_text import RichText

from broadsheet.stories.models import Photo, Story

SIZES = ["furniture", "small", "text", "3", "4", "5", "6", "nameplate"]
INKS = ["paper", "tint", "ink", "soft", "hair", "rule", "accent", "alarm", "strip"]
PROSE = (
    "The talks, which began on 3 April and lasted <i>no longer than a lunch</i>, ended with a <b>joint statement</b>."
)


def sample_blocks(photo: Photo | None) -> list[tuple[str, Any]]:
    """One of each block of a body, as its template takes it."""
    pictures = [
        ("photo", {"photo": photo, "caption": "A caption, said anew for this story."}),
        ("gallery", {"title": "A gallery", "photos": [{"photo": photo, "caption": ""}] * 3}),
    ]
    return [
        ("text", RichText(f"<p>{PROSE}</p>" * 2)),
        ("heading", "A heading inside a story"),
        *(pictures if photo else []),
        ("pull_quote", {"quote": "We had run out of reasons not to talk.", "attribution": "A diplomat"}),
        ("list", {"ordered": False, "items": [RichText("One thing"), RichText("Another thing")]}),
        ("list", {"ordered": True, "items": [RichText("First"), RichText("Second")]}),
        ("fact_box", {"heading": "A fact box", "text": RichText("<p>Background that stands beside the story.</p>")}),
        ("code", {"language": "Python", "code": "def tide(hour):\n    return sin(hour / 12.42 * tau)"}),
        ("related", {"story": None, "address": "https://example.org/", "title": "A page elsewhere"}),
        ("embed", {"address": "https://vimeo.com/76979871", "title": "A film", "caption": "Four minutes"}),
        ("html", RichText("<blockquote><p>Preserved from another system.</p></blockquote>")),
    ]


@never_cache
@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Raises Http404 for whoever may not enter the desk, unless the newspaper shows its errors."""
    user: Any = request.user
    if not settings.DEBUG and not user.has_perm("wagtailadmin.access_admin"):
        raise Http404
    stories = list(Story.objects.published().as_cards()[:6])
    photo = Photo.objects.order_by("pk").first()
    blocks = [(f"stories/blocks/{name}.html", value) for name, value in sample_blocks(photo)]
    context = {"sizes": SIZES, "inks": INKS, "stories": stories, "blocks": blocks}
    return render(request, "web/components.html", context)
