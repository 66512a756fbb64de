"""The catalogues of messages: compiled as they are written, complete where readers look."""

import pytest

from making.messages import LOCALES, Catalog, as_mo, as_po, gather, languages, read

READERS = (
    "broadsheet/web/",
    "broadsheet/stories/story.py",
    "broadsheet/stories/byline.py",
    "broadsheet/stories/correction.py",
    "broadsheet/rails/reasons.py",
    "broadsheet/rails/catalogue.py",
)
RUN = "run: make messages"


@pytest.fixture(params=languages())
def language(request) -> str:
    return request.param


@pytest.fixture
def catalog(language) -> Catalog:
    return read(language)


class TestACatalogue:
    def test_is_compiled_as_it_is_written(self, language, catalog):
        compiled = (LOCALES / language / "LC_MESSAGES" / "django.mo").read_bytes()
        assert compiled == as_mo(catalog), RUN

    def test_holds_exactly_the_messages_of_the_sources(self, language, catalog):
        written = (LOCALES / language / "LC_MESSAGES" / "django.po").read_bytes()
        assert written == as_po(gather(language, catalog)), RUN

    def test_translates_every_word_that_a_reader_sees(self, catalog):
        missing = [
            message.id
            for message in catalog
            if message.id
            and not any(message.string or "")
            and any(file.startswith(READERS) for file, _line in message.locations)
        ]
        assert missing == []

    def test_keeps_every_placeholder(self, catalog):
        wrong = [(message.id, str(error)) for message, errors in catalog.check() for error in errors]
        assert wrong == []
