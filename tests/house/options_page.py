"""Writes docs/options.md from the table of options: python -m tests.house.options_page."""

from broadsheet.options import OPTIONS, Option
from tests.house.layers import ROOT

PAGE = ROOT / "docs" / "options.md"
HEAD = """\
# Options

What an owner may set. Each is read from the environment (`BROADSHEET_TIME_ZONE`), else from `broadsheet.toml` in the
newspaper's folder (`time_zone = "Asia/Seoul"`), else it has its default. The newspaper's folder is the current one,
`BROADSHEET_PAPER`, or `broadsheet --paper PATH`. In the environment a list is written with commas, true and false as
words. `broadsheet check` says what is wrong with the values in force.

Secrets (`secret_key`, `database`, `mail`) belong in the environment rather than in the file.

| option | default | what it is |
|---|---|---|
"""
TAIL = """
## Only in the environment

| variable | what it is |
|---|---|
| `BROADSHEET_PAPER` | the newspaper's folder |
| `BROADSHEET_FIRST_ACCOUNT` | the name of the account that is made when there is none, at the first start |
| `BROADSHEET_FIRST_PASSWORD` | its password |
| `BROADSHEET_FIRST_MAIL` | its mail address, for a forgotten password |
"""


def describe(option: Option) -> str:
    """One line of the table, as an owner would write the default in the file."""
    match option.default:
        case bool():
            default = str(option.default).lower()
        case list():
            default = "[" + ", ".join(f'"{part}"' for part in option.default) + "]"
        case int():
            default = str(option.default)
        case _:
            default = f'"{option.default}"'
    return f"| `{option.name}` | `{default}` | {option.sentence} |\n"


def options_page() -> str:
    return HEAD + "".join(map(describe, OPTIONS)) + TAIL


if __name__ == "__main__":
    PAGE.write_text(options_page(), encoding="utf-8")
