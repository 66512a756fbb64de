"""What is due and what is late, from a story's times."""

from datetime import UTC, datetime, timedelta

from broadsheet.desk.deadlines import LONG_WAIT, SOON, Act, Times, deadlines, next_deadline

NOW = datetime(2026, 4, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


class TestADeadline:
    def test_is_the_schedule_before_all_else(self):
        due = next_deadline(Times(1, live=False, scheduled_at=NOW + HOUR, embargo_until=NOW, waiting_since=NOW), NOW)
        assert (due.act, due.when, due.late) == (Act.PUBLISH, NOW + HOUR, False)

    def test_is_late_when_its_time_has_come(self):
        assert next_deadline(Times(1, live=False, scheduled_at=NOW), NOW).late

    def test_is_the_approval_of_what_is_wanted_at_a_time(self):
        due = next_deadline(Times(1, live=False, wanted_at=NOW - HOUR, waiting_since=NOW), NOW)
        assert (due.act, due.late) == (Act.APPROVE, True)

    def test_is_the_end_of_patience_for_what_waits_to_be_read(self):
        due = next_deadline(Times(1, live=False, waiting_since=NOW - LONG_WAIT), NOW)
        assert (due.act, due.when, due.late) == (Act.REVIEW, NOW, True)

    def test_is_the_end_of_an_embargo_while_the_story_is_not_out(self):
        assert next_deadline(Times(1, live=False, embargo_until=NOW + HOUR), NOW).act is Act.DECIDE
        assert next_deadline(Times(1, live=True, embargo_until=NOW + HOUR), NOW) is None

    def test_is_the_end_of_a_story_only_when_it_is_near(self):
        assert next_deadline(Times(1, live=True, expires_at=NOW + SOON), NOW).act is Act.EXPIRE
        assert next_deadline(Times(1, live=True, expires_at=NOW + SOON + HOUR), NOW) is None

    def test_is_none_for_a_story_without_times(self):
        assert next_deadline(Times(1, live=False), NOW) is None


class TestTheList:
    def test_begins_with_the_earliest(self):
        stories = [Times(1, live=False, scheduled_at=NOW + HOUR), Times(2, live=False, embargo_until=NOW - HOUR)]
        assert [due.story for due in deadlines([*stories, Times(3, live=True)], NOW)] == [2, 1]
