"""The reader's addresses; what no line here names is a page of Wagtail's tree."""

from django.urls import include, path
from wagtail import urls as wagtail_pages

urlpatterns = [path("", include(wagtail_pages))]
