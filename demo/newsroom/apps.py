"""Registers the newspaper's own code with Django."""

from django.apps import AppConfig


class NewsroomConfig(AppConfig):
    """The newspaper's own application."""

    name = "newsroom"
    default_auto_field = "django.db.models.BigAutoField"
