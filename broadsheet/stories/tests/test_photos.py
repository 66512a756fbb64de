"""Photos: taken in, inscribed, printed, and harmless whatever was uploaded."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image, ImageChops, ImageCms, ImageStat
from wagtail.images.forms import get_image_form

from broadsheet.stories.darkroom import REASONS, PictureError, develop
from broadsheet.stories.inscription import Inscription, read_inscription, write_exif, write_xmp
from broadsheet.stories.library import take_in
from broadsheet.stories.models import Photo
from broadsheet.stories.photo_form import PhotoFileField
from broadsheet.stories.tests.newsroom import draw_picture, make_photo
from tests.shared_data import shared_data

KINDS = ["AVIF", "GIF", "JPEG", "PNG", "WEBP"]
WORDS = Inscription(
    alt="A harbour at dawn",
    caption="The harbour of Busan — “quiet” & cold <again>",
    credit="박미나 / Test Agency",
    rights="© 2026 Test Agency",
)


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def upload(client, data: bytes, name: str = "harbour.jpg", **values):
    file = SimpleUploadedFile(name, data)
    return client.post(reverse("wagtailimages:add"), {"title": "Harbour", "file": file, **values})


class TestTheDarkroom:
    @pytest.mark.parametrize("kind", KINDS)
    def test_develops_every_kind_that_a_newsroom_uploads(self, kind):
        picture = develop(draw_picture(64, 40, kind))
        assert opened(picture.data).size == (picture.width, picture.height) == (64, 40)

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"", "empty"),
            (b"no picture at all", "unknown"),
            (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', "svg"),
            (draw_picture()[:2000], "damaged"),
        ],
    )
    def test_refuses_with_a_reason(self, data, reason):
        with pytest.raises(PictureError) as refusal:
            develop(data)
        assert refusal.value.reason == reason
        assert str(refusal.value) == str(REASONS[reason])

    def test_refuses_more_pixels_than_it_has_room_for(self):
        file = BytesIO()
        Image.new("1", (9000, 9000)).save(file, "PNG")
        with pytest.raises(PictureError) as refusal:
            develop(file.getvalue())
        assert refusal.value.reason == "pixels"

    def test_refuses_a_moving_picture_unless_asked_for_a_still(self):
        frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "green", "blue")]
        file = BytesIO()
        frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
        with pytest.raises(PictureError) as refusal:
            develop(file.getvalue())
        assert refusal.value.reason == "moving"
        assert develop(file.getvalue(), still=True).width == 8

    def test_turns_a_picture_upright_and_forgets_where_it_was_taken(self):
        exif = Image.Exif()
        exif[0x0112] = 6  # the camera was held on its side
        exif.get_ifd(0x8825)[2] = (35.0, 6.0, 0.0)
        picture = develop(draw_picture(64, 40, exif=exif))
        assert (picture.width, picture.height) == (40, 64)
        assert not opened(picture.data).getexif()

    def test_keeps_no_profile_and_no_transparency(self):
        file = BytesIO()
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        Image.new("RGBA", (8, 8), (255, 0, 0, 0)).save(file, "PNG", icc_profile=profile)
        clean = opened(develop(file.getvalue()).data)
        assert clean.mode == "RGB"
        assert clean.getpixel((0, 0)) == (255, 255, 255)
        assert "icc_profile" not in clean.info

    def test_keeps_the_greys_of_sixteen_bits(self):
        file = BytesIO()
        Image.new("I;16", (8, 8), 32768).save(file, "PNG")
        assert opened(develop(file.getvalue()).data).getpixel((0, 0)) in {127, 128}

    def test_makes_a_huge_picture_smaller(self):
        picture = develop(draw_picture(6000, 3000))
        assert max(picture.width, picture.height) <= 5120


class TestAnInscription:
    @pytest.mark.parametrize("kind", ["AVIF", "JPEG", "WEBP"])
    def test_survives_being_written_and_read(self, kind):
        data = draw_picture(16, 16, kind, exif=write_exif(WORDS), xmp=write_xmp(WORDS))
        assert read_inscription(opened(data)) == WORDS

    def test_is_read_from_exif_alone(self):
        data = draw_picture(16, 16, exif=write_exif(WORDS))
        assert read_inscription(opened(data)) == Inscription("", WORDS.caption, WORDS.credit, WORDS.rights)

    def test_is_read_from_iptc_alone(self):
        fields = {80: "Mina Park", 110: "Test Agency", 116: "© Test Agency", 120: "Ein Hafen – früh"}
        iptc = b"".join(
            b"\x1c\x02" + bytes([number]) + len(text.encode()).to_bytes(2) + text.encode()
            for number, text in fields.items()
        )
        resource = b"8BIM\x04\x04\x00\x00" + len(iptc).to_bytes(4) + iptc + b"\x00" * (len(iptc) % 2)
        segment = b"Photoshop 3.0\x00" + resource
        plain = draw_picture(16, 16)
        data = plain[:2] + b"\xff\xed" + (len(segment) + 2).to_bytes(2) + segment + plain[2:]
        assert read_inscription(opened(data)) == Inscription(
            "", "Ein Hafen – früh", "Mina Park / Test Agency", "© Test Agency"
        )

    @pytest.mark.parametrize(
        "packet",
        [
            b"<not closed",
            b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
            b"\x00" * 100,
            write_xmp(WORDS)[:-60],
        ],
    )
    def test_reads_empty_where_it_is_damaged(self, packet):
        assert read_inscription(opened(draw_picture(16, 16, xmp=packet))) == Inscription()


@pytest.mark.django_db
class TestAPrint:
    @pytest.mark.parametrize("kind", ["avif", "webp", "jpeg"])
    def test_carries_credit_and_rights(self, kind):
        photo = make_photo(alt=WORDS.alt, caption=WORDS.caption, credit=WORDS.credit, rights=WORDS.rights)
        printed = photo.get_rendition(f"width-200|format-{kind}")
        with printed.file.open() as file:
            image = Image.open(file)
            assert (printed.width, image.width, image.format) == (200, 200, kind.upper())
            assert read_inscription(image) == WORDS

    @pytest.mark.parametrize(("spec", "box"), [("width-100", None), ("fill-100x100", (375, 0, 1125, 750))])
    def test_shows_what_the_negative_shows(self, spec, box):
        data = draw_picture(1500, 750, quality=95)
        photo = take_in(data, "Circle", alt="A circle", credit="Test", rights="CC0")
        with photo.get_rendition(f"{spec}|format-jpeg").file.open() as file:
            printed = Image.open(file).convert("L")
        expected = opened(data).convert("L").resize(printed.size, Image.Resampling.LANCZOS, box=box)
        assert max(ImageStat.Stat(ImageChops.difference(printed, expected)).mean) < 3

    def test_has_a_name_that_cannot_be_guessed(self):
        photo = make_photo(title="Secret visit")
        printed = photo.get_rendition("width-100|format-webp")
        assert len(Path(printed.file.name).stem) == len(Path(photo.file.name).stem) == 24
        assert Path(printed.file.name).stem != Path(photo.file.name).stem
        assert printed.url.startswith("/media/prints/")

    def test_keeps_its_focal_point_in_sight(self):
        photo = make_photo()
        photo.focal_point_x, photo.focal_point_y = 600, 200
        photo.focal_point_width = photo.focal_point_height = 40
        printed = photo.get_rendition("fill-100x100-c100|format-jpeg")
        assert (printed.width, printed.height) == (100, 100)
        assert printed.focal_point_key


@pytest.mark.django_db
class TestANegative:
    def test_is_not_served(self, client, settings):
        photo = make_photo()
        with pytest.raises(ValueError, match="never served"):
            photo.file.url  # noqa: B018
        assert not (Path(settings.MEDIA_ROOT) / photo.file.name).exists()


@pytest.mark.django_db
class TestAnUpload:
    def test_fills_what_the_editor_left_empty(self, admin_client):
        data = draw_picture(exif=write_exif(WORDS), xmp=write_xmp(WORDS))
        upload(admin_client, data, credit="Written by hand")
        photo = Photo.objects.get()
        assert (photo.alt, photo.caption, photo.rights) == (WORDS.alt, WORDS.caption, WORDS.rights)
        assert photo.credit == "Written by hand"
        assert (photo.width, photo.height) == (640, 400)

    def test_is_judged_by_its_content_and_not_by_its_name(self, admin_client):
        upload(admin_client, draw_picture(kind="PNG"), "harbour.jpg")
        assert Photo.objects.get().file.name.endswith(".png")

    def test_by_the_door_for_many_files_is_developed_too(self, admin_client):
        data = draw_picture(exif=write_exif(WORDS))
        answer = admin_client.post(
            reverse("wagtailimages:add_multiple"),
            {"title": "Harbour", "files[]": SimpleUploadedFile("harbour.jpg", data), "collection": 1},
        )
        assert answer.json()["success"], answer.json()
        photo = Photo.objects.get()
        assert photo.caption == WORDS.caption
        with photo.file.open() as file:
            assert not Image.open(file).getexif()

    def test_by_the_door_beside_a_story_is_developed_too(self, admin_client):
        file = SimpleUploadedFile("harbour.jpg", draw_picture(exif=write_exif(WORDS)))
        address = reverse("wagtailimages_chooser:create")
        answer = admin_client.post(
            address, {"image-chooser-upload-title": "Harbour", "image-chooser-upload-file": file}
        )
        assert answer.json()["step"] == "chosen", answer.json()
        assert Photo.objects.get().credit == WORDS.credit

    def test_of_an_svg_is_refused_in_words(self, admin_client):
        answer = upload(admin_client, b'<svg xmlns="http://www.w3.org/2000/svg"/>', "drawing.svg")
        assert "An SVG file can hold programs" in answer.content.decode()
        assert not Photo.objects.exists()

    def test_can_be_looked_at_and_edited_in_the_desk(self, admin_client):
        upload(admin_client, draw_picture())
        photo = Photo.objects.get()
        for address in (reverse("wagtailimages:edit", args=[photo.pk]), reverse("wagtailimages:index")):
            assert admin_client.get(address).status_code == 200

    def test_makes_new_prints_when_the_credit_is_mended(self, admin_client):
        upload(admin_client, draw_picture(), credit="Wrong")
        photo = Photo.objects.get()
        old = photo.get_rendition("width-100|format-webp")
        admin_client.post(
            reverse("wagtailimages:edit", args=[photo.pk]), {"title": "Harbour", "credit": "Right", "alt": "A harbour"}
        )
        new = Photo.objects.get().get_rendition("width-100|format-webp")
        assert new.file.name != old.file.name
        with new.file.open() as file:
            assert read_inscription(Image.open(file)).credit == "Right"


@pytest.mark.django_db
class TestTheLibrary:
    def test_takes_a_picture_in_without_a_form(self):
        photo = take_in(draw_picture(exif=write_exif(WORDS)), "Harbour", credit="By hand")
        photo.refresh_from_db()
        assert (photo.title, photo.credit, photo.rights) == ("Harbour", "By hand", WORDS.rights)
        assert (photo.width, photo.height) == (640, 400)
        assert photo.file_hash

    def test_keeps_nothing_of_a_refused_file(self):
        with pytest.raises(PictureError):
            take_in(b"nothing", "Nothing")
        assert not Photo.objects.exists()


@pytest.mark.django_db
class TestAHostileFile:
    """Each through the form's own field; what becomes a picture goes on through the whole form and is printed."""

    def test_is_refused_in_words_or_stored_clean(self, admin_client):
        files = sorted(path for path in shared_data("hostile-images").iterdir() if path.name != "LICENSE")
        assert len(files) == 98
        field = get_image_form(Photo)().fields["file"]
        with ThreadPoolExecutor(2) as pool:
            clean = list(pool.map(lambda path: self.is_clean(field, path), files))
        pictures = [path for path, taken in zip(files, clean, strict=True) if taken]
        for path in pictures:
            upload(admin_client, path.read_bytes(), path.name, title=path.name)
            assert Photo.objects.get(title=path.name).get_rendition("max-50x50|format-webp").width <= 50
        assert 10 < len(pictures) < 40

    def is_clean(self, field: PhotoFileField, path: Path) -> bool:
        """Whether the file became a picture, which is then one of ours."""
        try:
            developed = field.clean(SimpleUploadedFile(path.name, path.read_bytes()))
        except ValidationError as refusal:
            return self.explain(path, refusal)
        image = Image.open(developed, formats=["JPEG", "PNG"])
        image.load()
        return not image.getexif()

    def explain(self, path: Path, refusal: ValidationError) -> bool:
        assert refusal.code in REASONS, f"{path.name}: {refusal!r}"
        return False


@pytest.mark.django_db
class TestAPhotoThatLacksSomething:
    @pytest.mark.parametrize(
        ("field", "word"), [("alt", "text alternative"), ("credit", "credit"), ("rights", "rights")]
    )
    def test_says_what(self, field, word):
        photo = make_photo(title="Harbour", **{field: "  "})
        assert photo.objections() == [f"The photo “Harbour” lacks: {word}."]

    def test_says_that_its_rights_have_ended(self):
        yesterday = timezone.localdate() - timedelta(days=1)
        assert "ended on" in make_photo(rights_expire=yesterday).objections()[0]
        assert not make_photo(rights_expire=yesterday + timedelta(days=1)).objections()
