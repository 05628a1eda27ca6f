import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from tests.chatlog.readers.reading import ROUNDS, column, read, times

MAC = "小林 2024/11/17 21:07\n第一行\n\n第二行\n\nLin Z 2024/11/17 9:08\n[图片]\n"
WINDOWS = "小林:\n这个怎么用？\n\nLin Z: \n[图片]\n\n小林:\n分两步:\n先下载\n"


def test_on_a_mac_the_time_stands_behind_the_name() -> None:
    chat = read(MAC, "wechat_copy")
    assert times(chat) == ["2024-11-17 09:08:00", "2024-11-17 21:07:00"]
    assert column(chat, "text") == ["[图片]", "第一行\n\n第二行"]
    assert column(chat, "kind") == ["image", "text"]


def test_windows_copies_no_times_so_the_rows_end_at_the_files_last_change() -> None:
    changed = dt.datetime(2024, 5, 6, 12, 0).astimezone().timestamp()
    chat = read(WINDOWS, "wechat_copy", changed=changed)
    assert times(chat) == ["2024-05-06 11:59:58", "2024-05-06 11:59:59", "2024-05-06 12:00:00"]
    assert "2024-05-06 12:00:00" in chat.reports[0].notes[0]


def test_a_colon_inside_a_message_makes_no_name() -> None:
    chat = read(WINDOWS, "wechat_copy")
    assert column(chat, "name") == ["小林", "Lin Z", "小林"]
    assert column(chat, "text")[2] == "分两步:\n先下载"


def test_every_line_is_accounted_for() -> None:
    report = read(WINDOWS, "wechat_copy").reports[0]
    assert (report.matched, report.folded, report.structural, report.dropped) == (3, 4, 2, 0)


names = st.text("abcABC小林群", min_size=1)
words = (
    st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp"), blacklist_characters="\ufeff"), min_size=1)
    .map(str.strip)
    .filter(bool)
)


@ROUNDS
@given(st.lists(st.tuples(names, words), min_size=2, max_size=8))
def test_what_was_copied_on_windows_is_read(messages: list[tuple[str, str]]) -> None:
    chat = read("".join(f"{name}:\nx{text}\n\n" for name, text in messages), "wechat_copy", forced=True)
    assert column(chat, "text") == [f"x{text}" for _name, text in messages]
    assert column(chat, "name") == [name for name, _text in messages]


@ROUNDS
@given(st.lists(st.tuples(names, words), min_size=1, max_size=8))
def test_what_was_copied_on_a_mac_is_read(messages: list[tuple[str, str]]) -> None:
    chat = read(
        "".join(f"{name} 2024/1/31 9:{i:02}\nx{text}\n\n" for i, (name, text) in enumerate(messages)), "wechat_copy"
    )
    assert column(chat, "text") == [f"x{text}" for _name, text in messages]
