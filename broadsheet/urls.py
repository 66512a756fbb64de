"""Every address of the newspaper: one include a room."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from broadsheet.web.components import components

urlpatterns = [
    path("desk/", include("broadsheet.desk.urls")),
    path("-/components/", components, name="components"),
    *i18n_patterns(path("", include("broadsheet.web.urls")), prefix_default_language=False),
]

handler400 = "broadsheet.web.errors.bad_request"
handler403 = "broadsheet.web.errors.forbidden"
handler404 = "broadsheet.web.errors.page_not_found"
handler500 = "broadsheet.web.errors.server_error"
