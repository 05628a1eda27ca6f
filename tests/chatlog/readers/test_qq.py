"""QQ's own "export as text"."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groupctl.chatlog import read_chat
from groupctl.errors import UnreadableChatError, UsageError
from tests.chatlog.readers.reading import column, read, times

RULER = "=" * 64
ONE = f"""\ufeff消息记录（此消息记录为文本格式，不支持重新导入）

{RULER}
消息分组:我的QQ群
{RULER}
消息对象:镜头交流
{RULER}

2024-01-02 3:04:05 【管理员】小林(10001)
第一行
第二行

2024-01-02 13:04:05 小陈(10002)
[图片]

2024-01-02 13:05:00 系统消息(10000)
小王加入本群。

"""
TWO = f"{ONE}{RULER}\n消息对象:读书会\n{RULER}\n\n2024-01-03 9:00:00 小周(10003)\n早\n"
CRLF = ONE.replace("\n", "\r\n").replace("第一行\r\n", "第一行\n")


def heading(chat: str) -> str:
    """Return what stands above the messages of one chat."""
    return f"消息记录（此消息记录为文本格式，不支持重新导入）\n\n{RULER}\n消息对象:{chat}\n{RULER}\n\n"


def said(header: str, text: str = "早") -> tuple[object, ...]:
    """Return moment, id, name and role of the one message below a header."""
    chat = read(f"{heading('镜头')}{header}\n{text}\n", "qq")
    assert column(chat, "text") == [text]
    return times(chat)[0], *chat.messages.select("sender", "name", "role").row(0)


@pytest.mark.parametrize("sample", [ONE, CRLF], ids=["LF", "CRLF with a bare LF"])
def test_a_header_stands_above_each_message(sample: str) -> None:
    chat = read(sample, "qq")
    assert column(chat, "text") == ["第一行\n第二行", "[图片]", "小王加入本群。"]
    assert column(chat, "kind") == ["text", "image", "join"]
    assert times(chat) == ["2024-01-02 03:04:05", "2024-01-02 13:04:05", "2024-01-02 13:05:00"]
    assert (chat.title, chat.platform) == ("镜头交流", "qq")


def test_headings_rulers_and_blank_lines_are_structure() -> None:
    report = read(ONE, "qq").reports[0]
    assert (report.lines, report.matched, report.folded, report.structural, report.dropped) == (18, 3, 4, 11, 0)
    assert (report.messages, report.system) == (2, 1)


def test_roles_and_levels_are_no_part_of_the_name() -> None:
    assert said("2024-01-02 3:04:05 【管理员】小林(10001)") == ("2024-01-02 03:04:05", "10001", "小林", "admin")
    assert said("2024-01-02 3:04:05 【群主】小林(10001)")[2:] == ("小林", "owner")
    assert said("2024-01-02 3:04:05 【LV12 大师】小林(10001)")[2:] == ("小林", None)
    assert said("2024-01-02 3:04:05 【冒泡】小林(10001)")[2:] == ("小林", None)
    assert said("2024-01-02 3:04:05 【北京】小林(10001)")[2:] == ("【北京】小林", None)


@pytest.mark.parametrize(
    ("header", "sender", "name"),
    [
        ("2024-01-02 3:04:05 小林(123456789)", "123456789", "小林"),
        ("2024-01-02 3:04:05 Ann(Berlin)(123456789)", "123456789", "Ann(Berlin)"),
        ("2024-01-02 3:04:05 Ann  Lee 🦊(123456789)", "123456789", "Ann  Lee 🦊"),
        ("2024-01-02 3:04:05 小林<lin@example.com>", "lin@example.com", "小林"),
        ("2024-01-02 3:04:05 (123456789)", "123456789", None),
        ("2024-01-02 3:04:05 小林", "小林", "小林"),
        ("2024-01-02 3:04:05 小林(123)", "小林(123)", "小林(123)"),
        ("2024-01-02 3:04:05 a: b - c(10001)", "10001", "a: b - c"),
    ],
)
def test_the_id_is_a_number_or_an_address_or_missing(header: str, sender: str, name: str | None) -> None:
    assert said(header)[1:3] == (sender, name)


@pytest.mark.parametrize(
    ("clock", "moment"),
    [("3:04:05", "03:04:05"), ("03:04:05", "03:04:05"), ("3:04:05 PM", "15:04:05"), ("12:04:05 AM", "00:04:05")],
)
def test_hours_are_unpadded_and_some_run_to_twelve(clock: str, moment: str) -> None:
    assert said(f"2024-01-02 {clock} 小林(10001)")[0] == f"2024-01-02 {moment}"


def test_two_names_under_one_number_are_one_member() -> None:
    chat = read(f"{heading('镜头')}2024-01-02 3:04:05 小林(10001)\na\n\n2024-01-02 3:04:06 林老师(10001)\nb\n", "qq")
    assert column(chat, "sender") == ["10001", "10001"]
    assert column(chat, "name") == ["小林", "林老师"]


@pytest.mark.parametrize(
    ("text", "kind", "by", "members"),
    [
        ("小王加入本群。", "join", "小王", ["小王"]),
        ("小林邀请小王加入了本群。", "join", "小林", ["小王"]),
        ("小王退出了本群。", "leave", "小王", ["小王"]),
        ("小王被小林移出本群。", "kick", "小林", ["小王"]),
        ("小林撤回了一条消息", "recall", "小林", None),
        ("小王已修改群名片为老王", "rename", "老王", ["小王", "老王"]),
        ("本群已开通新功能", "system", None, None),
    ],
)
@pytest.mark.parametrize("number", ["10000", "1000000"])
def test_qq_speaks_under_numbers_of_its_own(text: str, kind: str, by: str, members: list[str], number: str) -> None:
    chat = read(f"{heading('镜头')}2024-01-02 3:04:05 系统消息({number})\n{text}\n", "qq")
    assert (column(chat, "kind"), column(chat, "sender"), column(chat, "members")) == ([kind], [by], [members])
    assert chat.reports[0].system == 1


def test_a_recall_under_the_members_own_number_is_an_event_too() -> None:
    chat = read(f"{heading('镜头')}2024-01-02 3:04:05 小林(10001)\n小林撤回了一条消息\n", "qq")
    assert column(chat, "kind") == ["recall"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[图片]", "image"),
        ("[表情]", "sticker"),
        ("[QQ红包]请使用新版手机QQ查收红包。", "red_packet"),
        ("[图片]好看吗", "text"),
        ("[小林] 在吗", "text"),
    ],
)
def test_media_stand_in_brackets(text: str, kind: str) -> None:
    assert column(read(f"{heading('镜头')}2024-01-02 3:04:05 小林(10001)\n{text}\n", "qq"), "kind") == [kind]


def test_a_message_may_be_empty() -> None:
    chat = read(f"{heading('镜头')}2024-01-02 3:04:05 小林(10001)\n\n\n2024-01-02 3:04:06 小陈(10002)\nb\n", "qq")
    assert column(chat, "text") == ["", "b"]


def test_a_file_without_the_opening_is_known_by_its_headers() -> None:
    chat = read("2024-01-02 3:04:05 小林(10001)\na\n\n2024-01-02 3:04:06 小陈(10002)\nb\n", "qq")
    assert column(chat, "name") == ["小林", "小陈"]


def test_several_chats_of_one_file_are_never_merged(tmp_path: Path) -> None:
    file = tmp_path / "全部消息记录.txt"
    file.write_text(TWO, encoding="utf-8")
    with pytest.raises(UnreadableChatError) as caught:
        read_chat(file)
    assert caught.value.message == "全部消息记录.txt holds 2 chats: 镜头交流 (3), 读书会 (1)"
    assert caught.value.hint == "choose one with --chat NAME, or read them as one with --chat all"


def test_one_of_several_chats_can_be_chosen(tmp_path: Path) -> None:
    file = tmp_path / "全部消息记录.txt"
    file.write_text(TWO, encoding="utf-8")
    chat = read_chat(file, chat="读书会")
    assert (chat.title, column(chat, "text")) == ("读书会", ["早"])
    with pytest.raises(UsageError, match="holds no chat '书'") as caught:
        read_chat(file, chat="书")
    assert caught.value.hint == "it holds: 镜头交流, 读书会"


NAMES = st.sampled_from(["小林", "Ann  Lee", "🦊", "a: b", "Ann(Berlin)", "x<y"])
LINE = st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp"), blacklist_characters="\ufeff")).map(
    str.strip
)
TEXTS = st.lists(LINE, min_size=1, max_size=4).map(lambda lines: "x" + "\n".join(lines) + "x")


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(NAMES, st.integers(10001, 4_000_000_000).filter(lambda number: number != 1_000_000), TEXTS),
        min_size=1,
        max_size=8,
    )
)
def test_what_was_written_is_read(messages: list[tuple[str, int, str]]) -> None:
    body = "".join(
        f"2024-01-02 9:04:{n:02} {name}({number})\n{text}\n\n" for n, (name, number, text) in enumerate(messages)
    )
    chat = read(heading("镜头") + body, "qq")
    read_back = chat.messages.select("name", "sender", "text").rows()
    assert read_back == [(name, str(number), text) for name, number, text in messages]


def test_a_header_without_a_number_among_numbered_ones_is_quoted() -> None:
    said = "".join(f"2024-01-02 3:04:{n:02} 小林(10001)\n早\n\n" for n in range(20))
    chat = read(f"{said}2024-01-02 3:05:00 小陈(10002)\n看这个：\n2024-01-01 9:00:00 小王\n到了吗\n", "qq")
    assert column(chat, "text")[-1] == "看这个：\n2024-01-01 9:00:00 小王\n到了吗"


@pytest.mark.parametrize("line", ["=" * 64, "消息记录在哪里看", "消息"])
def test_what_members_write_like_a_heading_stays_their_text(line: str) -> None:
    chat = read(f"2024-01-02 3:04:05 小林(10001)\n{line}\n早\n\n2024-01-02 3:04:06 小陈(10002)\n早\n", "qq")
    assert column(chat, "text") == [f"{line}\n早", "早"]


def test_a_member_without_a_name_is_not_qq() -> None:
    chat = read("2024-01-02 3:04:05 (10001)\n早\n\n2024-01-02 3:04:06 小陈(10002)\n早\n", "qq")
    assert (column(chat, "sender"), column(chat, "name")) == (["10001", "10002"], [None, "小陈"])
    assert column(chat, "kind") == ["text", "text"]


@pytest.mark.parametrize("name", ["小林(上海)", "I <3 you>", "小林(12)", "<小林>"])
def test_brackets_that_hold_no_number_and_no_address_belong_to_the_name(name: str) -> None:
    chat = read(f"2024-01-02 3:04:05 {name}(10001)\n早\n\n2024-01-02 3:04:06 小陈(10002)\n早\n", "qq")
    assert (column(chat, "sender")[0], column(chat, "name")[0]) == ("10001", name)


SECTION = "{ruler}\n消息分组:{folder}\n{ruler}\n消息对象:同学群\n{ruler}\n\n2024-01-02 3:04:05 小林(10001)\n{text}\n\n"


def sections(*folders: str) -> str:
    """Return a file with a chat of the same title in each of some folders."""
    texts = (SECTION.format(ruler="=" * 64, folder=folder, text=folder) for folder in folders)
    return "消息记录（此消息记录为文本格式，不支持重新导入）\n\n" + "".join(texts)


def test_two_chats_of_one_title_in_different_folders_are_told_apart() -> None:
    with pytest.raises(UnreadableChatError, match=r"同学群 \(大学\) \(1\), 同学群 \(中学\) \(1\)"):
        read(sections("大学", "中学"), "qq")


def test_a_chat_exported_twice_is_one() -> None:
    assert column(read(sections("大学", "大学"), "qq"), "text") == ["大学", "大学"]
