"""The newsroom as a WSGI application: the desk, and every page that Django renders."""

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
