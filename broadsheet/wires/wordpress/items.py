"""What a WordPress export holds, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Site:
    """The website that was exported. `address` is where it stood, without a slash at its end."""

    title: str
    address: str
    language: str
    version: str


@dataclass(frozen=True)
class Author:
    """Somebody with an account there. Their mail address is read by nobody: WordPress keeps it private."""

    login: str
    name: str


@dataclass(frozen=True)
class Category:
    """A category as declared at the top of the file, with the slug of the one above it."""

    slug: str
    name: str
    parent: str
    description: str


@dataclass(frozen=True)
class Label:
    """A category, tag or other term on one item; `domain` says which: category, post_tag, post_format, author."""

    domain: str
    slug: str
    name: str


@dataclass(frozen=True)
class Item:
    """One post, page, attachment or anything else, every value as the file has it."""

    number: str
    kind: str
    status: str = "publish"
    title: str = ""
    link: str = ""
    guid: str = ""
    login: str = ""
    content: str = ""
    excerpt: str = ""
    slug: str = ""
    date: str = ""
    date_gmt: str = ""
    pub_date: str = ""
    parent: str = ""
    order: int = 0
    password: str = ""
    sticky: bool = False
    attachment: str = ""
    labels: tuple[Label, ...] = ()
    meta: Mapping[str, str] = field(default_factory=dict)
    comments: int = 0


type Record = Site | Author | Category | Item
