"""Every address of the newspaper: one include a room."""

from django.urls import include, path

urlpatterns = [
    path("desk/", include("broadsheet.desk.urls")),
    path("", include("broadsheet.web.urls")),
]
