"""The photo library: how a picture enters it when no editor is there to fill in a form."""

from typing import Any

from django.core.files.base import ContentFile
from django.utils.text import Truncator

from broadsheet.stories.darkroom import develop
from broadsheet.stories.inscription import Inscription
from broadsheet.stories.photo import Photo

INSCRIBED = {"alt", "caption", "credit", "rights"}


def take_in(data: bytes, title: str, *, still: bool = False, **facts: Any) -> Photo:
    """Develop a file from outside and keep it; `facts` are fields of the photo and outrank what the file says.

    Raises PictureError, having kept nothing. A moving picture is refused, or with `still` its first frame is taken.
    """
    picture = develop(data, still=still)
    photo = Photo(title=title, **facts)
    fill_in(photo, picture.inscription)
    photo.file = ContentFile(picture.data, f"photo.{picture.suffix}")
    photo._set_image_file_metadata()
    photo.save()
    return photo


def fill_in(photo: Photo, inscription: Inscription) -> None:
    """Fill the photo's empty fields from the file's inscription, cut to what the fields hold; nothing is saved."""
    for name in INSCRIBED:
        if not getattr(photo, name):
            longest = photo._meta.get_field(name).max_length
            setattr(photo, name, Truncator(getattr(inscription, name)).chars(longest))
