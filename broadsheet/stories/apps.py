"""Registers the room with Django."""

from django.apps import AppConfig


class StoriesConfig(AppConfig):
    """The stories room as a Django application."""

    name = "broadsheet.stories"
    label = "stories"
    default_auto_field = "django.db.models.BigAutoField"
