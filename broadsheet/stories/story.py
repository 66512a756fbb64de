"""Stories: the newspaper's articles, as Wagtail pages."""

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef
from django.db.models.functions import Length, Substr
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel
from wagtail.models import Page, PageManager, PageViewRestriction, Revision
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail.url_routing import RouteResult

from broadsheet.stories import readiness
from broadsheet.stories.blocks import BODY
from broadsheet.stories.body import BodyField
from broadsheet.stories.gated import GatedPage
from broadsheet.stories.story_form import StoryForm


class Form(models.TextChoices):
    """What type of work a story is."""

    NEWS = "news", _("News")
    ANALYSIS = "analysis", _("Analysis")
    OPINION = "opinion", _("Opinion")
    EDITORIAL = "editorial", _("Editorial")
    FEATURE = "feature", _("Feature")
    INTERVIEW = "interview", _("Interview")
    REVIEW = "review", _("Review")
    OBITUARY = "obituary", _("Obituary")


class StoryQuerySet(PageQuerySet):
    """Stories, with the newsroom's questions as methods."""

    def published(self) -> "StoryQuerySet":
        """What every reader may see now, newest first. A withdrawn story is not live, so it is in no list.

        What Wagtail’s `public()` asks in a query of its own is asked here within the query for the stories.
        """
        private = PageViewRestriction.objects.filter(page__path=Substr(OuterRef("path"), 1, Length("page__path")))
        return self.live().filter(~Exists(private)).order_by("-first_published_at", "-pk")

    def withdrawn(self) -> "StoryQuerySet":
        return self.filter(withdrawn_at__isnull=False)

    def as_cards(self) -> "StoryQuerySet":
        """With all that a card prints (photo, sizes, bylines) and without bodies, in four queries for any number."""
        return (
            self.defer_streamfields()
            .select_related("lead_photo", "locale")
            .prefetch_related("bylines__contributor", "lead_photo__renditions")
        )


class Story(GatedPage):
    """One article. Wagtail's `title` is its headline; `first_published_at` is when readers could first read it."""

    short_headline = models.CharField(
        _("short headline"),
        max_length=90,
        blank=True,
        help_text=_("For lists and narrow places. Empty: the headline."),
    )
    standfirst = models.TextField(
        _("standfirst"), max_length=400, blank=True, help_text=_("One or two sentences under the headline.")
    )
    body = BodyField(BODY, verbose_name=_("body"), blank=True)
    form = models.CharField(_("type of work"), max_length=20, choices=Form, default=Form.NEWS)
    place = models.CharField(_("place"), max_length=80, blank=True, help_text=_("Where it was reported from."))
    lead_photo = models.ForeignKey(
        "stories.Photo",
        verbose_name=_("lead photo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    lead_caption = models.CharField(
        _("caption of the lead photo"), max_length=1000, blank=True, help_text=_("Empty: the photo’s own.")
    )
    sources = models.TextField(
        _("sources"), blank=True, help_text=_("Documents and data that the story rests on, one a line.")
    )
    updated_at = models.DateTimeField(
        _("updated"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Moves only when an editor says that the update is substantial."),
    )
    embargo_until = models.DateTimeField(
        _("embargo"), null=True, blank=True, help_text=_("Cannot be published before this time.")
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)
    withdrawal_note = models.TextField(_("withdrawal note"), blank=True, editable=False)
    withdrawn_revision = models.ForeignKey(
        Revision, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )

    objects = PageManager.from_queryset(StoryQuerySet)()

    template = "stories/story.html"
    withdrawn_template = "stories/withdrawn.html"
    parent_page_types: list[str] | None = None  # a section says which pages may stand in it
    subpage_types: list[str] = []

    base_form_class = StoryForm
    content_panels = [
        TitleFieldPanel(
            "title",
            heading=_("Headline"),
            placeholder=_("Headline"),
            help_text=_("What happened, in a few plain words."),
        ),
        FieldPanel("standfirst"),
        FieldPanel("body"),
        FieldPanel("substantial"),
        InlinePanel("bylines", heading=_("Bylines"), label=_("byline")),
        MultiFieldPanel([FieldPanel("lead_photo"), FieldPanel("lead_caption")], heading=_("Lead photo")),
        InlinePanel("story_topics", heading=_("Topics"), label=_("topic")),
        FieldRowPanel([FieldPanel("form"), FieldPanel("place")], heading=_("Type of work and place")),
        FieldPanel("embargo_until", heading=_("Embargo")),
        InlinePanel("corrections", heading=_("Corrections"), label=_("correction"), classname="collapsed"),
        MultiFieldPanel(
            [
                FieldPanel("short_headline"),
                FieldPanel("sources"),
                FieldPanel("slug", heading=_("Address")),
                FieldPanel("search_description"),
            ],
            heading=_("Short headline, sources, address"),
            classname="collapsed",
        ),
    ]
    promote_panels: list[FieldPanel] = []  # one screen: what a reporter needs stands above, the rest folded at its foot

    search_fields = [
        *Page.search_fields,
        index.SearchField("standfirst"),
        index.SearchField("body"),
        index.FilterField("form"),
        index.RelatedFields("bylines", [index.RelatedFields("contributor", [index.SearchField("name")])]),
        index.RelatedFields("story_topics", [index.RelatedFields("topic", [index.SearchField("name")])]),
    ]

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    @property
    def card_headline(self) -> str:
        return self.short_headline or self.title

    @property
    def surrogate_key(self) -> str:
        return f"story-{self.pk}"

    @property
    def withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def under_embargo(self) -> bool:
        return self.embargo_until is not None and self.embargo_until > timezone.now()

    @property
    def substantially_updated_at(self) -> datetime | None:
        """When the story was last updated substantially after readers could first read it, if ever."""
        if self.updated_at and self.first_published_at and self.updated_at > self.first_published_at:
            return self.updated_at
        return None

    def source_lines(self) -> list[str]:
        return [line.strip() for line in self.sources.splitlines() if line.strip()]

    def objections(self, now: datetime) -> list[readiness.Objection]:
        goes_live_at = max(now, self.go_live_at) if self.go_live_at else now
        return [
            *readiness.withdrawal_objections(self.withdrawn_at),
            *readiness.embargo_objections(self.embargo_until, goes_live_at),
            *readiness.photo_objections(self.lead_photo, self.body),
        ]

    def with_content_json(self, content: dict[str, Any]) -> "Story":
        """A version from a revision. When it first came out and whether it is withdrawn belong to the story itself."""
        version: Story = super().with_content_json(content)
        version.first_published_at = self.first_published_at or version.first_published_at
        version.withdrawn_at = self.withdrawn_at
        version.withdrawal_note = self.withdrawal_note
        version.withdrawn_revision_id = self.withdrawn_revision_id
        version.updated_at = max(filter(None, [self.updated_at, version.updated_at]), default=None)
        return version

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        if self.withdrawn and not path_components:
            return RouteResult(self)
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *arguments: Any, **keywords: Any) -> HttpResponse:
        if self.withdrawn:
            return TemplateResponse(request, self.withdrawn_template, self.get_context(request), status=410)
        return super().serve(request, *arguments, **keywords)
