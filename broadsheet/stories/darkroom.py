"""The darkroom: an uploaded file goes in, a clean picture comes out or a refusal that says why."""

import json
import re
import subprocess
import sys
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from broadsheet.stories.inscription import Inscription

LONGEST_SECONDS = 30
LARGEST_UPLOAD = 25 * 1024 * 1024  # bytes
REASONS = {
    "empty": _("The file is empty."),
    "large": _("The file is larger than 25 MB. Save it smaller, or with more compression."),
    "svg": _("An SVG file can hold programs, so it is not taken. Export it as a PNG."),
    "unknown": _("This is not a picture that can be read. Upload an AVIF, GIF, JPEG, PNG or WebP file."),
    "damaged": _("The picture is damaged or cut short. Open it in a picture editor and export it anew."),
    "pixels": _("The picture has more than 64 million pixels. Make it smaller and upload it again."),
    "moving": _("The picture moves, and readers could not stop it. Upload one still frame, or embed a film."),
    "work": _("The picture took too much time or memory to read. Export it anew from a picture editor."),
}
# How a file of each kind begins; AVIF’s brand stands behind the length of its first box.
BEGINNINGS = re.compile(
    rb"\xff\xd8\xff | \x89PNG\r\n\x1a\n | GIF8[79]a | RIFF....WEBP | ....ftyp(avif|avis|mif1|msf1|miaf)",
    re.VERBOSE | re.DOTALL,
)


class PictureError(ValueError):
    """The file is refused; `reason` is a key of REASONS and the message is what an editor reads."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(str(REASONS[reason]))


@dataclass(frozen=True)
class Picture:
    """A picture encoded anew by us: at most 5,120 pixels a side, sRGB, opaque, upright, without metadata."""

    data: bytes
    suffix: str  # "jpg" or "png"
    width: int  # pixels
    height: int  # pixels
    inscription: Inscription


def develop(data: bytes, *, still: bool = False) -> Picture:
    """Decode a file from outside in a limited process and encode it anew; raises PictureError.

    A moving picture is refused, or with `still` its first frame is taken. At most 1.5 GB and 30 seconds are spent.
    """
    if not data:
        raise PictureError("empty")
    if len(data) > LARGEST_UPLOAD:
        raise PictureError("large")
    if b"<svg" in data[:4096].lower():
        raise PictureError("svg")
    if not BEGINNINGS.match(data):
        raise PictureError("unknown")
    command = [sys.executable, "-I", "-m", "broadsheet.stories.developing", *(["--still"] if still else [])]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=LONGEST_SECONDS, check=True)  # noqa: S603
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as error:
        raise PictureError("work") from error
    head, _line, picture = done.stdout.partition(b"\n")
    facts = json.loads(head)
    if "refused" in facts:
        raise PictureError(facts["refused"])
    return Picture(picture, facts["suffix"], facts["width"], facts["height"], Inscription(**facts["inscription"]))
