"""The demo's account: one name, and a password that is made on each machine and kept beside the newspaper."""

import secrets
from pathlib import Path

from broadsheet.users.models import User

ACCOUNT = "editor"
KEPT = "demo_password"


def make_demo_account(state: Path) -> str | None:
    """The password of the demo's account, made on the first call; None if somebody else's account is there instead."""
    kept = state / KEPT
    if User.objects.filter(is_superuser=True).exists():
        return kept.read_text(encoding="ascii") if kept.exists() else None
    password = "-".join(secrets.token_hex(2) for _ in range(4))
    kept.touch(mode=0o600)
    kept.write_text(password, encoding="ascii")
    User.objects.create_superuser(ACCOUNT, "editor@haemil-lantern.example", password)
    return password
