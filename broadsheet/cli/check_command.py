"""`broadsheet check`: says what is wrong with a newspaper's set-up, and how to mend it."""

import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit

import click
from django.core.checks import WARNING, run_checks

from broadsheet.cli.paper import the_newspaper
from broadsheet.options import Options

LOCAL = {"localhost", "127.0.0.1", "::1"}
LEAST_SPACE = 1_000_000_000  # bytes
OLDEST_SQLITE = (3, 40)
SAID_ALREADY = {"mail.E001"}  # by look_at_mail, and a newspaper can be read without mail


@dataclass(frozen=True)
class Finding:
    """What is wrong, how to mend it, and whether the newspaper may be served nevertheless."""

    problem: str
    remedy: str
    grave: bool = True


def is_public(options: Options) -> bool:
    """Whether the newspaper's address is one that other machines reach."""
    return urlsplit(options.text("address")).hostname not in LOCAL


def look_at_address(options: Options) -> Iterator[Finding]:
    parts = urlsplit(options.text("address"))
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        yield Finding("The address is not a web address.", "Set address to one such as https://www.example.com")
    elif parts.path.strip("/") or parts.query:
        yield Finding("The address has a path.", f"Set address to {parts.scheme}://{parts.netloc}")


def look_at_encryption(options: Options) -> Iterator[Finding]:
    if is_public(options) and urlsplit(options.text("address")).scheme != "https":
        yield Finding("Passwords travel unencrypted.", "Set address to https://… and put a certificate in front.")


def look_at_certificate(options: Options) -> Iterator[Finding]:
    names = ["tls_certificate", "tls_key"]
    given = [name for name in names if options.text(name)]
    if len(given) == 1:
        yield Finding(f"{given[0]} is set without its other half.", f"Set both {names[0]} and {names[1]}, or neither.")
        return
    for name in given:
        if not os.access(options.paper / options.text(name), os.R_OK):
            yield Finding(
                f"{name}: {options.text(name)} cannot be read.", "Correct the path, or who may read the file."
            )


def look_at_debug(options: Options) -> Iterator[Finding]:
    if options.flag("debug") and is_public(options):
        yield Finding("Every error shows the newspaper's insides to its readers.", "Set debug to false.")


def look_at_secret(options: Options) -> Iterator[Finding]:
    written, kept = options.text("secret_key"), options.state / "secret_key"
    if written and len(written) < 50:
        yield Finding("The secret key is short.", "Leave secret_key empty: a long one is made and kept.")
    if not written and kept.exists() and kept.stat().st_mode & 0o077:
        yield Finding("Other users of this machine can read the secret key.", f"Run: chmod 600 {kept}")


def look_at_languages(options: Options) -> Iterator[Finding]:
    languages, first = options.names("languages"), options.text("language")
    if languages[:1] != [first]:
        yield Finding(
            f"The newspaper is written in “{first}”, which is not the first of its languages.",
            f"Set languages to a list that begins with “{first}”.",
        )


def look_at_mail(options: Options) -> Iterator[Finding]:
    if is_public(options) and not options.text("mail"):
        yield Finding(
            "No mail leaves: a forgotten password cannot be reset.",
            "Set mail to smtp://user:password@host:587",
            grave=False,
        )
    if is_public(options) and options.text("mail_from").endswith("@localhost"):
        yield Finding("Mail would come from localhost.", "Set mail_from to the newsroom's address.", grave=False)


def look_at_proxies(options: Options) -> Iterator[Finding]:
    for proxy in options.names("trusted_proxies"):
        try:
            network = ip_network(proxy, strict=False)
        except ValueError:
            yield Finding(f"“{proxy}” in trusted_proxies is no address.", "Write addresses such as 10.0.0.0/8.")
            continue
        if network.prefixlen == 0:
            yield Finding("Whoever asks may say to be anybody.", "List your proxies alone in trusted_proxies.")


def look_at_caches(options: Options) -> Iterator[Finding]:
    from broadsheet.processes.caches import outside_caches

    try:
        outside_caches(options)
    except (ValueError, ImportError) as error:
        yield Finding("A cache outside cannot be told what is out of print.", str(error))


def look_at_state(options: Options) -> Iterator[Finding]:
    probe = options.state / f"probe-{time.time_ns()}"
    try:
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        yield Finding(f"Nothing can be written to {options.state}: {error.strerror}.", "Give this user the folder.")
        return
    free = shutil.disk_usage(options.state).free
    if free < LEAST_SPACE:
        yield Finding(f"Only {free // 1_000_000} MB are free on the disk.", "Make room before the disk is full.")


def look_at_clock(options: Options) -> Iterator[Finding]:
    newest = max((path.stat().st_mtime for path in options.state.iterdir()), default=0.0)
    if newest > time.time() + 60:
        yield Finding(
            "The clock went back: files come from the future.", "Set the machine's clock, for example by NTP."
        )


def look_at_sqlite(options: Options) -> Iterator[Finding]:
    if not options.text("database") and sqlite3.sqlite_version_info < OLDEST_SQLITE:
        oldest = ".".join(map(str, OLDEST_SQLITE))
        yield Finding(f"SQLite is {sqlite3.sqlite_version}, older than {oldest}.", "Use a Python with a newer SQLite.")


def look_at_database(options: Options) -> Iterator[Finding]:
    from django.contrib.auth import get_user_model
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor
    from wagtail.models import Site

    try:
        executor = MigrationExecutor(connection)
    except DatabaseError as error:
        yield Finding(f"The database does not answer: {str(error).splitlines()[0]}", "Start it, or correct database.")
        return
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not executor.loader.applied_migrations:
        yield Finding("The newspaper was never opened.", "Run: broadsheet serve")
        return
    if waiting:
        yield Finding(f"The database lacks {len(waiting)} migrations.", "Run: broadsheet serve --migrate")
        return
    yield from _look_at_site(options, Site.objects.filter(is_default_site=True).first())
    if not get_user_model().objects.filter(is_superuser=True, is_active=True).exists():
        yield Finding("Nobody can sign in.", "Run: broadsheet django createsuperuser")


def _look_at_site(options: Options, site: object) -> Iterator[Finding]:
    hostname = urlsplit(options.text("address")).hostname
    if site is None:
        yield Finding("The newspaper has no pages yet.", "Run: broadsheet serve")
    elif getattr(site, "hostname", "") != hostname:
        yield Finding(
            f"The desk's site record says “{getattr(site, 'hostname', '')}”, the address “{hostname}”.",
            "Start the newspaper again with broadsheet serve: it brings the record into line.",
        )


def look_at_static_files(options: Options) -> Iterator[Finding]:
    if not (options.state / "static" / "staticfiles.json").exists():
        yield Finding("No styles or scripts have been collected.", "Run: broadsheet serve")


def look_at_django(options: Options) -> Iterator[Finding]:
    """Django's own checks; those for deployment only where the newspaper is public and behind https."""
    deployed = is_public(options) and options.text("address").startswith("https://")
    for message in run_checks(include_deployment_checks=deployed):
        if message.level >= WARNING and not message.is_silenced() and message.id not in SAID_ALREADY:
            remedy = message.hint or f"Django calls this {message.id}."
            yield Finding(str(message.msg), remedy, grave=message.is_serious())


CHECKS: list[tuple[str, Callable[[Options], Iterator[Finding]]]] = [
    ("address", look_at_address),
    ("encryption", look_at_encryption),
    ("certificate", look_at_certificate),
    ("debug", look_at_debug),
    ("secret", look_at_secret),
    ("languages", look_at_languages),
    ("mail", look_at_mail),
    ("proxies", look_at_proxies),
    ("caches", look_at_caches),
    ("state folder", look_at_state),
    ("clock", look_at_clock),
    ("SQLite", look_at_sqlite),
    ("database", look_at_database),
    ("static files", look_at_static_files),
    ("Django", look_at_django),
]


def what_stops_a_front(options: Options) -> Finding | None:
    """The first thing that no front or clock could start with."""
    looks = [look_at_address, look_at_certificate, look_at_proxies, look_at_caches]
    return next((finding for look in looks for finding in look(options)), None)


@click.command("check")
def command() -> None:
    """Say what is wrong with the newspaper's set-up, and how to mend it."""
    options = the_newspaper()
    grave = 0
    for name, look in CHECKS:
        findings = list(look(options))
        grave += sum(finding.grave for finding in findings)
        if not findings:
            click.echo(f"{click.style('ok', fg='green'):>4}    {name}")
        for finding in findings:
            word = click.style("wrong", fg="red") if finding.grave else click.style("note", fg="yellow")
            click.echo(f"{word}  {name}: {finding.problem}\n       {finding.remedy}")
    if grave:
        raise click.ClickException(f"{grave} to mend in {Path(options.paper)}")
