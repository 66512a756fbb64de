"""Writes small WordPress exports for the tests, by hand, as WordPress does."""

from collections.abc import Mapping
from pathlib import Path

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>The Old Site</title><link>https://old.example</link><language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://old.example</wp:base_blog_url>
<wp:author><wp:author_login>mina</wp:author_login><wp:author_email>mina@old.example</wp:author_email>
<wp:author_display_name>Mina Park</wp:author_display_name></wp:author>
"""
TAIL = "</channel></rss>"


def cdata(text: str) -> str:
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"


def item(number: int = 1, content: str = "", *, more: str = "", labels: str = "", **values: str) -> str:
    """One post; `values` are elements of WordPress's own (post_type, status …) or title, link, excerpt."""
    own = {
        "post_id": str(number),
        "post_date": "2012-01-07 07:07:21",
        "post_date_gmt": "2012-01-07 14:07:21",
        "post_name": f"post-{number}",
        "status": "publish",
        "post_parent": "0",
        "menu_order": "0",
        "post_type": "post",
        "post_password": "",
        "is_sticky": "0",
        **{name: value for name, value in values.items() if name not in {"title", "link", "excerpt", "creator"}},
    }
    elements = "".join(f"<wp:{name}>{cdata(value)}</wp:{name}>" for name, value in own.items())
    return (
        f"<item><title>{cdata(values.get('title', f'Post {number}'))}</title>"
        f"<link>{values.get('link', f'https://old.example/2012/01/07/post-{number}/')}</link>"
        f"<dc:creator>{cdata(values.get('creator', 'mina'))}</dc:creator>"
        f"<content:encoded>{cdata(content)}</content:encoded>"
        f"<excerpt:encoded>{cdata(values.get('excerpt', ''))}</excerpt:encoded>{elements}{labels}{more}</item>"
    )


def label(name: str, slug: str = "", domain: str = "category") -> str:
    return f'<category domain="{domain}" nicename="{slug or name.lower()}">{cdata(name)}</category>'


def meta(values: Mapping[str, str]) -> str:
    return "".join(
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value>{cdata(value)}</wp:meta_value></wp:postmeta>"
        for key, value in values.items()
    )


def attachment(number: int, address: str, *, alt: str = "", parent: int = 0, **values: str) -> str:
    return item(
        number,
        post_type="attachment",
        status="inherit",
        attachment_url=address,
        post_parent=str(parent),
        more=meta({"_wp_attachment_image_alt": alt}) if alt else "",
        **values,
    )


def write_export(folder: Path, *items: str, head: str = HEAD, tail: str = TAIL) -> Path:
    path = folder / "export.xml"
    path.write_text(head + "".join(items) + tail, encoding="utf-8")
    return path
