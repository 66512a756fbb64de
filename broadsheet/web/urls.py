"""The reader's addresses; what no line here names is a page of Wagtail's tree."""

from django.urls import include, path, re_path, register_converter
from wagtail import urls as wagtail_pages

from broadsheet.web import letters, serving, views
from broadsheet.web.address import FourDigits, RowNumber, TwoDigits, UnicodeSlug
from broadsheet.web.counting import counting
from broadsheet.web.rails import about_rails

register_converter(UnicodeSlug, "name")
register_converter(FourDigits, "year")
register_converter(TwoDigits, "two")
register_converter(RowNumber, "row")

urlpatterns = [
    path("about/rails/", about_rails, name="about_rails"),
    path("authors/", views.authors, name="authors"),
    path("authors/<name:slug>/", views.author, name="author"),
    path("authors/<name:slug>/contact/", letters.author_contact, name="author_contact"),
    path("topics/", views.topics, name="topics"),
    path("topics/<name:slug>/", views.topic, name="topic"),
    path("search/", views.search, name="search"),
    path("archive/", views.archive, name="archive"),
    path("archive/<year:year>/<two:month>/", views.archive_month, name="archive_month"),
    path("archive/<year:year>/<two:month>/<two:day>/", views.archive_day, name="archive_day"),
    path("corrections/", views.corrections, name="corrections"),
    path("about/counting/", counting, name="counting"),
    path("corrections/report/<row:story_id>/", letters.report_error, name="report_error"),
    re_path(wagtail_pages.serve_pattern, serving.serve, name="wagtail_serve"),
    path("", include(wagtail_pages)),
]
