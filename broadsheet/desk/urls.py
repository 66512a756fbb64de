"""The desk's addresses: Wagtail's admin and its documents."""

from django.urls import include, path
from wagtail.admin import urls as wagtail_admin

urlpatterns = [path("", include(wagtail_admin))]
