"""The body field: Wagtail's StreamField, whose migrations do not repeat every block of the newspaper."""

from typing import Any

from wagtail.fields import StreamField


class BodyField(StreamField):
    """A StreamField that keeps its block definitions out of migrations (docs/decisions/0004)."""

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _args, keywords = super().deconstruct()
        keywords.pop("block_lookup", None)
        return name, path, [[]], keywords
