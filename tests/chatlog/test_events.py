"""Phrases of a platform, and what they tell."""

import polars as pl
import pytest

from groupctl.chatlog.events import Phrase, all_phrases, phrases, plain, recognise
from groupctl.chatlog.phrases import qq, wechat, whatsapp

KNOWN = all_phrases(
    phrases("join", "{by} added {who}", "{who} joined"),
    phrases("leave", "{who} left"),
    phrases("rename", "{old} changed to {phone}", "{old} is now {new}", "{old} changed their number"),
    phrases("system", "Messages are encrypted. {}", "{by} changed the subject {}"),
)
Told = tuple[str | None, str | None, list[str] | None]


def tell(line: str) -> Told:
    """Return kind, who did it and to whom, of one line."""
    (row,) = recognise(pl.Series([line]), KNOWN).rows()
    return row


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Ann added Bob", ("join", "Ann", ["Bob"])),
        ("Bob joined", ("join", "Bob", ["Bob"])),
        ("Ann added Bob and Cid", ("join", "Ann", ["Bob", "Cid"])),
        ("Ann added Bob, Cid and Dora", ("join", "Ann", ["Bob", "Cid", "Dora"])),
        ("Bob and Cid joined", ("join", None, ["Bob", "Cid"])),
        ("小林 added 小陈、小周和 老王", ("join", "小林", ["小陈", "小周和 老王"])),
        ("Ann added Pat (Work, Home) and Bob", ("join", "Ann", ["Pat (Work, Home)", "Bob"])),
        ("Bob changed to +49 170 0000001", ("rename", "Bob", ["Bob", "+49 170 0000001"])),
        ("Bob is now Robert", ("rename", "Bob", ["Bob", "Robert"])),
        ("Bob changed their number", ("rename", "Bob", ["Bob"])),
        ("Messages are encrypted. Nobody reads them.", ("system", None, None)),
        ("Ann changed the subject from A to B: C", ("system", "Ann", None)),
    ],
)
def test_a_line_tells_who_did_what_to_whom(line: str, told: Told) -> None:
    assert tell(line) == told


@pytest.mark.parametrize("line", ["", "hello", "Ann adde Bob", "Bob left the room", "Bob changed to tea", "left"])
def test_a_line_that_no_phrase_fits_tells_nothing(line: str) -> None:
    assert tell(line) == (None, None, None)


@pytest.mark.parametrize(
    "line", ["we talked until everybody left", "@Bob left", "first\nBob left", "nobody of us who came early left"]
)
def test_running_text_that_ends_like_a_phrase_was_written_by_a_member(line: str) -> None:
    assert tell(line)[0] is None


@pytest.mark.parametrize(
    "line", ["\u200eBob left", "\u202aBob\u202c left", "\ufeffBob left", "Bob\u00a0left", "Bob\u202fleft"]
)
def test_marks_and_special_spaces_hide_no_phrase(line: str) -> None:
    assert tell(line) == ("leave", "Bob", ["Bob"])


def test_typographic_quotes_are_as_good_as_plain_ones() -> None:
    assert plain("“Ann’s” ‘room’\u200e") == "\"Ann's\" 'room'"


def test_lines_are_answered_row_by_row() -> None:
    told = recognise(pl.Series(["Bob left", "hi", "Ann added Bob", "Bob joined", "hi"]), KNOWN)
    assert told["kind"].to_list() == ["leave", None, "join", "join", None]
    assert told["members"].to_list() == [["Bob"], None, ["Bob"], ["Bob"], None]


def test_no_lines_give_no_events() -> None:
    assert recognise(pl.Series([], dtype=pl.String), KNOWN).height == 0


def test_the_first_phrase_that_fits_wins() -> None:
    known = all_phrases(phrases("kick", "{by} removed {who}"), phrases("system", "{by} removed {}"))
    assert recognise(pl.Series(["Ann removed Bob"]), known)["kind"].to_list() == ["kick"]


def test_the_longest_fixed_piece_of_a_phrase_is_what_is_looked_for_first() -> None:
    phrase = Phrase("join", "{who} joined using {}")
    assert (phrase.literal, phrase.slots) == (" joined using ", ("who", ""))


@pytest.mark.parametrize("known", [whatsapp.EVENTS, qq.EVENTS, wechat.EVENTS], ids=["whatsapp", "qq", "wechat"])
def test_every_phrase_of_a_platform_is_recognised_as_what_it_is(known: tuple[Phrase, ...]) -> None:
    slots = {"who": "Bob", "by": "Ann", "old": "Ann", "new": "Bob", "phone": "+49 170 0000001"}
    lines = {phrase.template.replace("{}", "X").format(**slots): phrase.kind for phrase in known}
    told = recognise(pl.Series([*lines]), known)["kind"]
    assert dict(zip(lines, told, strict=True)) == lines
