"""The signed token that a page carries: which story it shows, so that nobody can report a page never handed out."""

import binascii
import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass

LIFE = 48 * 3600  # seconds
FRESH = 15 * 60  # seconds for which one story's readers are handed the same token
REMEMBERED = 50_000  # tokens that a process keeps, read or made: some 20 MB


class TokenError(ValueError):
    """A token cannot be accepted; `reason` is the sieve's name for why."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"story token refused: {reason}")
        self.reason = reason


@dataclass(frozen=True, slots=True)
class StoryToken:
    """What a page says about itself: its story, an opaque label of the section, its rails' variant, whom it is for."""

    story: int
    section: str
    variant: str
    staff: bool
    expires: int  # seconds since 1970


class Mint:
    """Makes and reads tokens with one secret, and remembers those it has seen."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self._made: dict[tuple[int, str, str, bool, int], str] = {}
        self._read: dict[str, StoryToken] = {}

    def make(self, story: int, section: str, now: float, *, variant: str = "", staff: bool = False) -> str:
        """A token valid for 48 hours from the quarter of an hour in which it is handed out."""
        issued = int(now // FRESH) * FRESH
        key = (story, section, variant, staff, issued)
        text = self._made.get(key)
        if text is None:
            _make_room(self._made)
            text = self._made[key] = self._sign(StoryToken(story, section, variant, staff, issued + LIFE))
        return text

    def read(self, text: str, now: float) -> StoryToken:
        """The token that `text` is; raises TokenError for one that is unknown, forged or expired."""
        token = self._read.get(text)
        if token is None:
            token = self._verify(text)
            _make_room(self._read)
            self._read[text] = token
        if token.expires < now:
            raise TokenError("expired token")
        return token

    def _sign(self, token: StoryToken) -> str:
        fields = [token.story, token.section, token.variant, int(token.staff), token.expires]
        content = urlsafe_b64encode(json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()).rstrip(b"=")
        return f"{content.decode()}.{self._signature(content)}"

    def _signature(self, content: bytes) -> str:
        digest = hmac.digest(self._secret, b"story token " + content, "sha256")[:16]
        return urlsafe_b64encode(digest).rstrip(b"=").decode()

    def _verify(self, text: str) -> StoryToken:
        content, dot, signature = text.partition(".")
        if not (dot and content.isascii() and signature.isascii()):
            raise TokenError("unknown token")
        if not hmac.compare_digest(signature, self._signature(content.encode())):
            raise TokenError("forged token")
        try:
            story, section, variant, staff, expires = json.loads(urlsafe_b64decode(content + "=" * (-len(content) % 4)))
        except (ValueError, binascii.Error) as error:
            raise TokenError("unknown token") from error
        return StoryToken(story, section, variant, bool(staff), expires)


def _make_room[Key, Value](remembered: dict[Key, Value]) -> None:
    """Forget everything once the memory is full: cheaper than an order of use, and rare."""
    if len(remembered) >= REMEMBERED:
        remembered.clear()
