"""Topics: what stories are about, each with a page of its own."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable
from wagtail.search import index


class Topic(index.Indexed, models.Model):
    """A subject that is followed over several stories: a treaty, a city, a company."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("address"), max_length=80, unique=True, allow_unicode=True)
    introduction = models.TextField(_("introduction"), blank=True)

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def __str__(self) -> str:
        return self.name

    @property
    def surrogate_key(self) -> str:
        return f"topic-{self.pk}"


class StoryTopic(Orderable):
    """That a story is about a topic; the first topic is the main one."""

    story = ParentalKey("stories.Story", on_delete=models.CASCADE, related_name="story_topics")
    topic = models.ForeignKey(Topic, verbose_name=_("topic"), on_delete=models.CASCADE, related_name="story_topics")

    class Meta(Orderable.Meta):
        verbose_name = _("topic of a story")
        verbose_name_plural = _("topics of stories")
        constraints = [models.UniqueConstraint(fields=["story", "topic"], name="a_topic_once_a_story")]

    def __str__(self) -> str:
        return f"{self.story_id} is about {self.topic_id}"
