"""How names stand in addresses: letters of any script, digits, hyphens."""


class UnicodeSlug:
    """A path converter for slugs such as “김하나”."""

    regex = r"[-\w]+"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class RowNumber:
    """A path converter for the number of a row: no longer than a database counts."""

    regex = "[0-9]{1,18}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


class FourDigits:
    """A path converter for years: 2026."""

    regex = "[0-9]{4}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:04}"


class TwoDigits(FourDigits):
    """A path converter for months and days, so that each day has one address: 04, never 4."""

    regex = "[0-9]{2}"

    def to_url(self, value: int) -> str:
        return f"{value:02}"
