"""Dates that move with the day: “3 days ago 07:40” in a story's head, “{weekday +4}” in its text."""

import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "ko": ("월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"),
}
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

DAYS_AGO = re.compile(r"(\d+) days? ago (\d\d):(\d\d)")
AGO = re.compile(r"(?:(\d+) hours?)?(?: ?(\d+) minutes?)? ago")
AHEAD = re.compile(r"in (\d+) (hour|day)s?")
PLACE = re.compile(r"\{(weekday|date) ([+-]?\d+)\}")


def moment(words: str, now: datetime, zone: ZoneInfo) -> datetime:
    """The time that the words name, seen from `now`; raises ValueError if they name none.

    “2 days ago 16:20” is a time of day in the newspaper's zone, so that it stays the same all day long.
    """
    if found := DAYS_AGO.fullmatch(words):
        day = now.astimezone(zone).date() - timedelta(days=int(found[1]))
        return datetime.combine(day, time(int(found[2]), int(found[3])), zone)
    if found := AHEAD.fullmatch(words):
        return now + timedelta(**{f"{found[2]}s": int(found[1])})
    found = AGO.fullmatch(words)
    if found and (found[1] or found[2]):
        return now - timedelta(hours=int(found[1] or 0), minutes=int(found[2] or 0))
    raise ValueError(f"“{words}” names no time; write “3 hours ago”, “2 days ago 16:20” or “in 14 hours”")


def fill_dates(text: str, published: datetime, language: str) -> str:
    """The text with every {weekday N} and {date N} written out, N days from its publication."""

    def written(found: re.Match[str]) -> str:
        day = published + timedelta(days=int(found[2]))
        if found[1] == "weekday":
            return WEEKDAYS[language][day.weekday()]
        return f"{day.month}월 {day.day}일" if language == "ko" else f"{day.day} {MONTHS[day.month - 1]}"

    return PLACE.sub(written, text)
