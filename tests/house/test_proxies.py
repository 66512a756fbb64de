"""Whose word about a client's address is believed."""

import pytest

from broadsheet.proxies import client_address, read_networks

TRUSTED = read_networks(["10.0.0.0/8", "2001:db8::1"])


class TestTheClientsAddress:
    @pytest.mark.parametrize(
        ("peer", "forwarded", "address"),
        [
            ("203.0.113.9", "", "203.0.113.9"),
            ("203.0.113.9", "198.51.100.1", "203.0.113.9"),  # anybody may write a header
            ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
            ("10.0.0.1", "6.6.6.6, 198.51.100.1", "198.51.100.1"),  # the first is the client's own claim
            ("10.0.0.1", "6.6.6.6, 198.51.100.1, 10.2.3.4", "198.51.100.1"),
            ("::ffff:10.0.0.1", "198.51.100.1", "198.51.100.1"),
            ("2001:db8::1", "2001:db8:5::9", "2001:db8:5::9"),
            ("10.0.0.1", "unknown", "10.0.0.1"),
            ("10.0.0.1", "<script>, 10.9.9.9", "10.9.9.9"),
            ("10.0.0.1", " , ,", "10.0.0.1"),
            ("", "198.51.100.1", "198.51.100.1"),  # the front, on the local socket
            ("", "", ""),
        ],
    )
    def test_is_what_a_trusted_proxy_says_and_else_the_sockets(self, peer, forwarded, address):
        assert client_address(peer, forwarded, TRUSTED) == address

    def test_is_the_sockets_when_no_proxy_is_trusted(self):
        assert client_address("10.0.0.1", "198.51.100.1", []) == "10.0.0.1"

    def test_cannot_be_set_up_with_what_is_not_an_address(self):
        with pytest.raises(ValueError, match="gateway"):
            read_networks(["gateway"])
