"""Old addresses lead to where things stand now."""

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from broadsheet.wires.intake.edition import Edition
from broadsheet.wires.reasons import Notes, Reason

LONGEST = 255  # characters that Wagtail keeps of an address


def lead(old_path: str, target: Page | str, edition: Edition, notes: Notes) -> bool:
    """Makes a permanent redirect from a path (with its query); says whether it made one. The path may be its own."""
    path = Redirect.normalise_path(old_path)
    if path == "/" or path == Redirect.normalise_path(_address(target)):
        return False
    if len(path) > LONGEST:
        notes.add(Reason.REDIRECT_LONG, path)
        return False
    known = Redirect.objects.filter(old_path=path, site=edition.site).first()
    if known is None:
        Redirect.add_redirect(path, target, site=edition.site)
        return True
    same = known.redirect_page_id == target.pk if isinstance(target, Page) else known.redirect_link == target
    if not same:
        notes.add(Reason.REDIRECT_TAKEN, path)
    return False


def _address(target: Page | str) -> str:
    return target if isinstance(target, str) else target.get_url() or ""
