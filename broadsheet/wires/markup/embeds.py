"""Addresses that stand for something shown elsewhere: films, posts, sounds, maps."""

import re
from collections.abc import Sequence
from urllib.parse import parse_qs

from broadsheet.wires.markup.conversion import Conversion, parts_of
from broadsheet.wires.markup.pieces import Embed, Piece
from broadsheet.wires.markup.runs import plain
from broadsheet.wires.markup.tree import Element
from broadsheet.wires.reasons import Reason

# Whom WordPress asks for an embed when an address stands alone on a line (its list of oEmbed providers, by host).
_PROVIDERS = """
    amazon.com animoto.com anghami.com bsky.app canva.com cloudup.com crowdsignal.com dai.ly dailymotion.com
    deviantart.com facebook.com fb.watch flic.kr flickr.com giphy.com imgur.com instagram.com issuu.com kickstarter.com
    mastodon.social meetup.com mixcloud.com pca.st pinterest.com pocketcasts.com polldaddy.com reddit.com
    reverbnation.com screencast.com scribd.com slideshare.net smugmug.com soundcloud.com speakerdeck.com spotify.com
    survey.fm ted.com threads.net tiktok.com tumblr.com twitter.com videopress.com vimeo.com vine.co wolframcloud.com
    wordpress.tv x.com youtu.be youtube-nocookie.com youtube.com
"""
PROVIDERS = frozenset(_PROVIDERS.split())
PLAYERS = [
    (
        re.compile(r"https?://(?:www\.)?youtube(?:-nocookie)?\.com/embed/([\w-]{6,20})"),
        "https://www.youtube.com/watch?v={}",
    ),
    (re.compile(r"https?://player\.vimeo\.com/video/(\d+)"), "https://vimeo.com/{}"),
    (re.compile(r"https?://(?:www\.)?dailymotion\.com/embed/video/(\w+)"), "https://www.dailymotion.com/video/{}"),
    (re.compile(r"https?://open\.spotify\.com/embed/(\w+/\w+)"), "https://open.spotify.com/{}"),
]
POSTS = {"twitter-tweet", "instagram-media", "tiktok-embed", "fb-post", "reddit-embed-bq", "bluesky-embed"}


def is_provider(address: str) -> bool:
    """Whether an address belongs to a site whose pages WordPress shows inside a post."""
    parts = (parts_of(address).hostname or "").lower().split(".")
    return any(".".join(parts[start:]) in PROVIDERS for start in range(len(parts) - 1))


def page_of_player(address: str) -> str:
    """The page that shows what a player's frame plays; the frame's own address where that is unknown."""
    for pattern, page in PLAYERS:
        if found := pattern.match(address):
            return page.format(found[1])
    if "soundcloud.com/player" in address:
        return parse_qs(parts_of(address).query).get("url", [address])[0]
    return address


def embedded(element: Element, conversion: Conversion) -> Sequence[Piece] | None:
    """Gutenberg's embed: a figure around a bare address."""
    if element.tag != "figure" or not {"wp-block-embed", "wp-block-core-embed"} & set(element.classes):
        return None
    caption = element.find("figcaption")
    rest = [child for child in element.children if child is not caption]
    address = conversion.address(Element("figure", {}, rest).words())
    if not address or " " in address:
        return None
    return [Embed(address, caption=plain(caption.children, conversion) if caption else "")]


def played(element: Element, conversion: Conversion) -> Sequence[Piece] | None:
    """Frames, films and sounds, alone or in a figure with a caption: each a card that leads to it."""
    if element.tag not in {"figure", "iframe", "video", "audio", "object", "embed"}:
        return None
    players = [each for each in element.walk() if each.tag in {"iframe", "video", "audio", "object", "embed"}]
    if not players or element.find("img", "table", "blockquote", "pre"):
        return None
    caption = element.find("figcaption")
    words = plain(caption.children, conversion) if caption else ""
    pieces = dict.fromkeys(
        Embed(page_of_player(address), title=each.get("title"), caption=words)
        for each in players
        if (address := _source(each, conversion))
    )
    conversion.notes.add(Reason.PLAYER_LINKED, players[0].tag, max(len(pieces), 1))
    return list(pieces)


def posted(element: Element, conversion: Conversion) -> Sequence[Piece] | None:
    """A post copied from a social network together with its script: the last link in it is its address."""
    if element.tag != "blockquote" or not POSTS & set(element.classes):
        return None
    links = [each.get("href") for each in element.walk() if each.tag == "a"]
    written = [element.get("data-instgrm-permalink"), element.get("cite"), *reversed(links)]
    address = next((found for each in written if each and (found := conversion.address(each))), "")
    return [Embed(address, caption=element.words())] if address else None


def _source(player: Element, conversion: Conversion) -> str:
    inner = player.find("source", "embed")
    for written in (player.get("src"), player.get("data"), inner.get("src") if inner else ""):
        if written and (address := conversion.address(written)):
            return address
    return ""
