"""Where the pictures that prints are made from lie: a folder that no address leads to."""

from django.core.files.storage import FileSystemStorage, Storage, storages
from django.utils.deconstruct import deconstructible


@deconstructible
class Negatives(FileSystemStorage):
    """A folder beside the public ones. Asking for an address is an error, not a guess."""

    def url(self, name: str | None) -> str:
        raise ValueError(f"{name} is a negative, which is never served: ask the photo for a rendition")


def negatives() -> Storage:
    """Asked for when a file is touched, so that tests and a newspaper's own settings may say where they lie."""
    return storages["negatives"]
