"""That received = counted + repeated + refused by reason + waiting, at every moment, whatever comes."""

import asyncio
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from broadsheet.readership.merge import merge
from broadsheet.readership.tallies import tally
from broadsheet.readership.tests.pressroom import ZONE, House, Reader, ask, body, outcomes

NONCES = st.integers(0, 15).map("{:016x}".format)
STORIES = st.integers(1, 3)
READERS = st.sampled_from(
    [Reader("192.0.2.1"), Reader("192.0.2.2"), Reader("2001:db8::1"), Reader(agent="Googlebot/2.1")]
)


class Counting(RuleBasedStateMachine):
    """Two fronts and a clock, used and killed in any order; beside them, the plainest possible account of the truth."""

    @initialize()
    def open(self):
        self._folder = tempfile.TemporaryDirectory()
        self.house = House(Path(self._folder.name), published=lambda story: story != 3)
        self.loop = asyncio.new_event_loop()
        self.elsewhere = ThreadPoolExecutor(1)  # a browser's loop may already run in the main thread
        self.fronts = [self.house.open_front(), self.house.open_front()]
        self.received = 0
        self.accepted = []

    @rule(front=st.integers(0, 1), story=STORIES, nonce=NONCES, reader=READERS, staff=st.booleans())
    def report(self, front, story, nonce, reader, staff):
        self._receive(front, body(self.house.token(story, staff=staff), nonce), reader, story, nonce)

    @rule(front=st.integers(0, 1), content=st.binary(max_size=20) | st.just(b"x" * 600))
    def report_nonsense(self, front, content):
        self._receive(front, content, Reader(), 0, "")

    @rule(seconds=st.sampled_from([0.4, 5.0, 29.0, 31.0, 3_600.0, 86_400.0]))
    def pass_time(self, seconds):
        self.house.now += seconds

    @rule(front=st.integers(0, 1))
    def restart(self, front):
        self._finish(self.fronts[front].close())
        self.fronts[front] = self.house.open_front()

    @rule()
    def merge(self):
        merge(self.house.ledger, self.house.journals, self.house.now, ZONE)
        tally(self.house.ledger, ZONE)

    @invariant()
    def nothing_is_lost(self):
        if hasattr(self, "house"):
            settled = sum(outcomes(self.house.ledger).values())
            assert settled + self.house.waiting() == self.received

    def teardown(self):
        if not hasattr(self, "house"):
            return
        try:
            self._compare()
        finally:
            self.house.close()
            self.elsewhere.shutdown()
            self.loop.close()
            self._folder.cleanup()

    def _compare(self):
        for front in self.fronts:
            self._finish(front.close())
        ledger = self.house.settle()
        counted = ledger.database.execute("SELECT coalesce(sum(views), 0) FROM total").fetchone()[0]
        assert counted == self._truth()
        assert outcomes(ledger).get("counted", 0) == counted

    def _receive(self, front, content, reader, story, nonce):
        answer = self._finish(ask(self.fronts[front], content, reader))
        self.received += 1
        if answer.status == 204:
            self.accepted.append((self.house.now, reader.address, story, nonce))
        else:
            # Refusals are written within a second; a signal of nobody's makes the front write them at once.
            self._finish(self._flush(front))

    def _finish(self, doing):
        return self.elsewhere.submit(self.loop.run_until_complete, doing).result()

    async def _flush(self, front):
        journal = self.fronts[front]._journal
        journal._commit()
        while journal._writing is not None:
            await asyncio.sleep(0)

    def _truth(self):
        """How many accepted signals are views: one a nonce; one a visitor, story and sliding half minute a day."""
        seen, last, count = set(), {}, 0
        for at, address, story, nonce in self.accepted:
            if nonce in seen:
                continue
            seen.add(nonce)
            key = (address, story, int((at + 19_800) // 86_400))
            count += key not in last or at - last[key] > 30
            last[key] = at
        return count


Counting.TestCase.settings = settings(
    max_examples=10, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
TestReceived = Counting.TestCase
