import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.chatlog.readers.reading import ROUNDS, column, read, times


def test_date_and_time_stand_in_brackets_without_seconds() -> None:
    chat = read("[2024-01-31, 15:04] Me: hi: you\nsecond line\n[2024-01-31, 15:05] Ann Lee: ho\n", "signal")
    assert column(chat, "name") == ["Me", "Ann Lee"]
    assert column(chat, "text") == ["hi: you\nsecond line", "ho"]
    assert times(chat) == ["2024-01-31 15:04:00", "2024-01-31 15:05:00"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("![cat](./media/cat.jpg)", "image"), ("[minutes](media/minutes.pdf)", "file"), ("[see] this", "text")],
)
def test_attached_files_are_links(text: str, kind: str) -> None:
    assert column(read(f"[2024-01-31, 15:04] Me: {text}\n", "signal"), "kind") == [kind]


words = (
    st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp"), blacklist_characters="\ufeff:"), min_size=1)
    .map(str.strip)
    .filter(bool)
)


@ROUNDS
@given(st.lists(st.tuples(words, words), min_size=1, max_size=8))
def test_what_was_written_is_read(messages: list[tuple[str, str]]) -> None:
    lines = "".join(f"[2024-01-31, 15:{i:02}] {name}: {text}\n" for i, (name, text) in enumerate(messages))
    chat = read(lines, "signal", forced=True)
    assert column(chat, "text") == [text for _name, text in messages]
    assert column(chat, "name") == [name for name, _text in messages]
