"""The body field: Wagtail's StreamField, whose migrations do not repeat every block of the newspaper."""

import json
from typing import Any

from django.db import models
from wagtail import blocks
from wagtail.fields import StreamField

from broadsheet.stories.blocks import BODY


class UnknownBlock(blocks.Block):
    """Whatever a body holds under a name that no block has today, kept as it is."""

    def get_prep_value(self, value: object) -> object:
        return value

    def to_python(self, value: object) -> object:
        return value

    def normalize(self, value: object) -> object:
        return value


class HistoricBody(blocks.StreamBlock):
    """Today's blocks, and room for yesterday's: reading and saving a body in a migration loses nothing."""

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and value:
            value = json.loads(value)
        if isinstance(value, list):
            for name in {child["type"] for child in value} - self.child_blocks.keys():
                unknown = UnknownBlock()
                unknown.set_name(name)
                self.child_blocks[name] = unknown
        return super().to_python(value)


class BodyField(StreamField):
    """A StreamField that keeps its block definitions out of migrations (docs/decisions/0020).

    A migration writes it as `BodyField([])`; such a field reads today's blocks and keeps what it does not know.
    """

    def __init__(self, block_types: Any = (), **keywords: Any) -> None:
        super().__init__(block_types or HistoricBody, **keywords)
        self._historic = not block_types

    @property
    def stream_block(self) -> blocks.StreamBlock:
        if "_stream_block" not in self.__dict__:
            block = HistoricBody(list(BODY)) if self._historic else blocks.StreamBlock(list(self.block_types_arg))
            block.set_meta_options(self.block_opts)
            self.__dict__["_stream_block"] = block
        return self.__dict__["_stream_block"]

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _arguments, keywords = models.Field.deconstruct(self)
        return name, path, [[]], keywords
