"""What readers send: a report of an error into the desk, and the request to see an author's address."""

from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from broadsheet.stories.models import Contributor, ErrorReport, Story
from broadsheet.web.edition import edition_of


class ErrorReportForm(forms.ModelForm[ErrorReport]):
    """What is wrong in a story, and how to reach whoever noticed, if they wish."""

    website = forms.CharField(required=False, label=_("Leave this empty"))  # people do not see it, programs fill it

    class Meta:
        model = ErrorReport
        fields = ["text", "name", "email"]
        labels = {
            "text": _("What is wrong, and what is right?"),
            "name": _("Your name (you may leave it out)"),
            "email": _("Your e-mail, if we may ask you back"),
        }
        widgets = {
            "text": forms.Textarea(attrs={"rows": 7, "maxlength": 2000}),
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }

    @property
    def sent_by_a_program(self) -> bool:
        return bool(self.cleaned_data.get("website"))


def same_site(request: HttpRequest) -> bool:
    """Whether a form came from this newspaper's own page. Pressed pages carry no CSRF token; browsers say whence."""
    if (site := request.headers.get("Sec-Fetch-Site")) is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    if origin is None or origin == "null":
        return False
    own = {urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc, request.get_host()}
    return urlsplit(origin).netloc in own


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report_error(request: HttpRequest, story_id: int) -> HttpResponse:
    """The form for an error in one story; sent, it stands in the desk."""
    story = get_object_or_404(Story.objects.published(), pk=story_id)
    context = {"story": story, "section": edition_of(request).section_of(story)}
    if request.method != "POST":
        return render(request, "web/report_error.html", {**context, "form": ErrorReportForm()})
    if not same_site(request):
        return HttpResponseForbidden(_("This form was not sent from our page."))
    form = ErrorReportForm(request.POST)
    if not form.is_valid():
        return render(request, "web/report_error.html", {**context, "form": form}, status=422)
    if not form.sent_by_a_program:
        form.instance.story = story
        form.save()
    return render(request, "web/report_sent.html", context)


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def author_contact(request: HttpRequest, slug: str) -> HttpResponse:
    """An author's address, on no page that can be fetched: a reader sees it after pressing a button."""
    person = get_object_or_404(Contributor.objects.exclude(email=""), slug=slug)
    if request.method == "POST" and not same_site(request):
        return HttpResponseForbidden(_("This form was not sent from our page."))
    return render(request, "web/author_contact.html", {"person": person, "shown": request.method == "POST"})
