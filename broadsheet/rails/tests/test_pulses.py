"""Decayed counts."""

import pytest

from broadsheet.rails.pulses import Pulses


class TestPulses:
    def test_halve_in_a_half_life_each_in_its_own(self):
        pulses = Pulses((15.0, 60.0))
        pulses.add(1, 0.0, 8)
        assert pulses.at(900.0)[1] == pytest.approx((4.0, 8 * 2**-0.25))

    def test_do_not_mind_in_which_order_events_come(self):
        one, other = Pulses((15.0,)), Pulses((15.0,))
        for when in (10.0, 500.0, 70.0):
            one.add(1, when)
        for when in (70.0, 10.0, 500.0):
            other.add(1, when)
        assert one.at(600.0)[1] == pytest.approx(other.at(600.0)[1])

    def test_run_for_years_without_overflow(self):
        pulses = Pulses((1.0, 1440.0))
        for day in range(2000):
            pulses.add(1, day * 86400.0)
        assert pulses.at(1999 * 86400.0)[1] == pytest.approx((1.0, 2.0))

    def test_forget_what_has_faded(self):
        pulses = Pulses((15.0,))
        pulses.add(1, 0.0)
        pulses.add(2, 9000.0)
        pulses.forget(9000.0, below=0.5)
        assert list(pulses.at(9000.0)) == [2]
