"""Registers the room with Django."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The web room as a Django application."""

    name = "broadsheet.web"
    label = "web"
    default_auto_field = "django.db.models.BigAutoField"
