"""`broadsheet new`: writes a newspaper's own small project."""

import json
import shutil
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from string import Template
from zoneinfo import available_timezones

import click

from broadsheet.options import FILE_NAME

PATTERN = resources.files("broadsheet.cli") / "pattern"


@click.command("new")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--name", default="The Broadsheet", show_default=True, help="The newspaper's name.")
@click.option("--language", default="en", show_default=True, help="The language it is written in.")
@click.option("--time-zone", default="UTC", show_default=True, help="The time zone of its dates and times.")
def command(path: Path, name: str, language: str, time_zone: str) -> None:
    """Write a newspaper's own folder: its options, templates, styles, and room for its own code."""
    if time_zone not in available_timezones():
        raise click.BadParameter(f"“{time_zone}” is not a time zone; write one such as “Asia/Seoul”")
    write_newspaper(path, name, [language], time_zone)
    click.echo(f"{name} is in {path}. Open it with:\n\n    cd {path}\n    broadsheet serve\n")


def write_newspaper(path: Path, name: str, languages: Sequence[str], time_zone: str) -> None:
    """Copy the pattern to `path` and fill it in; raises ClickException if something is there already."""
    if (path / FILE_NAME).exists():
        raise click.ClickException(f"There is a newspaper in {path} already; nothing was changed.")
    if path.exists() and any(path.iterdir()):
        raise click.ClickException(f"{path} is not empty; name a folder that does not exist yet.")
    with resources.as_file(PATTERN) as pattern:
        shutil.copytree(pattern, path, dirs_exist_ok=True)
    values = {
        "name": name,
        "name_quoted": _quote(name),
        "language": _quote(languages[0]),
        "languages": f"[{', '.join(map(_quote, languages))}]",
        "time_zone": _quote(time_zone),
    }
    for written in path.rglob("*.in"):
        text = Template(written.read_text(encoding="utf-8")).substitute(values)
        written.with_suffix("").write_text(text, encoding="utf-8")
        written.unlink()
    (path / "gitignore").rename(path / ".gitignore")


def _quote(text: str) -> str:
    """The text as TOML writes it."""
    return json.dumps(text, ensure_ascii=False)
