"""Pages that are asked whether they are ready before anything publishes them."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision

from broadsheet.stories.readiness import NotReadyError, Objection


class GatedPage(Page):
    """A page whose versions say themselves what keeps them back (docs/decisions/0023)."""

    class Meta:
        abstract = True

    def objections(self, now: datetime) -> list[Objection]:
        """What keeps this version from going out now, or at its scheduled time if that is later."""
        raise NotImplementedError

    def publish(self, revision: Revision, *arguments: Any, **keywords: Any) -> None:
        """Publish or schedule `revision`; raises NotReadyError, having changed nothing.

        It is one transaction, so that what is announced of it is announced before it holds (docs/decisions/0056).
        """
        version = revision.as_object()
        if objections := version.objections(timezone.now()):
            raise NotReadyError(self.pk, version.title, objections)
        with transaction.atomic():
            super().publish(revision, *arguments, **keywords)

    def unpublish(self, *arguments: Any, **keywords: Any) -> None:
        """Take the page off, as one transaction."""
        with transaction.atomic():
            super().unpublish(*arguments, **keywords)
