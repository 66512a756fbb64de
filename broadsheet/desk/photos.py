"""The photo desk: every photo with its rights, their end, and where it was printed before."""

from datetime import date, timedelta
from typing import Any

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import ReferenceIndex

from broadsheet.stories.models import Photo

SOON = timedelta(days=30)


def with_uses(photos: QuerySet[Photo]) -> QuerySet[Photo]:
    """Annotates `uses`: in how many stories, pages and portraits a photo stands."""
    kind = ContentType.objects.get_for_model(Photo)
    references = (
        ReferenceIndex.objects.filter(to_content_type=kind, to_object_id=Cast(OuterRef("pk"), CharField()))
        .order_by()
        .values("to_object_id")
        .annotate(places=Count("object_id", distinct=True))
        .values("places")
    )
    return photos.annotate(uses=Coalesce(Subquery(references, output_field=IntegerField()), 0))


def by_rights(photos: QuerySet[Photo], state: str, today: date) -> QuerySet[Photo]:
    """The photos whose rights are in this state: `lacking`, `ended`, `ending` within thirty days, or `fine`."""
    lacking, ended = Q(alt="") | Q(credit="") | Q(rights=""), Q(rights_expire__lt=today)
    ending = Q(rights_expire__gte=today, rights_expire__lte=today + SOON)
    match state:
        case "lacking":
            return photos.filter(lacking)
        case "ended":
            return photos.filter(ended)
        case "ending":
            return photos.filter(ending)
        case _:
            return photos.exclude(lacking).exclude(ended)


class PhotoFilters(WagtailFilterSet):
    """By rights and by use."""

    rights_are = django_filters.ChoiceFilter(
        label=_("Rights"),
        method="filter_rights",
        choices=[
            ("fine", _("May be printed")),
            ("lacking", _("Text alternative, credit or rights missing")),
            ("ending", _("End within 30 days")),
            ("ended", _("Have ended")),
        ],
    )
    used = django_filters.ChoiceFilter(
        label=_("Used before"),
        method="filter_used",
        choices=[("never", _("Never")), ("once", _("Once")), ("often", _("More than once"))],
    )
    credit = django_filters.CharFilter(label=_("Credit"), lookup_expr="icontains")

    class Meta:
        model = Photo
        fields: list[str] = []

    def filter_rights(self, photos: QuerySet[Photo], _name: str, value: str) -> QuerySet[Photo]:
        return by_rights(photos, value, timezone.localdate())

    def filter_used(self, photos: QuerySet[Photo], _name: str, value: str) -> QuerySet[Photo]:
        return photos.filter(**{"never": {"uses": 0}, "once": {"uses": 1}, "often": {"uses__gt": 1}}[value])


class PictureColumn(BaseColumn):
    """The photo itself, small."""

    cell_template_name = "desk/cells/picture.html"

    def get_cell_context_data(self, instance: Photo, parent_context: Any) -> dict[str, Any]:
        return {**super().get_cell_context_data(instance, parent_context), "photo": instance}


class RightsColumn(BaseColumn):
    """Why a photo may not be printed, or by what right and until when it may."""

    cell_template_name = "desk/cells/rights.html"

    def get_cell_context_data(self, instance: Photo, parent_context: Any) -> dict[str, Any]:
        return {**super().get_cell_context_data(instance, parent_context), "photo": instance}


class PhotosView(ReportView):
    """The library as a photo editor asks for it."""

    model = Photo
    filterset_class = PhotoFilters
    page_title = _("Photos")
    header_icon = "image"
    index_url_name = "desk_photos"
    index_results_url_name = "desk_photos_results"
    any_permission_required = ["add", "change", "choose"]
    is_searchable = True
    columns = [
        PictureColumn("file", label=_("Photo")),
        TitleColumn("title", label=_("Title"), get_url=lambda photo: reverse("wagtailimages:edit", args=[photo.pk])),
        Column("credit", label=_("Credit")),
        RightsColumn("rights", label=_("Rights")),
        TitleColumn(
            "uses", label=_("Used"), get_url=lambda photo: reverse("wagtailimages:image_usage", args=[photo.pk])
        ),
    ]
    list_export = ["title", "credit", "rights", "rights_expire", "uses"]

    def get_queryset(self) -> QuerySet[Photo]:
        return with_uses(Photo.objects.prefetch_related("renditions").order_by("-created_at", "-pk"))

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        if not self.user_has_permission("add"):
            return []
        return [HeaderButton(_("Add photos"), reverse("wagtailimages:add_multiple"), icon_name="plus", priority=10)]
