"""The form through which every photo enters the library, whichever of the desk's three doors it comes by."""

from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.forms import FileField
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from broadsheet.stories.darkroom import LARGEST_UPLOAD, PictureError, develop
from broadsheet.stories.inscription import Inscription
from broadsheet.stories.library import INSCRIBED, fill_in


class DevelopedFile(ContentFile[bytes]):
    """A clean picture, with what its file said of itself."""

    def __init__(self, content: bytes, name: str, inscription: Inscription) -> None:
        super().__init__(content, name)
        self.inscription = inscription


class PhotoFileField(WagtailImageField):
    """Takes a file by its content, not by its name, and never opens it in this process."""

    def to_python(self, data: "UploadedFile[Any] | None") -> DevelopedFile | None:
        file = FileField.to_python(self, data)
        if file is None:
            return None
        if file.size > LARGEST_UPLOAD:
            raise ValidationError(str(PictureError("large")), code="large")
        try:
            picture = develop(file.read())
        except PictureError as error:
            raise ValidationError(str(error), code=error.reason) from error
        return DevelopedFile(picture.data, f"{PurePath(str(file.name)).stem}.{picture.suffix}", picture.inscription)


class PhotoForm(BaseImageForm):
    """Wagtail's form for pictures, with our door-keeper and with what the file says of itself filled in."""

    def __init__(self, *arguments: Any, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        if "file" in self.fields:
            given = self.fields["file"]
            self.fields["file"] = PhotoFileField(label=given.label, required=given.required, widget=given.widget)

    def save(self, commit: bool = True) -> Any:  # noqa: FBT001, FBT002 (Django's signature)
        file = self.cleaned_data.get("file")
        if isinstance(file, DevelopedFile):
            fill_in(self.instance, file.inscription)
        photo = super().save(commit=commit)
        if commit and INSCRIBED & set(self.changed_data):
            photo.renditions.all().delete()  # they carry the old words; the next reader's page makes new ones
        return photo
