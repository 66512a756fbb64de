"""Registers the room with Django."""

from django.apps import AppConfig


class UsersConfig(AppConfig):
    """The users room as a Django application."""

    name = "broadsheet.users"
    label = "users"
    default_auto_field = "django.db.models.BigAutoField"
