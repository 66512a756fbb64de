"""The newsroom's account, its own model from the first migration so that a newspaper can always extend it."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Somebody who works at the newspaper and may sign in to its desk."""
