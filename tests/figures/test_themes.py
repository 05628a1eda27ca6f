"""What a prohibition is about, and what breaks it."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupctl.figures.quiet_hours import in_quiet_hours, quiet_hours
from groupctl.figures.remarks import heard
from groupctl.figures.themes import THEMES, remarks_of, themes_of
from tests.figures.chats import moment


def names(id_: str, text: str = "") -> list[str]:
    return [theme.name for theme in themes_of(id_, text)]


@pytest.mark.parametrize(
    ("id_", "text", "themes"),
    [
        ("ads", "", ["adverts"]),
        ("ads", "No advertisements and no links", ["adverts"]),
        ("ads", "发广告、拉人进别的群", ["adverts", "invitations"]),
        ("spam", "不刷屏，也不连发语音", ["flood"]),
        ("attacks", "", ["attacks"]),
        ("poaching", "", ["invitations"]),
        ("rule7", "不发语音", ["voice"]),
        ("rule8", "不传谣，不聊政治", ["politics", "rumours"]),
        ("rule9", "22:00 以后不发消息", ["night"]),
        ("rule10", "no posting after 10 pm", ["night"]),
        ("unsafe", "不戴头盔不跟队", []),
    ],
)
def test_a_prohibition_is_known_by_its_id_or_its_words(id_: str, text: str, themes: list[str]) -> None:
    assert names(id_, text) == themes


@pytest.mark.parametrize(
    ("id_", "text"), [("privacy", ""), ("x", "课程视频不外传"), ("off_topic", ""), ("x", "不许私加群友")]
)
def test_what_no_log_shows_says_why(id_: str, text: str) -> None:
    (theme,) = themes_of(id_, text)
    assert theme.unseen
    assert theme.remark is None


def test_no_id_stands_in_two_themes() -> None:
    ids = [id_ for theme in THEMES for id_ in theme.ids.split("|")]
    assert len(ids) == len(set(ids))


def breaks(text: str) -> set[str]:
    said = pl.DataFrame({"row": [0], "text": [text]}, schema={"row": pl.UInt32, "text": pl.String})
    return set(heard(said, remarks_of(THEMES))["remark"]) - {"links"}


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("你是傻逼吗", "attacks"),
        ("滚出去", "attacks"),
        ("you are such an idiot", "attacks"),
        ("shut up", "attacks"),
        ("拜登和特朗普的大选你们看了吗", "politics"),
        ("网传明天全市停水", "rumours"),
        ("please share this with everyone you know", "rumours"),
        ("晚上来百家乐玩两把", "indecent"),
        ("群主发个红包呗", "begging"),
        ("帮我砍一刀谢谢", "begging"),
        ("join my telegram group https://t.me/joinchat/AbCdEf123", "invitations"),
        ("加群 123456789", "invitations"),
    ],
)
def test_what_breaks_a_rule_is_heard(text: str, theme: str) -> None:
    assert breaks(text) == {theme}


@pytest.mark.parametrize(
    "text",
    [
        "我真是个傻子",
        "I'm such an idiot",
        "what the fuck you say",
        "笑死我了",
        "政府大楼旁边那家面馆不错",
        "据说这本书不错",
        "已经辟谣了，网传停水是假的",
        "废物利用做了个花瓶",
        "谢谢群主的红包",
        "投票结果出来了",
        "欢迎新人进群",
        "the vote count in the poll is wrong",
        "t.me is blocked here",
    ],
)
def test_ordinary_talk_breaks_nothing(text: str) -> None:
    assert breaks(text) == set()


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("22:00 以后不发", (22 * 60, 7 * 60)),
        ("晚十点后到早七点不发消息", (22 * 60, 7 * 60)),
        ("晚上10点半以后请勿打扰", (22 * 60 + 30, 7 * 60)),
        ("quiet between 23:00 and 7:30", (23 * 60, 7 * 60 + 30)),
        ("no messages before 8 am", (22 * 60, 8 * 60)),
        ("凌晨1点到6点安静", (60, 6 * 60)),
        ("一个月最多发一次", None),
        ("表情最多连发三个", None),
    ],
)
def test_quiet_hours_are_read_from_a_rule(text: str, hours: tuple[int, int] | None) -> None:
    assert quiet_hours(text) == hours


@given(st.text(max_size=60))
def test_no_text_is_too_odd_to_be_a_rule(text: str) -> None:
    hours = quiet_hours(text)
    assert hours is None or all(0 <= minutes < 24 * 60 for minutes in hours)
    assert len(themes_of("", text)) == len(set(names("", text)))


def test_the_night_lies_on_both_sides_of_midnight() -> None:
    times = [moment(f"2024-03-01 {clock}") for clock in ("21:59", "22:00", "23:59", "00:00", "06:59", "07:00")]
    said = pl.DataFrame({"local": times})
    assert in_quiet_hours(said, 22 * 60, 7 * 60).height == 4
    assert in_quiet_hours(said, 60, 7 * 60).height == 1
