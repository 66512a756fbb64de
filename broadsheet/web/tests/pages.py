"""Reading a page in a test: asking for it, and insisting on what it answers."""

from django.test import Client


def read(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, f"{address} answered {answer.status_code}"
    return answer.content.decode()
