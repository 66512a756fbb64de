"""Keeps the catalogues of messages: `make messages` finds what can be translated and compiles what has been.

Both the catalogue (.po) and its compiled form (.mo) are committed, so that a newspaper needs no gettext tools; a test
compares them with the sources.
"""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "broadsheet"
LOCALES = PACKAGE / "locale"
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
    "_t": None,
}
HEADER = (
    "# The newspaper’s messages in another language, kept by `make messages`: write the translations, nothing else.\n#"
)
THEN = datetime(2026, 1, 1, tzinfo=UTC)  # the files do not change with the day on which they are made


def sources() -> list[Path]:
    """Every file whose words can be translated: Python and templates, without tests and migrations."""
    files = [*PACKAGE.rglob("*.py"), *PACKAGE.glob("*/templates/**/*.html"), *PACKAGE.glob("*/templates/**/*.txt")]
    return sorted(file for file in files if not {"tests", "migrations"} & set(file.parts))


def found() -> Iterator[tuple[str, str | tuple[str, ...], str | None]]:
    """Every message in the sources: where it stands, its words (several if it has a plural), its context."""
    for file in sources():
        text = file.read_text(encoding="utf-8")
        if file.suffix != ".py":
            text = templatize(text)
        for _line, words, _comments, context in extract("python", io.BytesIO(text.encode()), keywords=KEYWORDS):
            yield file.relative_to(ROOT).as_posix(), words, context


def gather(language: str, before: Catalog) -> Catalog:
    """The catalogue of everything in the sources, with the translations that `before` has."""
    catalog = Catalog(locale=language, header_comment=HEADER, fuzzy=False)
    places: dict[tuple[str | tuple[str, ...], str | None], set[str]] = {}
    for place, words, context in found():
        places.setdefault((words, context), set()).add(place)
    for (words, context), files in places.items():
        single = words if isinstance(words, str) else words[0]
        known = before.get(single, context)
        string = known.string if known is not None and known.id == words else None
        locations = [(file, None) for file in sorted(files)]
        catalog.add(words, string, context=context, locations=locations, flags=_flags(known))
    return catalog


def read(language: str) -> Catalog:
    path = LOCALES / language / "LC_MESSAGES" / "django.po"
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def as_po(catalog: Catalog) -> bytes:
    file = io.BytesIO()
    write_po(file, catalog, width=110, sort_output=True, omit_header=True, include_lineno=False)
    head = f'{HEADER}\nmsgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    plural = f'"Language: {catalog.locale}\\n"\n"Plural-Forms: {catalog.plural_forms}\\n"\n\n'
    return (head + plural).encode() + file.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    """The compiled form; untranslated messages are left out and stay English."""
    catalog.creation_date = catalog.revision_date = THEN
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def languages() -> list[str]:
    return sorted(folder.name for folder in LOCALES.iterdir() if folder.is_dir())


def _flags(known: Message | None) -> set[str]:
    return {flag for flag in known.flags if flag != "fuzzy"} if known else set()


def main() -> None:
    for language in languages():
        catalog = gather(language, read(language))
        folder = LOCALES / language / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "django.po").write_bytes(as_po(catalog))
        (folder / "django.mo").write_bytes(as_mo(read(language)))
        missing = [message for message in catalog if message.id and not any(message.string or "")]
        print(f"{language}: {len(catalog)} messages, {len(missing)} not yet translated")


if __name__ == "__main__":
    main()
