"""How many queries an address may cost."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

Budget = Callable[..., None]


@pytest.fixture
def query_budget(client: Client) -> Budget:
    """`query_budget("/world/", at_most=12)` reads the page twice and fails if the second reading asks too much.

    The first reading is not counted: it fills what a process asks once (content types, sites).
    """

    def spend(address: str, at_most: int) -> None:
        first = client.get(address)
        assert first.status_code == 200, f"{address} answered {first.status_code}"
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(address)
        asked = [query["sql"][:160] for query in queries.captured_queries]
        assert len(asked) <= at_most, f"{address}: {len(asked)} queries, at most {at_most}:\n" + "\n".join(asked)

    return spend
