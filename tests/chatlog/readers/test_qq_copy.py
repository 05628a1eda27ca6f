import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.chatlog.readers.reading import ROUNDS, column, read, times
from tests.chatlog.samples import reading_of

COPIED = """【冒泡】围观的熊 2/14/2024 9:16:13 PM
早

【群主】锤子 2/14/2024 9:16:17 PM
两行
第二行

你和小王有12个共同好友，点击添加好友。

锤子撤回了一条消息

围观的熊 2/14/2024 9:17:10 PM
[图片]
"""
MAILED = (
    "— —  2024-2-21  — —\n\n小石  23:50:12 \n一\n\na bird  23:50:40 \n二\n\n— —  2024-2-22  — —\n\n小石  0:01:00 \n三\n"
)


def test_american_dates_stand_behind_the_name() -> None:
    chat = read(COPIED, "qq_copy")
    assert times(chat)[0] == "2024-02-14 21:16:13"
    assert column(chat, "name")[:2] == ["围观的熊", "锤子"]
    assert column(chat, "role")[:2] == [None, "owner"]
    assert column(chat, "text")[1] == "两行\n第二行"


def test_lines_of_qq_between_the_messages_are_events() -> None:
    chat = read(COPIED, "qq_copy")
    assert column(chat, "kind") == ["text", "text", "system", "recall", "image"]
    assert column(chat, "sender")[3] == "锤子"
    assert chat.reports[0].dropped == 0


def test_a_mail_from_the_phone_tells_days_on_lines_of_their_own() -> None:
    chat = read(MAILED, "qq_copy")
    assert times(chat) == ["2024-02-21 23:50:12", "2024-02-21 23:50:40", "2024-02-22 00:01:00"]
    assert column(chat, "name") == ["小石", "a bird", "小石"]


def test_without_dates_the_messages_end_on_the_day_the_file_was_last_changed() -> None:
    changed = dt.datetime(2024, 5, 6, 12, 0).astimezone().timestamp()
    chat = read(
        "小 石 9:59:54 PM\n一\n\n你撤回了一条消息 重新编辑\n\nPaul~K（忙...） 0:00:04 AM\n二\n",
        "qq_copy",
        changed=changed,
    )
    assert times(chat) == ["2024-05-05 21:59:54", "2024-05-05 21:59:54", "2024-05-06 00:00:04"]
    assert "2024-05-06" in chat.reports[0].notes[0]


@pytest.mark.parametrize(
    "head",
    [
        "海豹(10001000) 2022/03/21 19:05:05",
        "海豹(10001000) 2022-3-21 19:05:05",
        "【LV2 群友】海豹(10001000) 3/21/2022 7:05:05 PM  ",
    ],
)
def test_numbers_are_ids(head: str) -> None:
    chat = read(f"{head}\n你好\n", "qq_copy")
    assert (column(chat, "name"), column(chat, "sender")) == (["海豹"], ["10001000"])
    assert times(chat) == ["2022-03-21 19:05:05"]


def test_a_day_above_twelve_in_front_tells_the_order() -> None:
    chat = read("a 13/2/2024 9:16:13\nx\n\nb 1/3/2024 9:16:13\ny\n", "qq_copy")
    assert times(chat) == ["2024-02-13 09:16:13", "2024-03-01 09:16:13"]


words = st.text(
    st.characters(
        blacklist_categories=("Cc", "Cs", "Zs", "Zl", "Zp"), blacklist_characters="\ufeff()（）<>【】[]0123456789"
    ),
    min_size=1,
)


@ROUNDS
@given(st.lists(st.tuples(words, words), min_size=1, max_size=8))
def test_what_was_written_is_read(messages: list[tuple[str, str]]) -> None:
    lines = "".join(f"{name} 2024/01/31 9:00:{i:02}\nx{text}\n\n" for i, (name, text) in enumerate(messages))
    chat = read(lines, "qq_copy", forced=True)
    assert column(chat, "text") == [f"x{text}" for _name, text in messages]
    assert column(chat, "name") == [name for name, _text in messages]


def test_a_sentence_of_qq_at_the_end_of_a_block_is_told_by_what_follows() -> None:
    text = "小林 9:16:13\n\n锤子撤回了一条消息\n是真的\n"
    assert reading_of(text, "qq_copy", block=7).rows["text"].to_list() == ["锤子撤回了一条消息\n是真的"]


def test_the_newer_qq_copies_a_colon_and_a_date_without_a_year() -> None:
    chat = read("小林: 05-12 21:41:03\n早\n\n小王(1): 05-13 9:42:03\n好\n", "qq_copy", changed=1_800_000_000)
    assert column(chat, "name") == ["小林", "小王(1)"]
    assert times(chat) == ["2026-05-12 21:41:03", "2026-05-13 09:42:03"]
    assert len(chat.reports[0].notes) == 1
