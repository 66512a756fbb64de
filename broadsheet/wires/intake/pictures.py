"""Pictures of manuscripts become photos of the newspaper, each once."""

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import unquote

from django.core.files.storage import Storage

from broadsheet.stories.darkroom import LARGEST_UPLOAD, PictureError
from broadsheet.stories.library import take_in
from broadsheet.stories.models import Photo
from broadsheet.wires.intake.arrivals import Kind, find_arrival, write_arrival
from broadsheet.wires.intake.edition import Edition
from broadsheet.wires.intake.media import MediaFolder
from broadsheet.wires.markup.conversion import parts_of
from broadsheet.wires.markup.pieces import Picture
from broadsheet.wires.reasons import Notes, Reason


@dataclass
class Pictures:
    """The photos taken in so far. A picture's file is opened once, whatever stories show it."""

    edition: Edition
    media: MediaFolder
    wanted: set[str] = field(default_factory=set)
    taken: dict[str, Photo | None] = field(default_factory=dict)
    refusals: dict[str, str] = field(default_factory=dict)
    written: list[tuple[Storage, str]] = field(default_factory=list)

    def available(self, picture: Picture) -> bool:
        """Whether there is a file for it, without opening that."""
        return self.media.find(picture.address) is not None

    def photo(self, picture: Picture, notes: Notes) -> Photo | None:
        """The photo that a picture became; None, with the reason noted, if it could not."""
        key = picture.number or parts_of(picture.address).path
        if key not in self.taken:
            self.taken[key] = self._take_in(key, picture)
        photo = self.taken[key]
        if photo is not None:
            return photo
        if key in self.refusals:
            notes.add(Reason.PICTURE_REFUSED, f"{picture.address} ({self.refusals[key]})")
        else:
            notes.add(Reason.PICTURE_MISSING, picture.address)
        return None

    def _take_in(self, key: str, picture: Picture) -> Photo | None:
        arrival = find_arrival(self.edition, Kind.PHOTO, key)
        if arrival and (photo := Photo.objects.filter(pk=arrival.became).first()):
            return photo
        path = self.media.find(picture.address)
        if path is None:
            return None
        name = file_name(picture.address)
        try:
            if path.stat().st_size > LARGEST_UPLOAD:
                raise PictureError("large")
            photo = take_in(
                path.read_bytes(), name[:255], still=True, alt=picture.alt[:300], caption=picture.caption[:1000]
            )
        except PictureError as error:
            self.refusals[key] = str(error)
            return None
        except OSError as error:
            self.refusals[key] = error.strerror or str(error)
            return None
        self.written.append((photo.file.storage, photo.file.name))
        write_arrival(self.edition, Kind.PHOTO, key, photo.pk)
        return photo

    def remove_files(self) -> None:
        """Deletes the files of photos whose rows were rolled back."""
        for storage, name in self.written:
            storage.delete(name)


def file_name(address: str) -> str:
    return PurePosixPath(unquote(parts_of(address).path)).name or address


def lacking(photo: Photo) -> list[str]:
    """Which of the three things that the newspaper asks of a photo this one has not."""
    return [name for name in ("alt", "credit", "rights") if not getattr(photo, name).strip()]
