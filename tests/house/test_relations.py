"""What imports hide: foreign keys, names of models in strings and template tags keep to the map as well."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from django.template import engines
from django.template.utils import get_app_template_dirs

from tests.house.layers import ROOT, layers, may_use

PACKAGE = "broadsheet."


def room_of(model: type[models.Model]) -> str | None:
    """The room that a model lives in, or None for one that is not ours."""
    name = model.__module__
    return name.split(".")[1] if name.startswith(PACKAGE) else None


def relations_upward(model: type[models.Model], lines: list[list[str]]) -> Iterator[str]:
    """The model's own relations that point to a room it may not know."""
    room = room_of(model)
    for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
        target = field.related_model
        if isinstance(target, type) and issubclass(target, models.Model):
            other = room_of(target)
            if room and other and not may_use(room, other, lines):
                yield f"{model.__name__}.{field.name} → {other}.{target.__name__}"


def strings_upward(source: str, room: str, names: dict[str, str], lines: list[list[str]]) -> Iterator[str]:
    """The strings in a module that name a model (“stories.Story”) of a room that `room` may not know."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            other = names.get(node.value.lower())
            if other and not may_use(room, other, lines):
                yield f"line {node.lineno}: “{node.value}”"


def tags_upward(source: str, room: str, libraries: dict[str, str], lines: list[list[str]]) -> Iterator[str]:
    """The tag libraries that a template of `room` loads from a room it may not know."""
    for names in re.findall(r"{%\s*load\s+(.+?)\s*%}", source):
        for name in names.split(" from ")[-1].split():
            other = libraries.get(name)
            if other and not may_use(room, other, lines):
                yield f"{{% load {name} %}} from {other}"


def _rooms_modules() -> Iterator[tuple[str, Path]]:
    for path in sorted((ROOT / "broadsheet").rglob("*.py")):
        parts = path.relative_to(ROOT / "broadsheet").parts
        if len(parts) > 1 and not {"migrations", "tests", "pattern"} & set(parts):
            yield parts[0], path


class TestModels:
    @pytest.mark.parametrize("model", [m for m in apps.get_models() if room_of(m)], ids=lambda model: model.__name__)
    def test_relate_to_nothing_above_their_room(self, model):
        assert list(relations_upward(model, layers())) == []

    def test_are_never_named_in_a_room_below_them(self):
        names = {model._meta.label_lower: room for model in apps.get_models() if (room := room_of(model))}
        found = [
            f"{path.relative_to(ROOT)} {upward}"
            for room, path in _rooms_modules()
            for upward in strings_upward(path.read_text(encoding="utf-8"), room, names, layers())
        ]
        assert found == []


class TestTemplates:
    def test_load_no_tags_from_a_room_that_theirs_may_not_know(self):
        libraries = {
            name: module.split(".")[1]
            for name, module in engines["django"].engine.libraries.items()
            if module.startswith(PACKAGE)
        }
        found = [
            f"{path} {upward}"
            for folder in map(Path, get_app_template_dirs("templates"))
            if folder.is_relative_to(ROOT / "broadsheet")
            for path in folder.rglob("*.html")
            for upward in tags_upward(path.read_text(encoding="utf-8"), folder.parent.name, libraries, layers())
        ]
        assert found == []


class TestTheseChecks:
    """Each on a small house that breaks the rule."""

    LINES = [["web"], ["sections"], ["stories"]]

    def test_see_a_foreign_key_upward(self):
        story = apps.get_model("stories.Story")
        upside_down = [["users"], ["stories"], ["sections"]]
        assert list(relations_upward(apps.get_model("sections.Placement"), upside_down)) == [
            "Placement.story → stories.Story"
        ]
        assert list(relations_upward(story, layers())) == []

    def test_see_a_model_named_in_a_string(self):
        source = 'parent_page_types = ["sections.Section"]'
        names = {"sections.section": "sections"}
        assert list(strings_upward(source, "stories", names, self.LINES)) == ["line 1: “sections.Section”"]
        assert list(strings_upward(source, "web", names, self.LINES)) == []

    @pytest.mark.parametrize("tag", ["{% load press %}", "{%load i18n press%}", "{% load slot from press %}"])
    def test_see_a_tag_from_above(self, tag):
        assert list(tags_upward(tag, "stories", {"press": "web", "slot": "web"}, self.LINES))
