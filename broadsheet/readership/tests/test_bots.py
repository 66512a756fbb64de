"""That robots are known and people are not taken for them."""

import json

import pytest

from broadsheet.readership.bots import is_bot, list_versions
from tests.shared_data import shared_data


class TestRobots:
    def test_are_refused_ninety_nine_in_a_hundred(self):
        crawlers = json.loads(shared_data("user-agents/crawlers.json").read_text())
        agents = [agent for crawler in crawlers for agent in crawler["instances"]]
        assert sum(map(is_bot, agents)) / len(agents) >= 0.99

    @pytest.mark.parametrize(
        "agent",
        [
            "Mozilla/5.0 (compatible; ScandalousBot/1.0)",
            "Mozilla/5.0 (Linux; Android 8.0; Pixel 2; Storebot-Google/1.0) AppleWebKit/537.36 Chrome/81 Safari/537.36",
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0 Safari/537.36",
            "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; somebody@example.org) Chrome/156.0 Safari/537.36",
            "python-requests/2.99",
            "Unheard-Of/0.1",
            "Mozilla/5.0",
        ],
    )
    def test_are_known_by_their_marks_although_no_list_has_them(self, agent):
        assert is_bot(agent)


class TestBrowsers:
    def test_are_counted_nine_hundred_and_ninety_five_in_a_thousand(self):
        agents = shared_data("user-agents/browsers.txt").read_text().splitlines()
        assert sum(not is_bot(agent) for agent in agents) / len(agents) >= 0.995

    @pytest.mark.parametrize("device", ["CUBOT ECHO", "M bot 54", "Seoul S8", "LYNX_LUXE", "GOT-W09", "Ruby5S"])
    def test_are_not_suspected_for_the_name_of_a_telephone(self, device):
        browser = f"Mozilla/5.0 (Linux; Android 15; {device} Build/AP3A.240617.008; wv) AppleWebKit/537.36"
        assert not is_bot(f"{browser} (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36")


class TestTheLists:
    def test_say_their_versions(self):
        assert all(version[0].isdigit() for version in list_versions().values())
