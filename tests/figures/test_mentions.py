"""Whom a message names."""

import polars as pl
import pytest

from groupctl.figures.mentions import mentions
from groupctl.figures.people import people, talk
from tests.figures.chats import written


def named(text: str, *names: str) -> list[str]:
    messages = written(*(f"1 08:00 {name}: x" for name in names), f"1 09:00 Zoe: {text}")
    who = people(messages)
    found = mentions(talk(messages, who), who).join(who, left_on="target", right_on="who")
    return sorted(found.filter(pl.col("row") == len(names))["name"])


@pytest.mark.parametrize(
    "text",
    ["@Ann look", "look @ann，谢谢", "ann: look", "Ann, look", "ann，看一下", "<Ann> look", "@Ann\u2005看"],
)
def test_a_name_is_found_at_the_beginning_or_behind_an_at_sign(text: str) -> None:
    assert named(text, "Ann", "Bob") == ["Ann"]


@pytest.mark.parametrize("text", ["thanks Ann", "mail ann@example.org", "banana: yellow", "Annie: look"])
def test_a_name_elsewhere_is_no_mention(text: str) -> None:
    assert named(text, "Ann", "Bob") == []


def test_a_wechat_mention_may_hold_spaces() -> None:
    assert named("@张 三\u2005 在吗", "张 三", "李四") == ["张 三"]


def test_a_phone_number_is_named_by_its_digits() -> None:
    assert named("@4915112345678 see above", "+49 1511 2345678") == ["+49 1511 2345678"]


def test_a_name_with_discords_four_digits_is_called_without_them() -> None:
    assert named("Thx @mandrix.", "mandrix#0042", "Bob#1234") == ["mandrix#0042"]
    assert named("Thx @mandrix", "mandrix#0042", "mandrix#1234") == []


def test_a_first_name_that_two_share_names_nobody() -> None:
    assert named("@Ann look", "Ann Lee", "Ann Fox") == []
    assert named("@Ann look", "Ann Lee", "Bob Fox") == ["Ann Lee"]


def test_brackets_and_bars_around_a_nick_may_be_left_off() -> None:
    assert named("mandrix: try again", "[[mandrix]]", "Bob") == ["[[mandrix]]"]


def in_a_channel(text: str, *, hours_before: int = 1) -> list[str]:
    """Return whom the text names in a log where naming is the custom."""
    lines = [f"1 0{hour}:00 Zoe: mandrix: look" for hour in range(5)]
    messages = written(*lines, f"1 {10 - hours_before:02}:00 mandrix: x", f"1 10:00 Zoe: {text}")
    who = people(messages)
    found = mentions(talk(messages, who), who).join(who, left_on="target", right_on="who")
    return found.filter(pl.col("row") == len(lines) + 1)["name"].to_list()


def test_where_naming_is_the_custom_a_bare_name_at_the_beginning_counts() -> None:
    assert in_a_channel("mandrix try again") == ["mandrix"]
    assert in_a_channel("somebody try again") == []


def test_a_bare_name_of_somebody_who_has_not_spoken_for_long_is_no_mention() -> None:
    assert in_a_channel("mandrix try again", hours_before=4) == []
