"""Chats of which every message begins a line: date, time, name and text."""

import pytest

from tests.chatlog.readers.reading import column, read, times


@pytest.mark.parametrize(
    "line",
    [
        "2024-05-12 21:41:03 {name}: {text}\n",
        "2024-05-12 21:41:03 {name}：{text}\n",
        "2024/05/12 21:41:03 {name}:{text}\n",
        "[2024-05-12 21:41:03] {name}：{text}\n",
        "[2024/5/12 下午9:41:03]{name}：{text}\n",
    ],
)
def test_the_name_ends_with_a_colon_of_either_width(line: str) -> None:
    chat = read(
        line.format(name="小林", text="早: 在吗") + "第二行\n" + line.format(name="Ann", text="[图片]"), "one_line"
    )
    assert list(zip(column(chat, "name"), column(chat, "text"), strict=True)) == [
        ("小林", "早: 在吗\n第二行"),
        ("Ann", "[图片]"),
    ]
    assert (column(chat, "kind"), times(chat)) == (["text", "image"], ["2024-05-12 21:41:03"] * 2)


def test_a_line_without_a_name_is_the_platforms() -> None:
    text = (
        '2024-05-12 21:41:03 小林: 早\n2024-05-12 21:42:03 "小林"邀请"小陈"加入了群聊\n2024-05-12 21:43:03 小陈: 好\n'
    )
    chat = read(text, "one_line")
    assert (column(chat, "kind"), column(chat, "sender")) == (["text", "join", "text"], ["小林", "小林", "小陈"])
