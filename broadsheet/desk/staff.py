"""Staffs a new desk: who works in the newsroom, what each may do, and the way of a story from draft to publication."""

from dataclasses import dataclass
from typing import Final

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

EDITING, PUBLICATION = "Editing", "Publication"
WORKFLOW = "the editors"  # Wagtail makes “Submit to the editors” of it
WAGTAILS_OWN: Final = "Moderators approval"  # what Wagtail's migrations leave: the mark of a desk without staff


@dataclass(frozen=True)
class Duty:
    """One group of colleagues. Every permission is Wagtail's or Django's own, so an owner may change it in the desk."""

    group: str
    pages: str
    photos: str
    lists: dict[str, str]
    approves: bool


WRITES = {"wagtailadmin.admin": "access", "stories.topic": "add view", "stories.contributor": "add view"}
EDITS = {
    "wagtailadmin.admin": "access",
    "stories.topic": "add change delete view",
    "stories.contributor": "add change delete view",
    "stories.errorreport": "change view",
    "sections.breakingnews": "add change delete view",
    "rails.mustread": "add change delete view",
    "rails.steer": "add change delete view",
}
PUBLISHES = {
    **EDITS,
    "stories.errorreport": "change delete view",
    "sections.masthead": "change",
    "rails.railsettings": "add change delete view",
    "users.user": "add change delete view",
    "wagtailredirects.redirect": "add change delete view",
}
DUTIES = [
    Duty("Reporters", "add change", "add choose", WRITES, approves=False),
    Duty("Editors", "add change publish lock unlock", "add change choose", EDITS, approves=True),
    Duty(
        "Publishers", "add change publish lock unlock bulk_delete", "add change delete choose", PUBLISHES, approves=True
    ),
]


@transaction.atomic
def staff_desk() -> bool:
    """Make the groups and the workflow of a desk that has only Wagtail's own; does nothing, and says so, if not.

    What an owner changed afterwards is therefore never put back.
    """
    wagtails = Workflow.objects.filter(name=WAGTAILS_OWN)
    if not wagtails.exists():
        return False
    GroupApprovalTask.objects.filter(name=WAGTAILS_OWN).delete()
    wagtails.delete()
    Group.objects.filter(name__in=["Editors", "Moderators"], user=None).delete()
    groups = [_group(duty) for duty in DUTIES]
    _lay_out_workflow([group for group, duty in zip(groups, DUTIES, strict=True) if duty.approves])
    return True


def _group(duty: Duty) -> Group:
    group, _ = Group.objects.get_or_create(name=duty.group)
    group.permissions.add(*_listed(duty.lists))
    everywhere, library = Page.get_first_root_node(), Collection.get_first_root_node()
    for act in duty.pages.split():
        GroupPagePermission.objects.get_or_create(
            group=group, page=everywhere, permission=_permission("wagtailcore", f"{act}_page")
        )
    for act in duty.photos.split():
        for app, model in (("wagtailimages", "image"), ("wagtaildocs", "document")):
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=library, permission=_permission(app, f"{act}_{model}")
            )
    return group


def _listed(lists: dict[str, str]) -> list[Permission]:
    return [
        _permission(model.split(".")[0], f"{act}_{model.split('.')[1]}")
        for model, acts in lists.items()
        for act in acts.split()
    ]


def _permission(app: str, codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def _lay_out_workflow(approving: list[Group]) -> None:
    """Draft → edited → published: two looks, the first at the words, the second at the moment."""
    workflow = Workflow.objects.create(name=WORKFLOW, active=True)
    for order, name in enumerate((EDITING, PUBLICATION)):
        task = GroupApprovalTask.objects.create(name=name, active=True)
        task.groups.set(approving)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
    WorkflowPage.objects.create(workflow=workflow, page=Page.get_first_root_node())
