"""That a story's token says who made it, for which story, and until when."""

import pytest

from broadsheet.readership.token import LIFE, Mint, StoryToken, TokenError

NOW = 1_795_413_600.0


class TestAToken:
    def test_names_the_story_its_section_its_variant_and_whom_it_was_made_for(self):
        mint = Mint(b"secret")
        token = mint.read(mint.make(42, "세계", NOW, variant="b", staff=True), NOW)
        assert (token.story, token.section, token.variant, token.staff) == (42, "세계", "b", True)

    def test_is_read_by_another_process_with_the_same_secret(self):
        assert Mint(b"secret").read(Mint(b"secret").make(42, "world", NOW), NOW).story == 42

    def test_is_refused_when_forged_in_any_letter(self):
        text = Mint(b"secret").make(42, "world", NOW)
        for place in range(len(text)):
            changed = text[:place] + ("A" if text[place] != "A" else "B") + text[place + 1 :]
            with pytest.raises(TokenError, match=r"forged|unknown"):
                Mint(b"secret").read(changed, NOW)

    def test_is_refused_when_another_secret_made_it(self):
        with pytest.raises(TokenError, match="forged"):
            Mint(b"secret").read(Mint(b"another").make(42, "world", NOW), NOW)

    def test_is_refused_after_48_hours_also_by_a_process_that_remembers_it(self):
        mint = Mint(b"secret")
        text = mint.make(42, "world", NOW)
        assert isinstance(mint.read(text, NOW + LIFE - 900), StoryToken)
        with pytest.raises(TokenError, match="expired"):
            mint.read(text, NOW + LIFE + 1)

    @pytest.mark.parametrize("text", ["", ".", "a", "a.b.c", "é.é", "=" * 400])
    def test_is_refused_when_it_is_none(self, text):
        with pytest.raises(TokenError):
            Mint(b"secret").read(text, NOW)
