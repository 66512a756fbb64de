"""Registers the room with Django."""

from django.apps import AppConfig


class WiresConfig(AppConfig):
    """The wires room as a Django application."""

    name = "broadsheet.wires"
    label = "wires"
    default_auto_field = "django.db.models.BigAutoField"
