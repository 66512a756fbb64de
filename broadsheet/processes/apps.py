"""Registers the room with Django, which is how every process that runs Django gets its wiring."""

from django.apps import AppConfig


class ProcessesConfig(AppConfig):
    """The newspaper's processes as a Django application."""

    name = "broadsheet.processes"
    label = "processes"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from broadsheet import wiring  # noqa: PLC0415 (its events come from models, which are ready only now)

        wiring.connect_all()
