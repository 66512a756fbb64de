"""Binds the style sheet when static files are collected: written as many small files, sent as one."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.storage import ManifestStaticFilesStorage

SHEET = "web/css/broadsheet.css"
IMPORT = re.compile(r'@import "(?P<name>[\w-]+\.css)" layer\((?P<layer>\w+)\)(?: (?P<media>\w+))?;')


def bind(sheet: str, read: Callable[[str], str]) -> str:
    """`sheet` with each of its imports replaced by the file's own rules, in the layer and medium that it names."""

    def rules(found: re.Match[str]) -> str:
        layer = f"@layer {found['layer']}{{{squeeze(read(found['name']))}}}"
        return f"@media {found['media']}{{{layer}}}" if found["media"] else layer

    return IMPORT.sub(rules, squeeze(sheet))


def squeeze(text: str) -> str:
    """Style rules without comments and without the space that only their authors need."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    return re.sub(r" ?([{};,]) ?", r"\1", text).replace(": ", ":").replace(";}", "}").strip()


class BoundStaticFilesStorage(ManifestStaticFilesStorage):
    """Hashed names for ever-cached files; before anything has been collected, plain names."""

    support_js_module_import_aggregation = True

    def post_process(self, paths: dict[str, Any], *arguments: Any, **options: Any) -> Iterator[Any]:
        if SHEET in paths and not options.get("dry_run"):
            Path(self.path(SHEET)).write_text(self._bound(paths), encoding="utf-8")
            paths = {**paths, SHEET: (self, SHEET)}
        yield from super().post_process(paths, *arguments, **options)

    def stored_name(self, name: str) -> str:
        return super().stored_name(name) if self.hashed_files else name

    @staticmethod
    def _bound(paths: dict[str, Any]) -> str:
        """Read from where the files come from, so that an import that changed is bound again."""

        def read(name: str) -> str:
            storage, path = paths[f"{Path(SHEET).parent}/{name}"]
            with storage.open(path) as source:
                return source.read().decode("utf-8")

        return bind(read(Path(SHEET).name), read)
