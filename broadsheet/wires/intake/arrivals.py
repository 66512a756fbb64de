"""What has come in before, looked up and written down."""

from typing import Any

from broadsheet.wires.arrival import Arrival
from broadsheet.wires.intake.edition import Edition

Kind = Arrival.Kind


def find_arrival(edition: Edition, kind: Kind, key: str) -> Arrival | None:
    return Arrival.objects.filter(source=edition.source, kind=kind, key=key[:200]).first()


def write_arrival(edition: Edition, kind: Kind, key: str, became: int, **values: Any) -> None:
    """Writes down, or writes anew, what `key` became; `values` are further fields of an arrival."""
    Arrival.objects.update_or_create(
        source=edition.source, kind=kind, key=key[:200], defaults={"became": became, **values}
    )
