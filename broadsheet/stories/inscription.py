"""What is written inside a picture file: read from EXIF, IPTC and XMP, and written into every size that is printed."""

from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from lxml import etree
from PIL import ExifTags, Image, ImageFile, IptcImagePlugin

LONGEST = 2000  # characters of one field; more is not a caption

_NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
}

# IPTC Information Interchange Model 4.2, record 2.
_BYLINE, _CREDIT, _COPYRIGHT, _CAPTION = (2, 80), (2, 110), (2, 116), (2, 120)


@dataclass(frozen=True)
class Inscription:
    """Alternative text, caption, credit and rights; each may be empty."""

    alt: str = ""
    caption: str = ""
    credit: str = ""
    rights: str = ""

    def over(self, other: "Inscription") -> "Inscription":
        """This inscription, its gaps filled from another."""
        return Inscription(
            self.alt or other.alt,
            self.caption or other.caption,
            self.credit or other.credit,
            self.rights or other.rights,
        )


def read_inscription(image: ImageFile.ImageFile) -> Inscription:
    """What a file says of itself; XMP is trusted before IPTC, IPTC before EXIF. Never raises: damage reads empty."""
    found = Inscription()
    for read in (_read_xmp, _read_iptc, _read_exif):
        try:
            found = found.over(read(image))
        except Exception:  # noqa: S112 (what a damaged block raises depends on the damage)
            continue
    return found


def write_exif(inscription: Inscription) -> bytes:
    """An EXIF block with the caption, the credit as artist, and the rights as copyright."""
    exif = Image.Exif()
    values = {
        ExifTags.Base.ImageDescription: inscription.caption,
        ExifTags.Base.Artist: inscription.credit,
        ExifTags.Base.Copyright: inscription.rights,
    }
    for tag, value in values.items():
        if value:
            exif[tag] = value.encode()
    return exif.tobytes()


def write_xmp(inscription: Inscription) -> bytes:
    """An XMP packet in the terms of the IPTC Photo Metadata Standard 2023.1."""
    parts = [
        _alternative("dc:description", inscription.caption),
        _alternative("dc:rights", inscription.rights),
        _alternative("xmpRights:UsageTerms", inscription.rights),
        _alternative("Iptc4xmpCore:AltTextAccessibility", inscription.alt),
        f"<photoshop:Credit>{escape(inscription.credit)}</photoshop:Credit>" if inscription.credit else "",
    ]
    spaces = " ".join(f'xmlns:{name}="{address}"' for name, address in _NAMES.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF {spaces}><rdf:Description rdf:about="">{"".join(parts)}</rdf:Description></rdf:RDF>'
        '</x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def _alternative(name: str, value: str) -> str:
    if not value:
        return ""
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{escape(value)}</rdf:li></rdf:Alt></{name}>'


def _read_xmp(image: ImageFile.ImageFile) -> Inscription:
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    if isinstance(packet, str):
        packet = packet.encode()
    if not packet:
        return Inscription()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(packet.strip(b"\x00 \n"), parser)

    def value(name: str) -> str:
        space, tag = name.split(":")
        elements = root.xpath(f"//{name}//rdf:li | //{name}[not(*)] | //@{space}:{tag}", namespaces=_NAMES)
        found = elements if isinstance(elements, list) else []
        texts = [part if isinstance(part, str) else getattr(part, "text", "") for part in found]
        return _tidy(next(filter(None, map(str, filter(None, texts))), ""))

    return Inscription(
        value("Iptc4xmpCore:AltTextAccessibility"),
        value("dc:description"),
        _join(value("dc:creator"), value("photoshop:Credit")),
        value("xmpRights:UsageTerms") or value("dc:rights"),
    )


def _read_iptc(image: ImageFile.ImageFile) -> Inscription:
    fields: dict[tuple[int, int], Any] = IptcImagePlugin.getiptcinfo(image) or {}

    def value(field: tuple[int, int]) -> str:
        raw = fields.get(field, b"")
        return _tidy(_decode(raw[0] if isinstance(raw, list) else raw))

    return Inscription("", value(_CAPTION), _join(value(_BYLINE), value(_CREDIT)), value(_COPYRIGHT))


def _read_exif(image: ImageFile.ImageFile) -> Inscription:
    exif = image.getexif()

    def value(tag: ExifTags.Base) -> str:
        raw = exif.get(tag, "")
        return _tidy(_decode(raw.encode("latin-1") if isinstance(raw, str) else raw))

    return Inscription(
        "", value(ExifTags.Base.ImageDescription), value(ExifTags.Base.Artist), value(ExifTags.Base.Copyright)
    )


def _decode(raw: object) -> str:
    if not isinstance(raw, bytes):
        return ""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _tidy(text: str) -> str:
    printable = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(printable.split())[:LONGEST]


def _join(creator: str, agency: str) -> str:
    if creator and agency and agency.casefold() not in creator.casefold():
        return f"{creator} / {agency}"
    return creator or agency
