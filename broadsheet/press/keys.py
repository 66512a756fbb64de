"""Surrogate keys: plain strings that name what a page shows; purging works by them."""

SITE = "site"
"""On every page: settings, navigation, templates."""

MISSING = "missing"
"""On every pressed 404 and redirect, so that whatever is published next may take its address."""


def listing(of: str) -> str:
    """The key of what stands in a list of stories: a section's front has "section-7" because it prints the section's
    name, as each of its stories does, and "section-7-list" because a new story changes it."""
    return f"{of}-list"


def read_keys(header: str) -> frozenset[str]:
    """The keys of a `Surrogate-Key` header, which parts them by spaces."""
    return frozenset(header.split())
