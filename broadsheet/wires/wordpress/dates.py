"""When a post was published, in a time that means the same everywhere."""

from datetime import UTC, datetime, tzinfo
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from broadsheet.wires.wordpress.items import Item

EARLIEST, LATEST = datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


def dated(item: Item, zone: ZoneInfo) -> datetime | None:
    """The moment in UTC: WordPress's own UTC date, else the local one taken in the paper's zone, else the feed's."""
    candidates = (_read(item.date_gmt, UTC), _read(item.date, zone), _read_feed(item.pub_date))
    return next((found for found in candidates if found and EARLIEST < found < LATEST), None)


def _read(text: str, zone: tzinfo) -> datetime | None:
    """`2012-01-07 14:07:21`; None for WordPress's `0000-00-00 00:00:00` and whatever else is no date."""
    try:
        local = datetime.strptime(text.strip(), "%Y-%m-%d %H:%M:%S")  # noqa: DTZ007 (the zone follows)
        return local.replace(tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _read_feed(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
