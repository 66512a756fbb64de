"""What an owner may set: a table (name, default, one sentence), read from the environment or one file.

An option called `time_zone` is read from the environment variable `BROADSHEET_TIME_ZONE`, else from the key
`time_zone` in the newspaper's `broadsheet.toml`, else it has its default. The newspaper's folder is
`BROADSHEET_PAPER`, or the current folder.
"""

import os
import secrets
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

FILE_NAME = "broadsheet.toml"


class OptionError(ValueError):
    """An option has a value that cannot be used; the message says which, where it was read and what to write."""


@dataclass(frozen=True)
class Option:
    """One line of the table. The default's type is the option's type: `str`, `bool`, `int` or `list[str]`."""

    name: str
    default: str | bool | int | list[str]
    sentence: str


OPTIONS = [
    Option("name", "The Broadsheet", "The newspaper's name, as printed at the top of every page."),
    Option("address", "http://localhost:8000", "The newspaper's public address, with scheme and without a path."),
    Option("language", "en", "The language that the newspaper is written in, as a BCP 47 code."),
    Option("languages", ["en"], "Every language with an edition; each beyond the first lives under /code/."),
    Option("time_zone", "UTC", "The newspaper's time zone, in which every date and time is shown."),
    Option("state", "var", "The folder of everything that the newspaper keeps, relative to the newspaper's own."),
    Option("database", "", "A PostgreSQL address (postgresql://…); empty for an SQLite file in the state folder."),
    Option("secret_key", "", "Signs sessions and tokens; empty to have one made and kept in the state folder."),
    Option("apps", [], "The newspaper's own Django applications, loaded before the shipped ones."),
    Option("hosts", [], "Further host names that the newspaper answers to, beside the one in its address."),
    Option(
        "mail",
        "",
        "Where mail goes out: smtp:// (STARTTLS), smtps:// or smtp+plain://, then user:password@host:port, or "
        "file:///folder; empty prints it to the log.",
    ),
    Option("mail_from", "newsroom@localhost", "The sender of the newspaper's mail."),
    Option(
        "trusted_proxies",
        [],
        "Addresses or networks of the proxies in front, whose X-Forwarded-For header is believed.",
    ),
    Option("varnish", [], "Addresses of Varnish caches in front, which are told by key what is out of print."),
    Option(
        "caches",
        [],
        "Caches outside that are told by address what is out of print: http://host:port (by PURGE), "
        "cloudflare://token@zone or cloudfront://distribution.",
    ),
    Option("workers", 0, "How many fronts serve readers at a time; 0 is one for each core."),
    Option("memory", 256, "How much memory a front gives to finished pages, in megabytes."),
    Option("log", "human", "How the log is written: human, or json for programs."),
    Option("tls_certificate", "", "A PEM file with the certificate and its chain; empty where a proxy ends TLS."),
    Option("tls_key", "", "A PEM file with the certificate's key."),
    Option("honour_opt_out", False, "Do not count readers whose browser sends Sec-GPC: 1."),
    Option("debug", False, "Show errors with their source to whoever caused them; never on a public address."),
]


@dataclass(frozen=True)
class Options:
    """The values in force, with the newspaper's folder that relative paths start from."""

    paper: Path
    values: Mapping[str, str | bool | int | list[str]]

    def text(self, name: str) -> str:
        value = self.values[name]
        if not isinstance(value, str):
            raise TypeError(f"option {name} is not a text")
        return value

    def flag(self, name: str) -> bool:
        return self.values[name] is True

    def number(self, name: str) -> int:
        value = self.values[name]
        if not isinstance(value, int):
            raise TypeError(f"option {name} is not a number")
        return value

    def names(self, name: str) -> list[str]:
        value = self.values[name]
        if not isinstance(value, list):
            raise TypeError(f"option {name} is not a list")
        return value

    @property
    def state(self) -> Path:
        """The absolute state folder."""
        return self.paper / self.text("state")


def read_options(environment: Mapping[str, str], folder: Path) -> Options:
    """The options in force for a newspaper in `folder`; raises OptionError for an unknown name or a wrong value."""
    paper = Path(environment.get("BROADSHEET_PAPER", folder)).resolve()
    written = _read_file(paper / FILE_NAME)
    values = {}
    for option in OPTIONS:
        variable = f"BROADSHEET_{option.name.upper()}"
        if variable in environment:
            values[option.name] = _from_environment(option, variable, environment[variable])
        elif option.name in written:
            values[option.name] = _from_file(option, written[option.name])
        else:
            values[option.name] = option.default
    if values["time_zone"] not in available_timezones():
        raise OptionError(f"time_zone: “{values['time_zone']}” is not a time zone; write one such as “Asia/Seoul”")
    return Options(paper, values)


@cache
def options_in_force() -> Options:
    """The options of this process: its environment's, and the newspaper's that it was started in."""
    return read_options(os.environ, Path.cwd())


def secret_key(options: Options) -> str:
    """The secret from the options, or one made on first use, kept where its owner alone can read it."""
    if options.text("secret_key"):
        return options.text("secret_key")
    kept = options.state / "secret_key"
    if not kept.exists():
        draft = options.state / f"secret_key.{secrets.token_hex(8)}"
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(50), encoding="ascii")
        with suppress(FileExistsError):
            os.link(draft, kept)  # whole or not at all, and of two processes the first
        draft.unlink()
    return kept.read_text(encoding="ascii")


def time_zone(options: Options) -> ZoneInfo:
    return ZoneInfo(options.text("time_zone"))


def _read_file(path: Path) -> dict[str, object]:
    if not path.exists():
        return {}
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise OptionError(f"{path} is not valid TOML: {error}") from error
    unknown = sorted(set(written) - {option.name for option in OPTIONS})
    if unknown:
        raise OptionError(f"{path} sets {', '.join(unknown)}, which no option is called; see docs/options.md")
    return written


def _from_environment(option: Option, variable: str, value: str) -> str | bool | int | list[str]:
    match option.default:
        case bool():
            if value.lower() not in {"true", "false", "1", "0"}:
                raise OptionError(f"{variable}: “{value}” is neither true nor false")
            return value.lower() in {"true", "1"}
        case int():
            if not value.isdecimal():
                raise OptionError(f"{variable}: “{value}” is not a whole number")
            return int(value)
        case list():
            return [part.strip() for part in value.split(",") if part.strip()]
        case _:
            return value


def _from_file(option: Option, value: object) -> str | bool | int | list[str]:
    if type(value) is not type(option.default):
        wanted = {bool: "true or false", int: "a whole number", list: "a list of texts"}
        raise OptionError(f"{FILE_NAME}: {option.name} must be {wanted.get(type(option.default), 'a text')}")
    if isinstance(value, list) and not all(isinstance(part, str) for part in value):
        raise OptionError(f"{FILE_NAME}: {option.name} must be a list of texts")
    return value
