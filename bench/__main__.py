"""`make bench`: runs every module of this folder, or those named."""

import sys

from tests.rounds import run_rounds

sys.exit(run_rounds("bench", sys.argv[1:]))
