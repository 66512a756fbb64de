"""Registers the room with Django."""

from django.apps import AppConfig


class SectionsConfig(AppConfig):
    """The sections room as a Django application."""

    name = "broadsheet.sections"
    label = "sections"
    default_auto_field = "django.db.models.BigAutoField"
