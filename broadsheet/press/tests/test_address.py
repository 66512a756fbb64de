"""Addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.press.address import page_address


class TestAPagesAddress:
    @pytest.mark.parametrize(
        ("path", "query", "address"),
        [
            (b"/", b"", "/"),
            (b"/world/a-story/", b"", "/world/a-story/"),
            (b"/world/", b"page=2", "/world/?page=2"),
            (b"/world/", b"page=2&order=oldest", "/world/?order=oldest&page=2"),
            (b"/world/", b"utm_source=x&page=2&fbclid=1", "/world/?page=2"),
            (b"/world/", b"utm_source=x", "/world/"),
            (b"/ko/%EC%84%B8%EA%B3%84/", b"", "/ko/%EC%84%B8%EA%B3%84/"),
        ],
    )
    def test_is_its_path_and_what_orders_it(self, path, query, address):
        assert page_address(path, query) == address

    @pytest.mark.parametrize(
        ("path", "query"),
        [
            (b"/search/", b"q=war"),
            (b"/world/", b"page=2&page=3"),
            (b"/world/", b"page=-1"),
            (b"/world/", b"page=2;drop"),
            (b"/world//story/", b""),
            (b"/world/../desk/", b""),
            (b"/world/./story/", b""),
            (b"/%77orld/", b""),
            (b"/world%2Fstory/", b""),
            (b"/world%2fstory/", b""),
            (b"/ko/%ec%84%b8/", b""),
            (b"/world/%00", b""),
            (b"/world\\story/", b""),
            (b"/" + b"a" * 2000, b""),
            (b"*", b""),
            (b"", b""),
            (b"http://other.example/", b""),
        ],
    )
    def test_is_none_where_a_page_would_have_two(self, path, query):
        assert page_address(path, query) is None

    @given(st.binary(max_size=60), st.binary(max_size=60))
    def test_is_one_spelling_or_none(self, path, query):
        address = page_address(path, query)
        if address is not None:
            again, _, kept = address.partition("?")
            assert page_address(again.encode("latin-1"), kept.encode("latin-1")) == address
