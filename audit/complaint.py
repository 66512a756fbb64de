"""A complaint: what a judge says of a page."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple


class Complaint(NamedTuple):
    """What is wrong, and with which page, in one line each."""

    page: str
    fault: str


def tell(complaints: Iterable[Complaint]) -> list[str]:
    """The complaints for reading: each fault once, with the pages that have it."""
    pages: dict[str, list[str]] = defaultdict(list)
    for complaint in complaints:
        pages[" ".join(complaint.fault.split())].append(complaint.page)
    return [f"{fault}\n      on {', '.join(found)}" for fault, found in pages.items()]
