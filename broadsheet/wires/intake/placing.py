"""Where a story stands: the section that its categories name, and a free address under a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.text import slugify
from wagtail.models import Page

from broadsheet.sections.addresses import is_reserved
from broadsheet.sections.models import Section
from broadsheet.wires.intake.edition import Edition
from broadsheet.wires.manuscript import Subject


@dataclass
class Sections:
    """The sections of an edition by the words that name them; those wished for are made at once."""

    edition: Edition
    default_name: str
    opened: list[Section] = field(default_factory=list)
    _named: dict[str, Section] = field(default_factory=dict)
    _default: Section | None = None

    def open(self, wished: Iterable[str]) -> None:
        """Reads the sections that stand, and opens those of `wished` that do not."""
        for section in Section.objects.child_of(self.edition.front):
            self._name(section)
        for name in wished:
            if not self.named(Subject(name, "")):
                self._open(name)

    def named(self, subject: Subject) -> Section | None:
        """The section that has the subject's name or address."""
        keys = (_key(subject.name), _key(subject.slug))
        return next((self._named[key] for key in keys if key and key in self._named), None)

    def choose(self, chains: Sequence[Sequence[Subject]]) -> tuple[Section, Subject | None]:
        """The section of the first category that is one; else of the first that stands under one; else the default.

        Also says which category it was, None for the default. The default is opened when it is first needed.
        """
        for depth in range(max((len(chain) for chain in chains), default=0)):
            for chain in chains:
                if len(chain) > depth and (section := self.named(chain[depth])):
                    return section, chain[depth]
        if self._default is None:
            self._default = self.named(Subject(self.default_name, "")) or self._open(self.default_name)
        return self._default, None

    def _open(self, name: str) -> Section:
        front = self.edition.front
        section = Section(title=name[:255], locale=front.locale, show_in_menus=True, live=False)
        section.slug = free_slug(front, slugify(name, allow_unicode=True) or "section")
        front.add_child(instance=section)
        section.save_revision().publish()
        section.refresh_from_db()
        self._name(section)
        self.opened.append(section)
        return section

    def _name(self, section: Section) -> None:
        for key in (_key(section.title), _key(section.slug)):
            self._named.setdefault(key, section)


def free_slug(parent: Page, wished: str, page: Page | None = None) -> str:
    """`wished`, or with a number behind it if a sibling has it or the newspaper answers there itself."""
    siblings = parent.get_children().filter(slug__startswith=wished)
    taken = set(siblings.exclude(pk=page.pk if page else None).values_list("slug", flat=True))
    candidates = (wished, *(f"{wished}-{number}" for number in range(2, len(taken) + 4)))
    return next(slug for slug in candidates if slug not in taken and not is_reserved(parent, slug))


def _key(name: str) -> str:
    return slugify(name, allow_unicode=True)
