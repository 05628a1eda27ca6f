import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.chatlog.readers.reading import ROUNDS, column, read, times


@pytest.mark.parametrize(
    "head", ["小林 (2024-05-06 10:04:05):", "小林(2024/5/6 10:04:05): ", "小林（2024-05-06 10:04:05）："]
)
def test_name_and_time_stand_in_front_of_the_text(head: str) -> None:
    chat = read(f"{head}第一行\n第二行 (见下):好\n", "wechat_inline")
    assert times(chat) == ["2024-05-06 10:04:05"]
    assert column(chat, "name") == ["小林"]
    assert column(chat, "text") == ["第一行\n第二行 (见下):好"]


def test_times_without_a_date_end_on_the_day_of_the_files_last_change() -> None:
    changed = dt.datetime(2024, 5, 6, 12, 0).astimezone().timestamp()
    chat = read("小林 (23:59):早\n阿木 (00:01):[图片]\n", "wechat_inline", changed=changed)
    assert times(chat) == ["2024-05-05 23:59:00", "2024-05-06 00:01:00"]
    assert column(chat, "kind") == ["text", "image"]


words = (
    st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp"), blacklist_characters="\ufeff"), min_size=1)
    .map(str.strip)
    .filter(bool)
)


@ROUNDS
@given(st.lists(words, min_size=1, max_size=8))
def test_what_was_written_is_read(texts: list[str]) -> None:
    lines = "".join(f"林(群主) (2024-05-06 10:04:{i:02}):x{text}\n" for i, text in enumerate(texts))
    chat = read(lines, "wechat_inline", forced=True)
    assert column(chat, "text") == [f"x{text}" for text in texts]
    assert set(column(chat, "name")) == {"林(群主)"}
