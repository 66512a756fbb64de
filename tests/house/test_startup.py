"""What must start without Django does: each in a fresh process."""

import subprocess
import sys

import pytest

ALONE = [
    "broadsheet.options",
    "broadsheet.proxies",
    "broadsheet.cli",
    "broadsheet.press.front",
    "broadsheet.processes.front",
    "broadsheet.processes.supervisor",
    "broadsheet.press.front",
    "broadsheet.press.store",
    "broadsheet.processes.front",
    "broadsheet.processes.supervisor",
    "broadsheet.readership.beacon",
    "broadsheet.rails.plan",
    "broadsheet.rails.rankers",
]
PROBE = "import sys, {0}; print(' '.join(sorted({{m.split('.')[0] for m in sys.modules}} & {{'django', 'wagtail'}})))"


def loaded_by(module: str) -> str:
    """Which of Django and Wagtail the module brings with it."""
    run = subprocess.run([sys.executable, "-c", PROBE.format(module)], capture_output=True, text=True, check=True)
    return run.stdout.strip()


class TestAModuleThatReadersWaitFor:
    @pytest.mark.parametrize("module", ALONE)
    def test_starts_without_django(self, module):
        assert loaded_by(module) == ""

    def test_would_be_found_out(self):
        assert loaded_by("broadsheet.cli.django_command") == "django"
