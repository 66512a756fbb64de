"""The press's own fixtures: printing houses with real processes."""

import uuid
from collections.abc import Callable, Iterator

import pytest

from broadsheet.press.tests.printing_house import House


@pytest.fixture(scope="session")
def shared_house() -> Iterator[House]:
    made = House(workers=2)
    made.open()
    yield made
    made.close()


@pytest.fixture
def house(shared_house: House) -> House:
    """A printing house with two fronts that other tests use as well: each keeps to its own `address`."""
    return shared_house


@pytest.fixture
def address() -> str:
    """An address that no other test asks for."""
    return f"/{uuid.uuid4().hex}/"


@pytest.fixture
def make_house() -> Iterator[Callable[..., House]]:
    """Makes printing houses of the test's own, to break things in."""
    made: list[House] = []

    def make(**terms: object) -> House:
        made.append(House(**terms))
        made[-1].open()
        return made[-1]

    yield make
    for each in made:
        each.close()
