from hypothesis import given
from hypothesis import strategies as st

from tests.chatlog.readers.reading import ROUNDS, column, read, times


def test_every_line_has_its_date_and_nick() -> None:
    chat = read(
        "[2024-01-31 09:00:05] <alice> hello <world> \n[2024-01-31 9:00:06] <bob b.> a\nsecond line\n", "gitter"
    )
    assert column(chat, "name") == ["alice", "bob b."]
    assert column(chat, "text") == ["hello <world> ", "a\nsecond line"]
    assert times(chat) == ["2024-01-31 09:00:05", "2024-01-31 09:00:06"]


def test_a_message_may_be_empty() -> None:
    assert column(read("[2024-01-31 09:00:05] <alice>\n[2024-01-31 09:00:06] <alice> x\n", "gitter"), "text") == [
        "",
        "x",
    ]


words = (
    st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp"), blacklist_characters="\ufeff"), min_size=1)
    .map(str.strip)
    .filter(bool)
)


@ROUNDS
@given(st.lists(st.tuples(st.text("abcABC09-_", min_size=1), words), min_size=1, max_size=8))
def test_what_was_written_is_read(messages: list[tuple[str, str]]) -> None:
    lines = "".join(f"[2024-01-31 09:00:{i:02}] <{nick}> {text}\n" for i, (nick, text) in enumerate(messages))
    chat = read(lines, "gitter", forced=True)
    assert column(chat, "text") == [text for _nick, text in messages]
    assert column(chat, "name") == [nick for nick, _text in messages]
