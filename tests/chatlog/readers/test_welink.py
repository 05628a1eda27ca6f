from hypothesis import given
from hypothesis import strategies as st

from tests.chatlog.readers.reading import ROUNDS, column, read, times


def test_the_number_behind_the_name_is_the_id() -> None:
    chat = read(
        "李(研发)(l00200300)\t2024-03-31 09:15:32\n第一行\n第二行\n王五(w00200301)\t2024-03-31 09:16:45\n[图片]\n",
        "welink",
    )
    assert column(chat, "name") == ["李(研发)", "王五"]
    assert column(chat, "sender") == ["l00200300", "w00200301"]
    assert column(chat, "text")[0] == "第一行\n第二行"
    assert column(chat, "kind") == ["text", "image"]
    assert times(chat)[0] == "2024-03-31 09:15:32"


words = (
    st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp"), blacklist_characters="\ufeff"), min_size=1)
    .map(str.strip)
    .filter(bool)
)


@ROUNDS
@given(st.lists(words, min_size=1, max_size=8))
def test_what_was_written_is_read(texts: list[str]) -> None:
    lines = "".join(f"李四(l00200300)\t2024-03-31 09:15:{i:02}\nx{text}\n" for i, text in enumerate(texts))
    assert column(read(lines, "welink", forced=True), "text") == [f"x{text}" for text in texts]
