"""Turns a manuscript's blocks into the values that a story's body holds."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from broadsheet.demo.manuscript import Block, Manuscript, ManuscriptError

type Values = dict[str, object]

LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
BOLD = re.compile(r"\*\*(.+?)\*\*")
ITALIC = re.compile(r"\*(.+?)\*")


@dataclass(frozen=True)
class Case:
    """The type case: what a body's names stand for. Each raises KeyError for a name that stands for nothing."""

    story: Callable[[str], int]  # “world/slug” → page id
    photo: Callable[[str], int]  # photo's name → its id
    dates: Callable[[str], str]  # fills in {weekday +1} and {date +1}


def set_body(manuscript: Manuscript, case: Case) -> list[Values]:
    """The body as a stream's raw data; raises ManuscriptError for a link or a photo that does not exist."""
    try:
        return [_SETTERS[block.kind](block, case) for block in manuscript.body]
    except KeyError as error:
        raise ManuscriptError(f"{manuscript.name}: there is no {error}") from error


def set_inline(text: str, case: Case) -> str:
    """One line with its bold, italic and links as HTML."""

    def link(found: re.Match[str]) -> str:
        target = found[2]
        if target.startswith("story:"):
            return f'<a linktype="page" id="{case.story(target.removeprefix("story:"))}">{found[1]}</a>'
        return f'<a href="{target}">{found[1]}</a>'

    linked = LINK.sub(link, escape(case.dates(text), quote=False))
    return ITALIC.sub(r"<i>\1</i>", BOLD.sub(r"<b>\1</b>", linked))


def _set_text(block: Block, case: Case) -> Values:
    return _value("text", "".join(_paragraphs(block.lines, case)))


def _set_heading(block: Block, _case: Case) -> Values:
    return _value("heading", block.title)


def _set_quote(block: Block, _case: Case) -> Values:
    return _value("pull_quote", {"quote": " ".join(block.lines), "attribution": block.title})


def _set_list(block: Block, case: Case) -> Values:
    return _value("list", {"ordered": block.kind == "numbered", "items": _paragraphs(block.lines, case)})


def _set_table(block: Block, case: Case) -> Values:
    """The first line is the columns' headings."""
    head, *rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in block.lines]
    table = {
        "caption": block.title,
        "columns": [{"type": "text", "heading": heading} for heading in head],
        "rows": [{"values": _paragraphs(row, case)} for row in rows],
    }
    return _value("table", table)


def _set_facts(block: Block, case: Case) -> Values:
    """A fact box: its lines are one list, numbered or not, or else paragraphs."""
    for tag, mark in (("ol", r"\d+\. "), ("ul", "- ")):
        if re.match(mark, block.lines[0]):
            items = [set_inline(re.sub(mark, "", line, count=1), case) for line in block.lines]
            text = f"<{tag}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>"
            return _value("fact_box", {"heading": block.title, "text": text})
    return _value("fact_box", {"heading": block.title, "text": "".join(_paragraphs(block.lines, case))})


def _set_gallery(block: Block, case: Case) -> Values:
    photos = []
    for line in block.lines:
        name, caption = line.removeprefix("- ").split(": ", 1)
        photos.append({"photo": case.photo(name), "caption": caption})
    return _value("gallery", {"title": block.title, "photos": photos})


def _set_code(block: Block, _case: Case) -> Values:
    return _value("code", {"language": block.title, "code": "\n".join(block.lines)})


def _set_related(block: Block, case: Case) -> Values:
    return _value("related", {"story": case.story(block.title), "address": "", "title": ""})


def _set_embed(block: Block, _case: Case) -> Values:
    address, title, caption = (part.strip() for part in block.title.split("|"))
    return _value("embed", {"address": address, "title": title, "caption": caption})


_SETTERS: dict[str, Callable[[Block, Case], Values]] = {
    "text": _set_text,
    "heading": _set_heading,
    "pull_quote": _set_quote,
    "items": _set_list,
    "numbered": _set_list,
    "table": _set_table,
    "facts": _set_facts,
    "gallery": _set_gallery,
    "code": _set_code,
    "related": _set_related,
    "embed": _set_embed,
}


def _value(kind: str, value: object) -> Values:
    return {"type": kind, "value": value}


def _paragraphs(lines: Iterable[str], case: Case) -> list[str]:
    return [f"<p>{set_inline(line, case)}</p>" for line in lines]
