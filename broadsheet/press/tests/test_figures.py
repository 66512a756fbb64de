"""What operators are told."""

import json

from broadsheet.press.figures import Figure, merge_figures, read_word, write_figures
from broadsheet.press.journal import Entry, write_time
from broadsheet.press.tests.printing_house import Printed


class TestFigures:
    def test_of_several_processes_stand_together_under_one_explanation(self):
        figure = Figure("paper_answers_total", "counter", "Answers.", 3, 'status="200"')
        merged = merge_figures([write_figures([figure], 1), write_figures([figure], 2)])
        assert merged == (
            "# HELP paper_answers_total Answers.\n# TYPE paper_answers_total counter\n"
            'paper_answers_total{status="200",process="1"} 3\npaper_answers_total{status="200",process="2"} 3\n'
        )

    def test_count_every_answer(self, make_house):
        house = make_house(workers=2)
        house.newsroom.pages["/a/"] = Printed()
        for _ in range(40):
            house.get("/a/")
        house.wait_until(lambda: self._answered(house) == 40, "both fronts have told")

    @staticmethod
    def _answered(house):
        lines = house.get("/-/metrics").body.decode().splitlines()
        counted = [line for line in lines if line.startswith("broadsheet_answers_total")]
        return sum(float(line.split()[-1]) for line in counted if 'outcome="hit"' in line or 'outcome="miss"' in line)

    def test_are_told_to_nobody_behind_a_proxy(self, house):
        assert house.get("/-/metrics", X_Forwarded_For="6.6.6.6").status == 404

    def test_of_a_process_that_ended_long_ago_are_not_read(self, tmp_path):
        (tmp_path / "front-1.figures").write_text("x")
        assert read_word(tmp_path, "*.figures") == {"front-1.figures": "x"}
        assert read_word(tmp_path, "*.figures", now=(tmp_path / "front-1.figures").stat().st_mtime + 60) == {}


class TestHealth:
    def test_names_each_part(self, house):
        lines = house.get("/-/health").body.decode().splitlines()
        assert {line.split()[0] for line in lines} == {"front", "newsroom", "clock", "store"}

    def test_of_one_part_is_its_status(self, house):
        assert house.get("/-/health/front").status == 200
        assert house.get("/-/health/clock").status == 503
        assert house.get("/-/health/nobody").status == 404


class TestALogLine:
    ENTRY = Entry("GET", "/a b\n/", 200, 10, "hit", 0.0123)

    def line(self, style):
        return write_time(style, 0.0) + self.ENTRY.write(style)

    def test_is_one_line_for_people(self):
        assert self.line("human") == "1970-01-01T00:00:00.000Z GET /a%20b\\n/ 200 10 hit 12.3ms"

    def test_is_json_for_programs(self):
        said = json.loads(self.line("json"))
        assert said["path"] == "/a b\n/"
        assert (said["status"], said["outcome"], said["ms"]) == (200, "hit", 12.3)

    def test_holds_neither_address_nor_search(self, house):
        house.get("/search/?q=illness", User_Agent="Mozilla")
        house.wait_until(lambda: "/search/" in house.log.read_text(), "the line is written")
        log = house.log.read_text()
        assert "illness" not in log
        assert "127.0.0.1" not in log
