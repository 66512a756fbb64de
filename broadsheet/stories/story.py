"""Stories: the newspaper's articles, as Wagtail pages."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from broadsheet.stories.blocks import BODY
from broadsheet.stories.body import BodyField


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
        """What readers may see now, newest first."""
        return self.live().public().order_by("-first_published_at", "-pk")


class Story(Page):
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
    sources = models.TextField(
        _("sources"), blank=True, help_text=_("Documents and data that the story rests on, one a line.")
    )
    updated_at = models.DateTimeField(
        _("updated"),
        null=True,
        blank=True,
        help_text=_("Moves only when an editor says that the update is substantial."),
    )
    embargo_until = models.DateTimeField(
        _("embargo"), null=True, blank=True, help_text=_("Cannot be published before this time.")
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)
    withdrawal_note = models.TextField(
        _("withdrawal note"), blank=True, help_text=_("Told to readers in the story’s place.")
    )

    objects = PageManager.from_queryset(StoryQuerySet)()

    template = "stories/story.html"
    parent_page_types: list[str] | None = None  # a section says which pages may stand in it
    subpage_types: list[str] = []

    search_fields = [
        *Page.search_fields,
        index.SearchField("standfirst"),
        index.SearchField("body"),
        index.FilterField("form"),
        index.RelatedFields("bylines", [index.RelatedFields("contributor", [index.SearchField("name")])]),
    ]

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    @property
    def card_headline(self) -> str:
        return self.short_headline or self.title

    @property
    def withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def under_embargo(self) -> bool:
        return self.embargo_until is not None and self.embargo_until > timezone.now()
