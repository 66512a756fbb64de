"""The reader's pages that are not in Wagtail's tree: authors, topics, search, the archive, corrections."""

import re
from calendar import monthrange
from datetime import date, datetime, time

from django.core.paginator import EmptyPage, Paginator
from django.db.models import Count, Max, Min, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from broadsheet.stories.models import Contributor, Correction, Story, Topic
from broadsheet.stories.story import StoryQuerySet
from broadsheet.web.edition import edition_of
from broadsheet.web.imprint import imprint_of
from broadsheet.web.lists import PlainList, list_stories, page_number

CORRECTIONS_PER_PAGE = 30
FOUND_AT_MOST = 500
QUERY_LENGTH = 200
FIRST_YEAR, LAST_YEAR = 1600, 9999  # beyond them no time zone can be applied; older than any newspaper
WORD = re.compile(r"\w+")


def stories_of_edition(request: HttpRequest) -> StoryQuerySet:
    """Every story of the edition at hand, whoever may read it."""
    front = edition_of(request).front
    return Story.objects.descendant_of(front) if front else Story.objects.none()


def published(request: HttpRequest) -> StoryQuerySet:
    """Every story of the edition at hand that readers may see, newest first."""
    return stories_of_edition(request).published()


def note_list(request: HttpRequest) -> None:
    """Notes that the page lists stories of the whole edition."""
    front = edition_of(request).front
    imprint_of(request).show(front)
    imprint_of(request).list_what_is_in(front)


@require_safe
def author(request: HttpRequest, slug: str) -> HttpResponse:
    person = get_object_or_404(Contributor.objects.select_related("portrait"), slug=slug)
    imprint_of(request).show(person, person.portrait)
    imprint_of(request).list_what_is_in(person)
    sheet = {"list": list_stories(request, published(request).filter(bylines__contributor=person).distinct())}
    return render(request, "web/author.html", {"person": person, "sheet": sheet})


@require_safe
def authors(request: HttpRequest) -> HttpResponse:
    people = Contributor.objects.filter(bylines__story__in=published(request).order_by()).distinct()
    note_list(request)
    imprint_of(request).show(*people)
    return render(request, "web/authors.html", {"people": people})


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    subject = get_object_or_404(Topic, slug=slug)
    imprint_of(request).show(subject)
    imprint_of(request).list_what_is_in(subject)
    sheet = {"list": list_stories(request, published(request).filter(story_topics__topic=subject))}
    return render(request, "web/topic.html", {"topic": subject, "sheet": sheet})


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    here = Q(story_topics__story__in=published(request).order_by())
    subjects = Topic.objects.annotate(number=Count("story_topics", filter=here)).filter(number__gt=0)
    note_list(request)
    imprint_of(request).show(*subjects)
    return render(request, "web/topics.html", {"topics": subjects})


def find_stories(stories: StoryQuerySet, query: str) -> list[int]:
    """The ids of the published among `stories` that hold every word of `query`, then those with words that begin so.

    Words alone are looked for, in small letters: quotation marks, AND and NEAR mean something to search engines.
    """
    words = " ".join(WORD.findall(query.lower()))
    if not words:
        return []
    whole = [story.pk for story in stories.live().search(words)[:FOUND_AT_MOST]]
    begun = [story.pk for story in stories.live().autocomplete(words)[:FOUND_AT_MOST]]
    found = list(dict.fromkeys([*whole, *begun]))
    readable = set(stories.published().filter(pk__in=found).values_list("pk", flat=True))
    return [pk for pk in found if pk in readable]


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    query = request.GET.get("q", "").replace("\x00", "").strip()[:QUERY_LENGTH]
    sheet = {"list": list_stories(request, find_stories(stories_of_edition(request), query))} if query else None
    response = render(request, "web/search.html", {"query": query, "sheet": sheet})
    response.headers["Cache-Control"] = "private, max-age=60"
    return response


@require_safe
def archive(request: HttpRequest) -> HttpResponse:
    """The months in which stories were published; a day chosen in the form leads to that day."""
    if chosen := request.GET.get("day"):
        try:
            day = date.fromisoformat(chosen)
        except ValueError as error:
            raise Http404(_("There is no such day.")) from error
        return redirect("archive_day", day.year, day.month, day.day)
    reach = published(request).order_by().aggregate(first=Min("first_published_at"), last=Max("first_published_at"))
    months = published(request).order_by().datetimes("first_published_at", "month", order="DESC")
    note_list(request)
    return render(request, "web/archive.html", {"months": months, "reach": reach})


@require_safe
def archive_month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    first = _day(year, month, 1)
    last = first.replace(day=monthrange(year, month)[1])
    stories = _between(published(request), first, last)
    days = stories.order_by().datetimes("first_published_at", "day")
    counts = {day.date(): 0 for day in days}
    for moment in stories.values_list("first_published_at", flat=True):
        counts[timezone.localtime(moment).date()] += 1
    note_list(request)
    return render(request, "web/archive_month.html", {"month": first, "days": list(counts.items())})


@require_safe
def archive_day(request: HttpRequest, year: int, month: int, day: int) -> HttpResponse:
    here = _day(year, month, day)
    everything = published(request)
    sheet = {"list": list_stories(request, _between(everything, here, here))}
    note_list(request)
    moments = everything.values_list("first_published_at", flat=True)
    before = moments.filter(first_published_at__lt=_first_moment(here)).first()
    after = moments.filter(first_published_at__gt=_last_moment(here)).last()
    context = {"day": here, "sheet": sheet, "before": before, "after": after}
    return render(request, "web/archive_day.html", context)


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """The public log of every correction, newest first."""
    made = Correction.objects.filter(story__in=published(request).order_by()).select_related("story")
    try:
        sheet = Paginator(made, CORRECTIONS_PER_PAGE).page(page_number(request))
    except EmptyPage as error:
        raise Http404(_("There is no such page.")) from error
    note_list(request)
    imprint_of(request).show(*(correction.story for correction in sheet))
    return render(request, "web/corrections.html", {"sheet": {"list": PlainList(sheet)}})


def _day(year: int, month: int, day: int) -> date:
    try:
        found = date(year, month, day)
    except ValueError as error:
        raise Http404(_("There is no such day.")) from error
    if not FIRST_YEAR <= year < LAST_YEAR:
        raise Http404(_("There is no such day."))
    return found


def _first_moment(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _last_moment(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.max))


def _between(stories: StoryQuerySet, first: date, last: date) -> StoryQuerySet:
    """The stories first published on the days from `first` to `last`, in the paper's zone."""
    return stories.filter(first_published_at__range=(_first_moment(first), _last_moment(last)))
