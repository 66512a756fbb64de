"""Django's settings, one file, made from the options."""

import sys
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from broadsheet.options import OptionError, options_in_force, secret_key

OPTIONS = options_in_force()
HERE = Path(__file__).parent
PAPER = OPTIONS.paper
STATE = OPTIONS.state
STATE.mkdir(parents=True, exist_ok=True)
if OPTIONS.names("apps") and str(PAPER) not in sys.path:
    sys.path.insert(0, str(PAPER))  # the newspaper's own code lies beside its options


def _database() -> dict[str, object]:
    address = OPTIONS.text("database")
    if not address:
        pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=5000;"
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": STATE / "newspaper.sqlite3",
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "init_command": pragmas},
        }
    parts = urlsplit(address)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise OptionError("database: write postgresql://user:password@host/name, or leave it empty for SQLite")
    host = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair).get("host", "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or unquote(host),
        "PORT": parts.port or "",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


MAIL_SCHEMES: dict[str, dict[str, object]] = {
    "smtp": {"use_tls": True, "port": 587},
    "smtps": {"use_ssl": True, "port": 465},
    "smtp+plain": {"port": 25},
}


def _mailer() -> dict[str, object]:
    """Where mail goes out: a server, a folder (file:///path), or the log."""
    address = OPTIONS.text("mail")
    parts = urlsplit(address)
    if not address:
        return {"BACKEND": "django.core.mail.backends.console.EmailBackend"}
    if parts.scheme == "file":
        return {
            "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "OPTIONS": {"file_path": unquote(parts.path)},
        }
    if parts.scheme not in MAIL_SCHEMES or not parts.hostname:
        raise OptionError(
            "mail: write smtp://user:password@host:587, smtps://…, smtp+plain://host:25 or file:///folder"
        )
    login = {"username": unquote(parts.username or ""), "password": unquote(parts.password or "")}
    given = {"host": parts.hostname, "timeout": 20, **({"port": parts.port} if parts.port else {}), **login}
    return {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {**MAIL_SCHEMES[parts.scheme], **given},
    }


SECRET_KEY = secret_key(OPTIONS)
DEBUG = OPTIONS.flag("debug")
LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]  # the names that a machine has for itself
HOST = urlsplit(OPTIONS.text("address")).hostname or "localhost"
ALLOWED_HOSTS = [*(LOOPBACK if HOST in {"localhost", "127.0.0.1", "::1"} else [HOST]), *OPTIONS.names("hosts")]
CSRF_TRUSTED_ORIGINS = [OPTIONS.text("address")]
ROOT_URLCONF = "broadsheet.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "users.User"
SITE_ID = None

INSTALLED_APPS = [
    *OPTIONS.names("apps"),
    "broadsheet.processes",
    "broadsheet.desk",
    "broadsheet.web",
    "broadsheet.rails",
    "broadsheet.wires",
    "broadsheet.sections",
    "broadsheet.stories",
    "broadsheet.users",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "axes",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "broadsheet.desk.policy.DeskPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "broadsheet.web.language.AddressLanguageMiddleware",
    "broadsheet.web.imprint.ImprintMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "broadsheet.wires.old_addresses.OldAddressMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
    "broadsheet.desk.refusals.RefusalMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PAPER / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

DATABASES = {"default": _database()}
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# Five wrong passwords from one address for one account, and both wait a quarter of an hour (docs/decisions/0010).
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = False

MAILERS = {"default": _mailer()}
DEFAULT_FROM_EMAIL = SERVER_EMAIL = OPTIONS.text("mail_from")
EMAIL_SUBJECT_PREFIX = f"[{OPTIONS.text('name')}] "
PASSWORD_RESET_TIMEOUT = 60 * 60 * 24

USE_TZ = True
TIME_ZONE = OPTIONS.text("time_zone")
USE_I18N = True
LANGUAGE_CODE = OPTIONS.text("language")
_NAMES = {"en": _("English"), "ko": _("Korean")}
LANGUAGES = [(code, _NAMES.get(code, code)) for code in OPTIONS.names("languages")]
LOCALE_PATHS = [HERE / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = STATE / "static"
STATICFILES_DIRS = [folder for folder in [PAPER / "static"] if folder.is_dir()]
MEDIA_URL = "/media/"
MEDIA_ROOT = STATE / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "negatives": {"BACKEND": "broadsheet.stories.negatives.Negatives", "OPTIONS": {"location": STATE / "negatives"}},
    "staticfiles": {"BACKEND": "broadsheet.web.stylesheets.BoundStaticFilesStorage"},
}

TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"log": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["log"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["log"], "level": "WARNING", "propagate": False}},
}

# The reader's pages: nothing inline, nothing from another host. The desk loosens this for itself alone.
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "frame-src": ["https://www.youtube-nocookie.com", "https://player.vimeo.com"],  # players, after a click
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "worker-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.SELF],
}
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"

HTTPS = OPTIONS.text("address").startswith("https://")
SESSION_COOKIE_NAME = "__Host-desk" if HTTPS else "desk"
CSRF_COOKIE_NAME = "__Host-form" if HTTPS else "form"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
CSRF_COOKIE_HTTPONLY = False  # Wagtail's scripts read it
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 180 if HTTPS else 0
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # a newspaper's address is not the master of its neighbours' subdomains ...
    "security.W021",  # ... and enters them in no browser's list
    "security.W008",  # whoever holds the certificate redirects to https: the proxy in front
    "security.W019",  # the desk shows pages in a frame of its own, as their preview
]

WAGTAIL_SITE_NAME = OPTIONS.text("name")
WAGTAILADMIN_BASE_URL = OPTIONS.text("address")
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_ALLOW_UNICODE_SLUGS = True
WAGTAIL_AUTOSAVE_INTERVAL = 3_000  # milliseconds after the last key (docs/decisions/0095)
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILIMAGES_IMAGE_MODEL = "stories.Photo"
WAGTAILIMAGES_IMAGE_FORM_BASE = "broadsheet.stories.photo_form.PhotoForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 25 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = ["csv", "ods", "odt", "pdf", "txt", "xlsx"]  # nothing that a browser would run
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.database"}}
