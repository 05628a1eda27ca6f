"""One member under several names."""

from pathlib import Path

import pytest

from groupctl.chatlog import Chat, read_chat
from groupctl.chatlog.aliases import read_aliases
from groupctl.errors import GroupctlError, UsageError
from tests.chatlog.samples import read_bytes

RENAMED = """\
[10:00] <bob> hi
[10:01] *** bob is now known as bob_away
[10:02] <bob_away> back soon
[10:03] <carol> bye
[10:04] *** alice is now known as carol
"""


def senders(chat: Chat) -> list[str]:
    """Return the distinct senders of what people sent."""
    return sorted(chat.messages.filter(kind="text")["sender"].unique().cast(str).to_list())


def test_who_is_renamed_in_the_log_stays_one_member() -> None:
    chat = read_bytes(RENAMED.encode(), name="2024-01-02.txt")
    assert senders(chat) == ["bob_away", "carol"]
    assert chat.messages["name"][0] == "bob"


def test_a_name_that_somebody_else_had_used_before_is_not_taken_over() -> None:
    log = "[10:00] <bob> hi\n[10:01] <carol> hi\n[10:02] *** bob is now known as carol\n"
    assert senders(read_bytes(log.encode(), name="2024-01-02.txt")) == ["bob", "carol"]


def aliased(folder: Path, text: str, name: str = "aliases.txt") -> Chat:
    """Read a chat of Ann, Annie and Bob with a file of aliases."""
    (folder / name).write_text(text, encoding="utf-8")
    lines = "".join(f"29/01/2024, 12:24 - {who}: hi\n" for who in ("Ann", "Annie", "Bob"))
    (folder / "chat.txt").write_text(lines, encoding="utf-8")
    return read_chat(folder / "chat.txt", aliases=folder / name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann, Annie\n", "aliases.txt"),
        ("# people\n\nann\tANNIE\n", "aliases.csv"),
        ('"Ann","Annie"\n', "aliases.csv"),
        ('Ann = ["Annie"]\n', "aliases.toml"),
        ('Ann = "Annie"\n', "aliases.toml"),
    ],
)
def test_a_file_says_which_names_are_one_person(tmp_path: Path, text: str, name: str) -> None:
    assert senders(aliased(tmp_path, text, name)) == ["Ann", "Bob"]


def test_who_has_several_names_goes_by_the_first_that_the_file_gives(tmp_path: Path) -> None:
    chat = aliased(tmp_path, "Ann Smith, Annie, Ann\n")
    assert chat.called == {"Annie": "Ann Smith"}
    assert chat.messages["name"].to_list() == ["Ann", "Annie", "Bob"]
    assert chat.reports[0].notes == ()


def test_names_that_nobody_bears_are_said(tmp_path: Path) -> None:
    assert "nobody in the chat is called Zoe" in aliased(tmp_path, "Ann, Annie, Zoe\n").reports[0].notes[0]
    assert "nobody in the chat is called Zoe, Zoé" in aliased(tmp_path, "Zoe, Zoé\n").reports[0].notes[0]


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("Ann\n", "a.txt", "1: 'Ann' is one name only"),
        ("", "a.txt", "names nobody"),
        ("Ann, A\nAlma, A\n", "a.txt", "A is said to be Ann and Alma"),
        ("Ann = 3\n", "a.toml", "Ann: these are no names"),
        ("Ann\n", "a.toml", "is no TOML"),
    ],
)
def test_a_file_that_cannot_be_is_refused_with_the_place(tmp_path: Path, text: str, name: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        aliased(tmp_path, text, name)
    assert said in caught.value.message.replace(f"{tmp_path}/", "").replace(f"{name}:1", "1")
    assert caught.value.hint


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(GroupctlError, match="cannot be read"):
        read_aliases(tmp_path / "none.txt")


def test_two_phone_numbers_are_two_accounts_until_aliases_say_otherwise(tmp_path: Path) -> None:
    log = (
        "29/01/2024, 12:24 - +44 7700 900001: hi\n"
        "29/01/2024, 12:25 - +44 7700 900001 changed to +44 7700 900002\n"
        "29/01/2024, 12:26 - +44 7700 900002: me again\n"
    )
    (tmp_path / "chat.txt").write_text(log, encoding="utf-8")
    (tmp_path / "aliases.txt").write_text("+44 7700 900001, +44 7700 900002\n", encoding="utf-8")
    assert senders(read_chat(tmp_path / "chat.txt")) == ["+44 7700 900001", "+44 7700 900002"]
    assert len(senders(read_chat(tmp_path / "chat.txt", aliases=tmp_path / "aliases.txt"))) == 1
