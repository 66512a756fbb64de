"""Gives every test run a newspaper's folder of its own, before Django reads its settings."""

import atexit
import os
import shutil
import tempfile

paper = tempfile.mkdtemp(prefix="broadsheet-test-")
atexit.register(shutil.rmtree, paper, ignore_errors=True)
os.environ["BROADSHEET_PAPER"] = paper
os.environ.setdefault("BROADSHEET_LANGUAGES", "en,ko")
