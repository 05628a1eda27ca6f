import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.chatlog.readers.reading import ROUNDS, column, read, times
from tests.chatlog.samples import QQ_EXPORTER, reading_of


def test_fields_stand_below_the_name() -> None:
    chat = read(QQ_EXPORTER, "qq_exporter_txt")
    assert column(chat, "text") == ["第一行\n第二行", "好的", "", "阿木退出了本群。"]
    assert column(chat, "kind") == ["text", "text", "image", "leave"]
    assert column(chat, "members")[3] == ["阿木"]
    assert times(chat)[1] == "2024-05-12 21:42:03"


def test_the_description_of_the_export_is_no_message_and_nothing_is_dropped() -> None:
    chat = read(QQ_EXPORTER, "qq_exporter_txt")
    assert (chat.reports[0].matched, chat.reports[0].dropped) == (4, 0)
    assert chat.title == "读书会"


words = (
    st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp"), blacklist_characters="\ufeff"), min_size=1)
    .map(str.strip)
    .filter(bool)
)


@ROUNDS
@given(st.lists(st.tuples(st.text("abcABC小林群:", min_size=1), words), min_size=1, max_size=8))
def test_what_was_written_is_read(messages: list[tuple[str, str]]) -> None:
    lines = "".join(
        f"{name}:\n时间: 2024-05-12 21:41:{i:02}\n内容: x{text}\n\n" for i, (name, text) in enumerate(messages)
    )
    chat = read(lines, "qq_exporter_txt", forced=True)
    assert column(chat, "text") == [f"x{text}" for _name, text in messages]
    assert column(chat, "name") == [name for name, _text in messages]


@pytest.mark.parametrize("block", [1, 7, 100])
def test_descriptions_are_the_same_in_blocks_of_any_size(block: int) -> None:
    twice = QQ_EXPORTER + "总计导出 4 条消息\n" + QQ_EXPORTER
    assert reading_of(twice, "qq_exporter_txt", block=block).count == reading_of(twice, "qq_exporter_txt").count
