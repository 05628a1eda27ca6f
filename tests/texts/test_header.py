"""Front matter, and what is said of one that is wrong."""

from pathlib import Path

import pytest

from groupctl.texts import TemplateError
from groupctl.texts.header import parse

PATH = Path("welcome.txt")


def refused(text: str) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        parse(text, PATH)
    return caught.value


def test_front_matter_says_what_a_text_is_and_needs() -> None:
    parsed = parse('+++\ntitle = "Hi"\nneeds = ["group.name"]\n[values.who]\nabout = "name"\n+++\nHello', PATH)
    assert (parsed.header.title, parsed.header.needs, list(parsed.header.values)) == ("Hi", ["group.name"], ["who"])


def test_the_text_keeps_the_line_numbers_of_its_file() -> None:
    assert parse('+++\ntitle = "Hi"\n+++\nfirst\nsecond', PATH).body.split("\n")[3:] == ["first", "second"]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("Hello", 1, "begins with a line of"),
        ('+++\ntitle = "Hi"\nHello', 1, "does not end"),
        ('+++\ntitle = "Hi"\nneeds = [\n+++\n', 3, "is not TOML"),
        ('+++\ntitle = "Hi"\n\nneeds = oops\n+++\n', 4, "is not TOML"),
        ('+++\npurpose = "x"\n+++\n', 1, "title is missing"),
        ('+++\ntitle = "Hi"\nneed = []\n+++\n', 3, "need is no key"),
        ('+++\ntitle = "Hi"\nshort = "maybe"\n+++\n', 3, "short: "),
        ('+++\ntitle = "Hi"\npick = "member"\n+++\n', 3, "pick: "),
        ('+++\ntitle = "Hi"\n[values.who]\nabuot = "x"\n+++\n', 3, "values.who.about is missing"),
        ('+++\ntitle = "Hi"\n[values.who]\nabout = "x"\noptinal = true\n+++\n', 5, "values.who.optinal is no key"),
        ('+++\ntitle = "Hi"\n[limit]\nwechta = 5\n+++\n', 4, "limit.wechta"),
        ('+++\ntitle = "Hi"\nneeds = ' + "[" * 3000 + "]" * 3000 + "\n+++\n", 2, "nested too deeply"),
    ],
)
def test_wrong_front_matter_is_refused_with_file_and_line(text: str, line: int, words: str) -> None:
    error = refused(text)
    assert (error.line, str(error).startswith(f"welcome.txt:{line}: ")) == (line, True)
    assert words in str(error)


@pytest.mark.parametrize(("key", "near"), [("need = []", "needs"), ("shrot = true", "short")])
def test_a_misspelt_key_is_told_its_nearest_name(key: str, near: str) -> None:
    assert refused(f'+++\ntitle = "Hi"\n{key}\n+++\n').hint == f"did you mean {near}?"


def test_a_misspelt_key_of_a_value_is_told_its_nearest_name() -> None:
    assert refused('+++\ntitle = "a"\n[values.who]\nabout = "x"\nfrm = "slot.host"\n+++\n').hint == "did you mean from?"
