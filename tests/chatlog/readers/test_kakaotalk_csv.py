import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.chatlog.readers.reading import ROUNDS, column, read, times
from tests.chatlog.samples import reading_of

TABLE = """Date,User,Message
2024-08-01 10:00:00,"운영자","공지
""필독"" 입니다"
2024-08-01 10:01:00,시스템,지우님이 들어왔습니다.
2024-08-01 10:02:00,"민수","사진"
2024-08-01 10:03:00,"민수","민수님이 나갔습니다."
"""


def test_texts_stand_in_quotes_over_several_lines() -> None:
    chat = read(TABLE, "kakaotalk_csv", file="room.csv")
    assert column(chat, "text")[0] == '공지\n"필독" 입니다'
    assert times(chat)[0] == "2024-08-01 10:00:00"
    assert column(chat, "line") == [2, 4, 5, 6]


def test_who_came_and_went_is_told_by_the_system_or_under_the_members_name() -> None:
    chat = read(TABLE, "kakaotalk_csv", file="room.csv")
    assert column(chat, "kind") == ["text", "join", "image", "leave"]
    assert column(chat, "members") == [None, ["지우"], None, ["민수"]]


def test_a_row_quoted_in_a_message_stays_there() -> None:
    chat = read(
        'Date,User,Message\n2024-08-01 10:00:00,"민수","이것:\n2024-07-01 09:00:00,""지우"",""네""\n끝"\n',
        "kakaotalk_csv",
    )
    assert column(chat, "text") == ['이것:\n2024-07-01 09:00:00,"지우","네"\n끝']


def test_a_quote_that_nobody_closes_swallows_no_row() -> None:
    rows = '2024-08-01 10:00:00,"민수","5" 화면\n2024-08-01 10:01:00,"지우","네"\n2024-08-01 10:02:00,"민수","끝"\n'
    chat = read(f"Date,User,Message\n{rows}", "kakaotalk_csv")
    assert column(chat, "text") == ['"5" 화면', "네", "끝"]


def test_every_line_is_accounted_for() -> None:
    report = read(TABLE, "kakaotalk_csv").reports[0]
    assert (report.matched, report.folded, report.structural, report.dropped) == (4, 1, 1, 0)


words = (
    st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp"), blacklist_characters="\ufeff"), min_size=1)
    .map(str.strip)
    .filter(bool)
)


@ROUNDS
@given(st.lists(st.tuples(words, words), min_size=1, max_size=8))
def test_what_was_written_is_read(messages: list[tuple[str, str]]) -> None:
    quoted = [(name.replace('"', '""'), text.replace('"', '""')) for name, text in messages]
    lines = "".join(f'2024-08-01 10:00:{i:02},"{name}","x{text}"\n' for i, (name, text) in enumerate(quoted))
    chat = read(f"Date,User,Message\n{lines}", "kakaotalk_csv", forced=True)
    assert column(chat, "text") == [f"x{text}" for _name, text in messages]


@pytest.mark.parametrize("block", [1, 100])
def test_rows_behind_a_quote_that_nobody_closed_are_found_in_blocks_of_any_size(block: int) -> None:
    row = '2024-08-01 10:0{}:00,"민수",{}\n'
    text = "Date,User,Message\n" + "".join(
        row.format(n, said) for n, said in enumerate(['"a"', '"b', '"c"', '""d"" e', "f"])
    )
    whole, cut = (reading_of(text, "kakaotalk_csv", block=size).rows["text"].to_list() for size in (4096, block))
    assert whole == cut == ["a", '"b', "c", '""d"" e', "f"]
