"""Whose word about a client's address is believed: the configured proxies', nobody else's."""

from collections.abc import Iterable
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

Network = IPv4Network | IPv6Network


def read_networks(proxies: Iterable[str]) -> list[Network]:
    """The trusted proxies as networks; raises ValueError for what is neither an address nor a network."""
    return [ip_network(proxy, strict=False) for proxy in proxies]


def client_address(peer: str, forwarded: str, trusted: Iterable[Network]) -> str:
    """The address of whoever asked: `peer` at the socket, or the last one in X-Forwarded-For that no trusted proxy has.

    `peer` is empty on the local socket between the front and the newsroom, where only the front can be. A header that
    comes from anybody else, or holds what is not an address, is ignored.
    """
    networks = list(trusted)
    hops = [hop.strip() for hop in forwarded.split(",") if hop.strip()]
    address = peer
    while hops and (not address or _is_within(address, networks)):
        claimed = hops.pop()
        if not _is_address(claimed):
            break
        address = claimed
    return address


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def _is_within(text: str, networks: Iterable[Network]) -> bool:
    if not _is_address(text):
        return False
    address = ip_address(text)
    mapped = getattr(address, "ipv4_mapped", None) or address
    return any(mapped in network for network in networks if network.version == mapped.version)
