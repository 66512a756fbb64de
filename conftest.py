"""What every test may ask for: a browser, a query budget; and the few settings that only tests change."""

import os
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import override_settings

pytest_plugins = ["tests.browser", "tests.budget", "tests.database", "tests.newspaper"]

# Playwright's synchronous interface keeps an event loop in the test's thread; Django would refuse its ORM there.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(autouse=True, scope="session")
def _quick_settings() -> Iterator[None]:
    """Unhashed static names (nothing is collected in tests) and a password hash that takes no time."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(
        STORAGES={**settings.STORAGES, "staticfiles": plain},
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    ):
        yield


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    """What one test cached (Wagtail keeps its sites' roots) is gone before the next."""
    yield
    cache.clear()
