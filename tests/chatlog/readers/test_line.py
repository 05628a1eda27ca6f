import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.chatlog.readers.reading import ROUNDS, column, read, times
from tests.chatlog.samples import reading_of

JAPANESE = """[LINE] 朝活会とのトーク履歴
保存日時：2024/08/03 10:00

2024/08/01(木)
9:05	さくら	"おはよう！
今日は雨です"
9:06	けん	[写真]
9:07		けんがグループを退会しました。
9:08	さくらがメッセージの送信を取り消しました
"""


def test_japanese_exports_have_quoted_bodies_and_lines_of_line_itself() -> None:
    chat = read(JAPANESE, "line")
    assert column(chat, "name") == ["さくら", "けん", "けん", "さくら"]
    assert column(chat, "kind") == ["text", "image", "leave", "recall"]
    assert column(chat, "text")[0] == "おはよう！\n今日は雨です"
    assert chat.title == "朝活会"


def test_every_line_of_an_export_is_accounted_for() -> None:
    report = read(JAPANESE, "line").reports[0]
    assert (report.matched, report.folded, report.structural, report.dropped) == (4, 1, 4, 0)


@pytest.mark.parametrize(
    "day",
    [
        "2024.08.01 Thursday",
        "2024/8/1週四",
        "2024/08/01（四）",
        "2024/08/01(木)",
        "Thu, 01/08/2567 BE",
        "Thu, 08/01/2024",
        "พฤ. 01/08/2567",
        "2024.08.01 木曜日",
        "2024/08/01",
    ],
)
def test_day_lines_come_in_many_forms(day: str) -> None:
    assert times(read(f"[LINE] Chat history with Ann\n\n{day}\n09:05\tAnn\thi\n", "line")) == ["2024-08-01 09:05:00"]


@pytest.mark.parametrize("time", ["15:04", "下午03:04", "下午3:04", "03:04pm", "3:04 PM", "午後3:04", "오후 3:04"])
def test_times_have_12_or_24_hours(time: str) -> None:
    assert times(read(f"[LINE] 與Ann的聊天記錄\n\n2024/8/1週四\n{time}\tAnn\thi\n", "line")) == ["2024-08-01 15:04:00"]


def test_the_weekday_tells_month_from_day() -> None:
    chat = read(
        "[LINE] Chat history with Ann\n\nTue, 06/01/2026\n9:00\tAnn\thi\n\nWed, 06/03/2026\n9:00\tAnn\tho\n", "line"
    )
    assert times(chat) == ["2026-01-06 09:00:00", "2026-06-03 09:00:00"]


def test_events_tell_who_did_it_to_whom() -> None:
    chat = read(
        "[LINE] Chat history in Team\n\n2024.08.01 Thursday\n9:00\t\tAnn added Bob to the group.\n"
        "9:01\t\tAnn removed Bob from the group.\n",
        "line",
    )
    assert column(chat, "kind") == ["join", "kick"]
    assert column(chat, "sender") == ["Ann", "Ann"]
    assert column(chat, "members") == [["Bob"], ["Bob"]]


def test_headers_that_a_member_quotes_stay_in_the_message() -> None:
    body = '9:00\tAnn\t"look:\n2024/07/01(月)\n8:00\tBob\tno\nend"\n9:01\tBob\tok\n'
    chat = read(f"[LINE] Annとのトーク履歴\n\n2024/08/01(木)\n{body}", "line")
    assert column(chat, "text") == ["look:\n2024/07/01(月)\n8:00\tBob\tno\nend", "ok"]
    assert times(chat) == ["2024-08-01 09:00:00", "2024-08-01 09:01:00"]


def test_an_open_quote_on_one_line_swallows_nothing() -> None:
    chat = read(
        '[LINE] Chat history with Ann\n\n2024.08.01 Thursday\n9:00\tAnn\t"oh\n9:01\tBob\the said "no"\n', "line"
    )
    assert column(chat, "text") == ['"oh', 'he said "no"']


def test_lines_before_the_first_day_are_dropped_and_shown() -> None:
    report = read(
        "[LINE] Chat history with Ann\n9:00\tAnn\tlost\n\n2024.08.01 Thursday\n9:00\tAnn\thi\n", "line"
    ).reports[0]
    assert report.dropped == 1
    assert report.dropped_examples[0].text == "9:00\tAnn\tlost"


OPEN = 'x\n9:05\tKen\t"oh\n2024/08/01(木)\n9:06\tAnn\t[写真]\nit rains"\n9:06\tAnn\tno\n'


def test_a_quote_reaches_as_far_in_blocks_of_any_size() -> None:
    text = f"2024/08/01(木)\n{OPEN}"
    whole, pieces = (reading_of(text, "line", block=size).rows["text"].to_list() for size in (4096, 24))
    assert whole == pieces == ["oh\n2024/08/01(木)\n9:06\tAnn\t[写真]\nit rains", "no"]


def test_a_quote_that_is_never_closed_ends_where_no_message_is_longer() -> None:
    lines = "".join(f"9:{minute:02}\tAnn\t{'long ' * 400}\n" for minute in range(10, 60))
    text = f'2024/08/01(木)\n9:05\tKen\t"oh\n{lines}9:59\tAnn\tshe\nsaid "no"\n'
    assert len(reading_of(text, "line", block=1024).rows) == len(reading_of(text, "line", block=1 << 20).rows) == 52


words = (
    st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp"), blacklist_characters='"\ufeff'), min_size=1)
    .map(str.strip)
    .filter(bool)
)


@ROUNDS
@given(st.lists(st.tuples(words, words), min_size=1, max_size=8))
def test_what_was_written_is_read(messages: list[tuple[str, str]]) -> None:
    lines = "".join(f"{9 + i // 60}:{i % 60:02}\t{name}\tx{text}\n" for i, (name, text) in enumerate(messages))
    chat = read(f"[LINE] Chat history in Team\n\n2024.08.01 Thursday\n{lines}", "line", forced=True)
    assert column(chat, "text") == [f"x{text}" for _name, text in messages]
    assert column(chat, "name") == [name for name, _text in messages]


PC = """2025.02.15 Saturday
17:22 Tony Chou hello there
17:23 Ann [Photo]
17:24 Tony Chou what time
is it
17:25 Ann fine
17:25 Bobが退会しました。
17:26 Tony Chou see you
17:27 Ann Photos
2025.02.16 Sunday
09:01 Tony Chou unsent a message.
"""


def test_the_program_for_computers_writes_spaces_for_tabs() -> None:
    chat = read(PC, "line")
    assert column(chat, "name") == ["Tony Chou", "Ann", "Tony Chou", "Ann", "Bob", "Tony Chou", "Ann", "Tony Chou"]
    assert column(chat, "text")[2] == "what time\nis it"
    assert column(chat, "kind") == ["text", "image", "text", "text", "leave", "text", "image", "recall"]
    assert (times(chat)[-1], chat.reports[0].dialect, len(chat.reports[0].notes)) == ("2025-02-16 09:01:00", "PC", 1)


def test_two_members_of_one_first_name_stay_two() -> None:
    lines = [f"10:0{n} Tony {surname} {n} o'clock" for n in range(4) for surname in ("Chou", "Lee")]
    chat = read("2025.02.15 Saturday\n" + "\n".join(lines), "line")
    assert set(column(chat, "name")) == {"Tony Chou", "Tony Lee"}


def test_a_title_stands_above_messages_with_spaces_too() -> None:
    chat = read("[LINE] 読書会のトーク履歴\n保存日時：2026/05/05 20:40\n2026/05/03(日)\n19:10 花子 今日は\n", "line")
    assert (chat.title, column(chat, "name"), column(chat, "text")) == ("読書会", ["花子"], ["今日は"])
