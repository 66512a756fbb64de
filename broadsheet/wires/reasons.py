"""Why something changed its shape on the way in, or stayed outside: one list, told to the owner in the report."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Reason(StrEnum):
    """A code (the member's name) and the sentence that the report prints."""

    # the words and their marks
    INLINE_FORMAT = "formatting without a counterpart was taken off its words"
    LINK = "a link that leads nowhere was taken off its words"
    IN_PAGE_LINK = "a link to a place inside the same page was taken off its words"
    CAPTION_MARKUP = "links or formatting in a caption or an attribution were taken off its words"
    HEADING_LEVEL = "a heading of another level became the one kind of heading that stories have"
    # larger parts of a body
    LAYOUT = "columns, groups or covers were unfolded into one column"
    LIST_KEPT = "a list inside a list, or one with its own numbering, was kept as HTML"
    QUOTE_KEPT = "a quotation with links or parts inside was kept as HTML"
    TABLE_KEPT = "a table with joined cells or larger parts inside was kept as HTML"
    HTML_KEPT = "markup without a block of its own was kept as cleaned HTML"
    TOO_DEEP = "markup nested deeper than any page was kept as its plain words"
    MORE = "a “read more” mark was dropped: stories are shown whole"
    PAGE_BREAK = "a page break was dropped: stories are shown on one page"
    SPACER = "empty space was dropped"
    # what ran code or fetched from elsewhere
    ACTIVE = "a script, style, form or other active part was dropped"
    PLAYER_LINKED = "a player, frame or media file became a link card"
    SHORTCODE = "a shortcode that only its plugin understands was dropped"
    SHORTCODE_UNWRAPPED = "a shortcode’s brackets were dropped and the words between them kept"
    SHORTCODE_PERHAPS = "words in brackets may be a shortcode; they were kept as they are"
    DYNAMIC_BLOCK = "a block that WordPress fills by itself (menus, lists of posts …) was dropped"
    # pictures
    PICTURE_MISSING = "a picture is not in the media folder; a link to its old address stands in its place"
    PICTURE_REFUSED = "a picture’s file was refused; a link to its old address stands in its place"
    PICTURE_LINK = "a picture’s link to another page was dropped"
    PICTURE_DATA = "a picture written into the text itself (data:) or a counting pixel was dropped"
    PHOTO_NEEDS = "a photo came without what the newspaper asks of photos"
    PHOTO_DESCRIPTION = "a photo’s long description has no place and was left behind"
    # the whole item
    TITLE_MARKUP = "markup in the title was taken off its words"
    TITLE_MISSING = "it had no title and got one from its first words"
    TITLE_SHORTENED = "the title was longer than 255 characters and was cut"
    SLUG_CHANGED = "its address had to change"
    EXCERPT_SHORTENED = "the excerpt was longer than a standfirst may be and was cut"
    DATE_GUESSED = "its date could not be read"
    AUTHOR_UNKNOWN = "its author is not declared in the file; the login stands for the name"
    NO_AUTHOR = "it names no author"
    DEFAULT_SECTION = "no category of it is a section; it went to the default one"
    PARENT_MISSING = "the page above it is not in the newspaper; it stands at the top"
    DRAFT = "it was a draft and stays unpublished"
    PENDING = "it was waiting for review and stays unpublished"
    PRIVATE = "it was private and stays unpublished"
    PASSWORD = "it was protected by a password and stays unpublished"  # noqa: S105 (a sentence, no secret)
    SCHEDULED = "it is scheduled for its date"
    SCHEDULE_PASSED = "it was scheduled for a date that has passed and stays unpublished"
    STATUS_UNKNOWN = "its status is not one that WordPress itself uses; it stays unpublished"
    STICKY = "it was sticky and was placed at the top of the front page"
    COMMENTS = "its comments stay outside: the newspaper has none yet"
    TEMPLATE = "its own page template or format was left to the newspaper’s design"
    REDIRECT_TAKEN = "its old address is taken by another page; no redirect was made"
    REDIRECT_LONG = "its old address is longer than a redirect may be; no redirect was made"
    # left outside
    KIND = "it is neither a post nor a page"
    TRASH = "it was in the bin or never saved"
    TWICE = "the file holds another item with the same number"
    UNUSED = "no story or page shows it"
    NOT_PICTURE = "it is a file of another kind than a picture"
    # a second run
    REMOVED_HERE = "it came in before and was deleted here; it was not brought back"
    EDITED_HERE = "it changed there and was edited here since; the newspaper’s own was kept"


@dataclass(frozen=True)
class Note:
    """One thing that happened on the way in, and how often; `detail` names it (a tag, a shortcode, a file)."""

    reason: Reason
    detail: str = ""
    count: int = 1


@dataclass
class Notes:
    """Collects notes, the same ones added up."""

    _counts: Counter[tuple[Reason, str]] = field(default_factory=Counter)

    def add(self, reason: Reason, detail: str = "", count: int = 1) -> None:
        self._counts[reason, " ".join(detail.split())[:300]] += count

    def __iter__(self) -> Iterator[Note]:
        for (reason, detail), count in self._counts.items():
            yield Note(reason, detail, count)
