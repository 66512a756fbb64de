"""What a front reports of itself: every figure with the sentence that explains it (docs/running.md lists the same)."""

from broadsheet.press.composing import ComposingRoom
from broadsheet.press.figures import Figure, resident_bytes
from broadsheet.press.follower import Follower
from broadsheet.press.journal import Journal
from broadsheet.press.pages import Pages

EVENTS = {
    "prints": ("broadsheet_prints_total", "status", "Pages that the newsroom rendered for this front, by status."),
    "passed": ("broadsheet_passed_total", "reason", "Requests passed on to the newsroom, by the rule that said so."),
    "store_failures": ("broadsheet_store_failures_total", "", "Times that the press's file could not be used."),
}


def report(
    journal: Journal, pages: Pages, composing: ComposingRoom, follower: Follower, *, newsroom_rests: bool
) -> list[Figure]:
    """Every figure of one front, as it stands."""
    figures = [
        Figure(
            "broadsheet_answers_total", "counter", "Answers, by status and outcome.", count, _labels(status, outcome)
        )
        for (status, outcome), count in journal.answers.items()
    ]
    for (what, which), count in journal.events.items():
        name, label, meaning = EVENTS[what]
        figures.append(Figure(name, "counter", meaning, count, f'{label}="{which}"' if label else ""))
    shelf = pages.shelf
    plain = [
        ("sent_bytes_total", "counter", "Bytes of answers, without headers.", journal.sent_bytes),
        ("log_lines_lost_total", "counter", "Lines that could not be written to the log.", journal.unwritten),
        ("impressions_total", "counter", "Impressions composed and compressed.", composing.composed),
        ("filling_failures_total", "counter", "Times that slots could not be filled.", composing.failures),
        ("purges_total", "counter", "Purges obeyed.", pages.purges),
        ("reprints_total", "counter", "Popular pages printed again before a reader asked.", pages.reprints),
        ("last_purge", "gauge", "The number of the last purge that was obeyed.", follower.seen),
        ("pages_in_memory", "gauge", "Pages on the shelf.", len(shelf)),
        ("page_bytes_in_memory", "gauge", "Bytes of the pages on the shelf.", shelf.used),
        ("readers_waiting", "gauge", "Readers who wait for a page to be printed.", pages.waiting),
        ("store_up", "gauge", "1 while the press's file can be read.", float(follower.store_is_up)),
        ("newsroom_up", "gauge", "1 unless the newsroom failed a moment ago.", float(not newsroom_rests)),
        ("resident_bytes", "gauge", "Memory of the process.", resident_bytes()),
    ]
    return figures + [Figure(f"broadsheet_{name}", kind, meaning, value) for name, kind, meaning, value in plain]


def _labels(status: int, outcome: str) -> str:
    return f'status="{status}",outcome="{outcome}"'
