"""A view counted as Django apps do: a row a story, F() + 1, on SQLite with a write-ahead log, fully synchronised."""

import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection, models
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.urls import path

from tests.counters import FOLDER, STORIES


def make_django():
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=20000;"
    settings.configure(
        SECRET_KEY="bench",
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF=__name__,
        MIDDLEWARE=[],
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": Path(os.environ[FOLDER]) / "django.sqlite3",
                "CONN_MAX_AGE": None,
                "OPTIONS": {"transaction_mode": "IMMEDIATE", "init_command": pragmas},
            }
        },
    )
    application = get_wsgi_application()

    class Counter(models.Model):
        views = models.PositiveIntegerField(default=0)

        class Meta:
            app_label = "bench"

    def count(request: HttpRequest) -> HttpResponse:
        Counter.objects.filter(pk=1 + hash(request.body) % STORIES).update(views=F("views") + 1)
        return HttpResponse(status=204)

    urlpatterns.append(path("-/view", count))
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS bench_counter (id INTEGER PRIMARY KEY, views INTEGER NOT NULL)")
        rows = [(number,) for number in range(1, STORIES + 1)]
        cursor.executemany("INSERT OR IGNORE INTO bench_counter VALUES (%s, 0)", rows)
    return application


urlpatterns: list = []
