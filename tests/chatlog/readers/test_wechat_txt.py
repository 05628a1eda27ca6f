"""WeChat chats as third-party programs write them to text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groupctl.errors import UnreadableChatError
from tests.chatlog.readers.reading import column, read, times

SAMPLE = """2024-05-12 21:41:03 小林
第一行
第二行

2024-05-12 21:42:03 "小林"邀请"小王"加入了群聊

2024-05-12 21:43:03 小王
[红包]恭喜发财
"""


def said(header: str, text: str = "早") -> tuple[object, ...]:
    """Return sender, kind and members of the one record below a header."""
    chat = read(f"2024-05-12 21:41:03 小林\n在吗\n\n2024-05-12 21:42:03 {header}\n{text}\n\n", "wechat_txt")
    return chat.messages.select("sender", "kind", "members").row(1)


def test_a_header_stands_above_each_message() -> None:
    chat = read(SAMPLE, "wechat_txt")
    assert column(chat, "text") == ["第一行\n第二行", '"小林"邀请"小王"加入了群聊', "[红包]恭喜发财"]
    assert column(chat, "kind") == ["text", "join", "red_packet"]
    assert column(chat, "sender") == ["小林", "小林", "小王"]
    assert times(chat)[0] == "2024-05-12 21:41:03"
    assert (chat.reports[0].messages, chat.reports[0].system) == (2, 1)


@pytest.mark.parametrize("written", ["小林", "'小林'", " 小林 ", "' 小林'"])
def test_a_member_has_one_name_quoted_or_not(written: str) -> None:
    assert said(written)[0] == "小林"


@pytest.mark.parametrize("name", ["Ann  Lee", "a: b", "🦊", "(小林)", "12:00", "O'Neil"])
def test_names_hold_what_their_owners_like(name: str) -> None:
    assert said(name)[0] == name


@pytest.mark.parametrize(
    ("line", "kind", "by", "members"),
    [
        ('"小王"通过扫描"小林"分享的二维码加入群聊', "join", "小林", ["小王"]),
        ('"小王"通过扫描你分享的二维码加入群聊', "join", "小王", ["小王"]),
        ('你邀请"小王、小周"加入了群聊', "join", None, ["小王", "小周"]),
        ('"小林"将"小王"移出了群聊', "kick", "小林", ["小王"]),
        ('"小王"退出了群聊', "leave", "小王", ["小王"]),
        ('"小林"撤回了一条消息', "recall", "小林", None),
        ("小林领取了你的红包", "system", "小林", None),
    ],
)
def test_wechats_own_sentence_stands_in_the_names_place(line: str, kind: str, by: str, members: list[str]) -> None:
    assert said(line, "") == (by, kind, members)


def test_wechat_has_a_name_of_its_own_in_some_exports() -> None:
    assert said("系统消息", '"小王"退出了群聊') == ("小王", "leave", ["小王"])
    assert said("系统消息", "本群已开启群聊邀请确认") == (None, "system", None)


def test_a_member_who_writes_such_a_sentence_remains_a_member() -> None:
    assert said("小王", '"小林"退出了群聊') == ("小王", "text", None)


def test_a_member_named_like_such_a_sentence_who_says_something_remains_a_member() -> None:
    assert said("小林退出了群聊", "早")[:2] == ("小林退出了群聊", "text")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[图片]", "image"), ("[语音]", "voice"), ("[表情包]", "sticker"),
        ("[文件]会议.pdf", "file"), ("[视频]", "video"),
        ("[链接] 一篇文章", "link"), ("[红包]恭喜发财", "red_packet"), ("[转账]", "transfer"),
        ("[接龙]", "poll"), ("[小程序]", "link"),
        ("[图片]好看", "text"), ("[强]", "text"),
    ],
)  # fmt: skip
def test_media_stand_in_brackets(text: str, kind: str) -> None:
    assert said("小林", text)[1] == kind


def test_a_line_whose_numbers_are_no_moment_is_no_header() -> None:
    chat = read("2024-05-12 21:41:03 小林\n2024-13-40 21:41:03 a\n2024-05-12 21:41 b\n", "wechat_txt")
    assert column(chat, "text") == ["2024-13-40 21:41:03 a\n2024-05-12 21:41 b"]


def test_a_byte_order_mark_hides_no_header() -> None:
    assert column(read("\ufeff" + SAMPLE, "wechat_txt"), "name")[0] == "小林"


NAMES = st.sampled_from(["小林", "Ann  Lee", "🦊", "a: b", "(小林)", "O'Neil"])
LINE = st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp"), blacklist_characters="\ufeff")).map(
    str.strip
)
TEXTS = st.lists(LINE, min_size=1, max_size=4).map(lambda lines: "x" + "\n".join(lines) + "x")


@settings(max_examples=25)
@given(st.lists(st.tuples(NAMES, TEXTS), min_size=1, max_size=8))
def test_what_was_written_is_read(messages: list[tuple[str, str]]) -> None:
    body = "".join(f"2024-05-12 21:41:{n:02} {name}\n{text}\n\n" for n, (name, text) in enumerate(messages))
    chat = read(body, "wechat_txt")
    assert list(zip(column(chat, "name"), column(chat, "text"), strict=True)) == messages


def test_a_line_of_wechats_that_nobody_knows_is_no_member_either() -> None:
    text = "2024-05-12 21:41:03 本群已开启未知的新功能\n\n2024-05-12 21:41:04 小林\n早\n\n"
    chat = read(text, "wechat_txt")
    assert (column(chat, "sender"), column(chat, "kind")) == ([None, "小林"], ["system", "text"])
    assert column(chat, "text")[0] == "本群已开启未知的新功能"


def test_a_member_may_send_nothing_once() -> None:
    chat = read("2024-05-12 21:41:03 小林\n\n2024-05-12 21:41:04 小林\n早\n", "wechat_txt")
    assert (column(chat, "sender"), chat.reports[0].messages) == (["小林", "小林"], 2)


def test_a_message_without_a_name_is_a_message() -> None:
    chat = read("2024-05-12 21:41:03 小林\n早\n\n2024-05-12 21:41:04 \n我是谁\n", "wechat_txt")
    assert (column(chat, "sender"), chat.reports[0].messages) == (["小林", None], 2)


def test_a_programs_log_is_no_chat() -> None:
    log = "".join(f"2024-05-12 21:41:{n:02} INFO request {n}\n" for n in range(9))
    with pytest.raises(UnreadableChatError, match="no chat export"):
        read(log, "wechat_txt")
