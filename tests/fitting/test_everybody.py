"""Mentions of everybody, in the ways in which platforms write them."""

import pytest

from groupctl.fitting import without_everybody


@pytest.mark.parametrize(
    ("text", "quiet"),
    [
        ("@所有人 @全体成员", "＠所有人 ＠全体成员"),
        ("@all, @ALL! @everyone? @here @channel @room", "＠all, ＠ALL! ＠everyone? ＠here ＠channel ＠room"),
        ("@\u200beveryone", "＠\u200beveryone"),
        ("<!channel> <!here|here> <!subteam^S1>", "＜!channel> ＜!here|here> ＜!subteam^S1>"),
        ('<at user_id="all"></at>', '＜at user_id="all">＜/at>'),
        ("<@&42> <@all>", "＜@&42> <＠all>"),
    ],
)
def test_they_read_the_same_and_ring_nobody(text: str, quiet: str) -> None:
    assert without_everybody(text) == quiet


@pytest.mark.parametrize("text", ["@alloy", "@小安 你好", "@hereford", "a < b", "<b>", "at 8", "@ all"])
def test_other_words_stay(text: str) -> None:
    assert without_everybody(text) == text
