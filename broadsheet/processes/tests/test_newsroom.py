"""The newsroom behind the front."""

from django.conf import settings

from broadsheet.press.rules import SESSION_COOKIES, has_session
from broadsheet.processes.newsroom import believe_the_front


class TestTheNewsroom:
    def test_believes_the_front_about_client_and_scheme(self):
        seen = {}
        application = believe_the_front(lambda environ, _start: seen.update(environ) or [])
        application({"REMOTE_ADDR": "", "HTTP_BROADSHEET_CLIENT": "9.9.9.9", "HTTP_BROADSHEET_SCHEME": "https"}, None)
        assert seen == {"REMOTE_ADDR": "9.9.9.9", "wsgi.url_scheme": "https"}

    def test_knows_its_staff_by_a_cookie_that_the_front_passes_on(self):
        assert settings.SESSION_COOKIE_NAME.encode() in SESSION_COOKIES
        assert has_session(b"theme=dark; " + settings.SESSION_COOKIE_NAME.encode() + b"=xyz")
