"""Names over stories become contributors, and subjects become topics: each found again if it is there already."""

from collections.abc import Iterable

from django.db.models import Model
from django.utils.text import slugify

from broadsheet.stories.models import Contributor, Topic
from broadsheet.wires.intake.arrivals import Kind, find_arrival, write_arrival
from broadsheet.wires.intake.edition import Edition
from broadsheet.wires.manuscript import Person, Subject


def contributor_of(person: Person, edition: Edition) -> Contributor:
    """The contributor who came in under this key, or has this name; else a new one. No mail address is taken over."""
    arrival = find_arrival(edition, Kind.PERSON, person.key)
    if arrival and (known := Contributor.objects.filter(pk=arrival.became).first()):
        return known
    name = person.name[:120]
    found = Contributor.objects.filter(name=name).order_by("pk").first()
    if found is None:
        found = Contributor.objects.create(name=name, slug=_free_slug(Contributor, name, "author"))
    write_arrival(edition, Kind.PERSON, person.key, found.pk)
    return found


def topics_of(subjects: Iterable[Subject]) -> list[tuple[Subject, Topic]]:
    """A topic for each subject, none twice; one with the same name or address is the same topic."""
    found: dict[int, tuple[Subject, Topic]] = {}
    for subject in subjects:
        topic = _topic(subject)
        found.setdefault(topic.pk, (subject, topic))
    return list(found.values())


def _topic(subject: Subject) -> Topic:
    name, slug = subject.name[:80].strip(), subject.slug[:80]
    known = Topic.objects.filter(name__iexact=name).first()
    if known is not None:
        return known
    return Topic.objects.create(
        name=name, slug=_free_slug(Topic, slug or name, "topic"), introduction=subject.description
    )


def _free_slug(model: type[Model], name: str, otherwise: str) -> str:
    """An address that no other row has, made of the name."""
    slug = slugify(name, allow_unicode=True)[:70].strip("-_") or otherwise
    taken = set(model._default_manager.filter(slug__startswith=slug).values_list("slug", flat=True))
    others = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return slug if slug not in taken else next(other for other in others if other not in taken)
