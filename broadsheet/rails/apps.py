"""Registers the room with Django."""

from django.apps import AppConfig


class RailsConfig(AppConfig):
    """The rails room as a Django application."""

    name = "broadsheet.rails"
    label = "rails"
    default_auto_field = "django.db.models.BigAutoField"
