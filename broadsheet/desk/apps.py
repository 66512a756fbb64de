"""Registers the room with Django."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The desk room as a Django application."""

    name = "broadsheet.desk"
    label = "desk"
    default_auto_field = "django.db.models.BigAutoField"
