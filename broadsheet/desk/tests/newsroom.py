"""A desk with its staff, for the tests of this room."""

from django.contrib.auth.models import Group

from broadsheet.desk.staff import staff_desk
from broadsheet.users.models import User


def hire(name: str, group: str) -> User:
    """Somebody in one of the newsroom's groups."""
    staff_desk()
    person = User.objects.create_user(name, f"{name}@paper.example", "x" * 12)
    person.groups.add(Group.objects.get(name=group))
    return person
