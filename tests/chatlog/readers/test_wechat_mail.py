"""WeChat's own export: a chat sent by mail."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.chatlog.readers.reading import column, read, times

DAY = "—————  2018-09-03  —————"
MAIL = f"""Dear:
\t  微信群"镜头交流"的聊天记录如下:

{DAY}


小林  18:44

第一行
第二行

小陈  18:45

[图片: 1.jpg(请在附件中查看)]

—————  2018-09-04  —————

小林  0:05

早
"""
CLOSE = f'微信群"镜头交流"的聊天记录如下:\n{DAY}\n小林  18:44\n第一行\n小陈  18:45\n好\n'


def said(header: str, text: str = "早") -> tuple[str, object, object]:
    """Return when, who and what of the one message below a header."""
    chat = read(f"{DAY}\n\n{header}\n{text}\n", "wechat_mail")
    return times(chat)[0], column(chat, "name")[0], column(chat, "kind")[0]


def test_a_mail_has_a_title_day_lines_and_names_with_times() -> None:
    chat = read(MAIL, "wechat_mail")
    assert column(chat, "name") == ["小林", "小陈", "小林"]
    assert column(chat, "text")[0] == "第一行\n第二行"
    assert times(chat) == ["2018-09-03 18:44:00", "2018-09-03 18:45:00", "2018-09-04 00:05:00"]
    assert column(chat, "line") == [7, 12, 18]


def test_every_line_of_a_mail_has_its_place() -> None:
    report = read(MAIL, "wechat_mail").reports[0]
    assert (report.lines, report.matched, report.dropped) == (20, 3, 0)
    assert (report.folded, report.folded_into) == (7, 3)


def test_blank_lines_between_are_not_needed() -> None:
    assert column(read(CLOSE, "wechat_mail"), "text") == ["第一行", "好"]


@pytest.mark.parametrize(
    "title",
    [
        '微信群"镜头: 交流"的聊天记录如下:',
        "微信群“镜头: 交流”的聊天记录如下:",
        "小林 和 小陈 在微信上的聊天记录如下，请查收。",
    ],
)
def test_the_title_is_structure(title: str) -> None:
    report = read(f"{title}\n\n{DAY}\n\n小林  18:44\n早\n", "wechat_mail").reports[0]
    assert (report.matched, report.dropped) == (1, 0)


def test_the_title_names_the_group() -> None:
    assert read(MAIL, "wechat_mail").title == "镜头交流"
    assert (
        read(f"小林 和 小陈 在微信上的聊天记录如下，请查收。\n\n{DAY}\n\n小林  18:44\n早\n", "wechat_mail").title == ""
    )


@pytest.mark.parametrize("name", ["Ann  Lee", "小林  老师  ", "18:44", "🦊", "a: b", "[图片]", "Ann (Berlin)"])
def test_the_time_stands_behind_the_last_double_space(name: str) -> None:
    assert said(f"{name}  9:05") == ("2018-09-03 09:05:00", name.strip(), "text")
    assert said(f"{name}  23:05 ") == ("2018-09-03 23:05:00", name.strip(), "text")


def test_a_time_that_no_clock_shows_makes_no_header() -> None:
    chat = read(f"{DAY}\n小林  18:44\n会议  25:30\n见  12:61\n", "wechat_mail")
    assert column(chat, "text") == ["会议  25:30\n见  12:61"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[图片: 1.jpg(请在附件中查看)]", "image"),
        ("[文件: 会议 (2).pdf(请在附件中查看)]", "file"),
        ("[视频: 2.mp4(请在附件中查看)]", "video"),
        ("[语音]", "voice"),
        ("[图片]这张好看", "text"),
    ],
)
def test_media_stand_in_brackets(text: str, kind: str) -> None:
    assert said("小林  18:44", text)[2] == kind


def test_lines_before_the_first_day_are_dropped_and_shown() -> None:
    report = read(f"小林  18:44\n早\n{DAY}\n小林  18:45\n好\n", "wechat_mail").reports[0]
    assert [example.text for example in report.dropped_examples] == ["小林  18:44", "早"]


NAMES = st.sampled_from(["小林", "Ann  Lee", "🦊", "a: b", "18:44", "Ann (Berlin)"])
LINE = st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp"), blacklist_characters="\ufeff")).map(
    str.strip
)
TEXTS = st.lists(LINE, min_size=1, max_size=4).map(lambda lines: "x" + "\n".join(lines) + "x")


@settings(max_examples=25)
@given(st.lists(st.tuples(NAMES, TEXTS), min_size=1, max_size=8), st.booleans())
def test_what_was_written_is_read(messages: list[tuple[str, str]], spaced: bool) -> None:
    gap = "\n" if spaced else ""
    body = "".join(f"{name}  9:{n:02}\n{gap}{text}\n{gap}" for n, (name, text) in enumerate(messages))
    chat = read(f"{DAY}\n{gap}{body}", "wechat_mail")
    assert list(zip(column(chat, "name"), column(chat, "text"), strict=True)) == messages


def test_a_day_line_may_have_slashes() -> None:
    chat = read(
        "—————  2026-04-06  —————\n\n小红  16:21\n\n早\n\n—————  2026/04/07  —————\n\n小红  9:05\n\n好\n", "wechat_mail"
    )
    assert (times(chat)[1], column(chat, "text")) == ("2026-04-07 09:05:00", ["早", "好"])


def test_a_mail_in_english_has_a_title_and_english_placeholders() -> None:
    text = 'Chat history in "Book club" on WeChat:\n\n—————  2026-02-26  —————\n\nAnn  08:54\n\n[Photo: 1.jpg]\n'
    chat = read(text, "wechat_mail")
    assert (chat.title, column(chat, "kind"), chat.reports[0].dropped) == ("Book club", ["image"], 0)
