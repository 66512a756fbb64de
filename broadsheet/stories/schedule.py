"""The schedule: stories whose time has come go out, and those whose time is over come off."""

import logging
from datetime import datetime

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from broadsheet.stories.readiness import NotReadyError

logger = logging.getLogger(__name__)


def publish_due(now: datetime) -> tuple[int, list[NotReadyError]]:
    """Publish every revision whose time has come; gives how many went out, and which were refused and why.

    A refused one loses its place in the schedule, keeps its draft, and says so in the page's history; the others go
    out all the same. One that cannot be published for another cause keeps its place, and is tried again with the next.
    """
    published, refused = 0, []
    for revision in Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at"):
        try:
            with transaction.atomic():
                revision.publish(log_action="wagtail.publish.scheduled")
            published += 1
        except NotReadyError as error:
            refused.append(error)
            logger.warning("Not published at its scheduled time: %s", error)
            Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
            log(instance=revision.content_object, action="broadsheet.refuse", data={"why": str(error)})
        except Exception:
            logger.exception("Not published at its scheduled time, to be tried again: revision %s", revision.pk)
    return published, refused


def expire_due(now: datetime) -> int:
    """Take every page off whose time is over; gives how many."""
    over = list(Page.objects.filter(live=True, expire_at__lt=now).order_by("expire_at"))
    for page in over:
        with transaction.atomic():
            page.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return len(over)
