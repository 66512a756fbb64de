"""Names the acts of this room in a page's history."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks


def name_acts(actions: Any) -> None:
    actions.register_action("broadsheet.withdraw", _("Withdraw"), _("Withdrawn"))
    actions.register_action("broadsheet.restore", _("Restore"), _("Restored after a withdrawal"))
    actions.register_action("broadsheet.correct", _("Correct"), _("Corrected"))
    actions.register_action("broadsheet.refuse", _("Refuse"), _("Not published at its scheduled time"))


hooks.register("register_log_actions", name_acts)
