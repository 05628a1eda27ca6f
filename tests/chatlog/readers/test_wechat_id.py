import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.chatlog.readers.reading import ROUNDS, column, read, times

CHANGED = dt.datetime(2024, 5, 6, 12, 0).astimezone().timestamp()


@pytest.mark.parametrize("when", ["10:04:05", "05-06 10:04:05", "2024-05-06 10:04:05", "2024/5/6 10:04:05"])
def test_what_is_missing_of_a_date_comes_from_the_files_last_change(when: str) -> None:
    chat = read(f"小林(wxid_abc123) {when}\n第一行\n第二行\n", "wechat_id", changed=CHANGED)
    assert times(chat) == ["2024-05-06 10:04:05"]
    assert (column(chat, "name"), column(chat, "sender")) == (["小林"], ["wxid_abc123"])
    assert column(chat, "text") == ["第一行\n第二行"]


def test_years_count_back_over_new_year() -> None:
    chat = read("a(wxid_a) 12-31 23:00:00\nx\n\nb(wxid_b) 01-01 00:10:00\ny\n", "wechat_id", changed=CHANGED)
    assert times(chat) == ["2023-12-31 23:00:00", "2024-01-01 00:10:00"]
    assert chat.reports[0].notes


def test_wechat_itself_speaks_as_the_system() -> None:
    chat = read(
        "小林(wxid_abc123) 2024-05-06 10:04:05\n[图片]\n\n系统消息(sys_x) 2024-05-06 10:05:05\n"
        '"小林"邀请"阿木"加入了群聊\n',
        "wechat_id",
    )
    assert column(chat, "kind") == ["image", "join"]
    assert (column(chat, "sender")[1], column(chat, "members")[1]) == ("wxid_abc123", ["阿木"])


words = (
    st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp"), blacklist_characters="\ufeff"), min_size=1)
    .map(str.strip)
    .filter(bool)
)


@ROUNDS
@given(st.lists(words, min_size=1, max_size=8))
def test_what_was_written_is_read(texts: list[str]) -> None:
    lines = "".join(f"林(群主)(wxid_a1) 2024-05-06 10:04:{i:02}\nx{text}\n\n" for i, text in enumerate(texts))
    chat = read(lines, "wechat_id", forced=True)
    assert column(chat, "text") == [f"x{text}" for text in texts]
    assert set(column(chat, "name")) == {"林(群主)"}
