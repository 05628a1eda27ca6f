"""Stable pseudonyms, in free text too."""

from pathlib import Path

from groupctl.chatlog.pseudonyms import BLOT, Pseudonyms, key_beside

NAMES = Pseudonyms({"Ann": "u1", "anna.b": "u1", "小满": "u2", "+91 70052 25616": "u3", "x": "u4"}, b"key")


def test_one_person_has_one_pseudonym_whatever_they_are_called() -> None:
    assert NAMES.of("Ann") == NAMES.of("anna.b") == NAMES.of("u1") != NAMES.of("小满")


def test_without_the_key_it_is_another_one() -> None:
    assert Pseudonyms(NAMES.people, b"other").of("Ann") != NAMES.of("Ann")


def test_names_in_quotes_and_mentions_are_replaced() -> None:
    text = NAMES.text("@小满 thanks, ann! and @917005225616, +91 70052 25616, @x")
    assert not any(name in text for name in ("小满", "ann!", "70052", "7005", "@x"))
    assert text.count(NAMES.of("+91 70052 25616")) == 2


def test_a_latin_name_within_a_word_stays() -> None:
    assert NAMES.text("the announcement of Annette") == "the announcement of Annette"


def test_numbers_and_mail_addresses_are_blotted_out() -> None:
    assert NAMES.text("call +49 170 1234567 or me@example.org") == f"call {BLOT} or {BLOT}"


def test_only_what_stands_in_the_texts_is_looked_for() -> None:
    narrowed = NAMES.among(["hello Ann"])
    assert narrowed.text("Ann 小满") == f"{NAMES.of('Ann')} 小满"


def test_the_key_is_made_once_and_kept(tmp_path: Path) -> None:
    assert key_beside(tmp_path) == key_beside(tmp_path) != b""
    assert (tmp_path / ".pseudonyms.key").stat().st_mode & 0o077 == 0
