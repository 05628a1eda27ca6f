"""Zips that are not to be trusted are refused with a reason."""

import stat
import zipfile
from pathlib import Path

import pytest

from groupctl.chatlog import read_chat
from groupctl.chatlog.archive import MOST_ENTRIES
from groupctl.errors import UnreadableChatError
from tests.chatlog.samples import WHATSAPP


def zip_with(folder: Path, *names: str, mode: int = 0) -> Path:
    """Write a zip of a chat and some more entries."""
    with zipfile.ZipFile(folder / "chat.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_chat.txt", WHATSAPP)
        for name in names:
            info = zipfile.ZipInfo(name)
            info.external_attr = mode << 16
            archive.writestr(info, "/etc/passwd")
    return folder / "chat.zip"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("/etc/cron.d/x", "has an absolute path"),
        ("C:\\windows\\x", "has an absolute path"),
        ("\\\\host\\x", "has an absolute path"),
        ("../../x", "leads out of its folder"),
        ("media\\..\\..\\x", "leads out of its folder"),
    ],
)
def test_a_path_that_leads_out_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(UnreadableChatError, match=reason) as caught:
        read_chat(zip_with(tmp_path, name))
    assert "unpack it and name the chat's own file" in caught.value.hint


def test_a_link_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableChatError, match=r"photo\.jpg in it is a link"):
        read_chat(zip_with(tmp_path, "photo.jpg", mode=stat.S_IFLNK | 0o777))


def test_a_name_with_dots_is_no_way_out(tmp_path: Path) -> None:
    assert len(read_chat(zip_with(tmp_path, "to be continued....jpg")).messages) == 3


def test_a_hundred_thousand_entries_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_ENTRIES == 100_000
    monkeypatch.setattr("groupctl.chatlog.archive.MOST_ENTRIES", 5)
    with pytest.raises(UnreadableChatError, match="holds 5 files; that is no chat"):
        read_chat(zip_with(tmp_path, "1.jpg", "2.jpg", "3.jpg", "4.jpg"))


def test_entries_that_claim_the_same_bytes_do_not_hide_a_bomb(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "chat.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("users.json", "[" + " " * 3_000_000 + "]")
        archive.writestr("general/2024-01-02.json", "[]")
    with pytest.raises(UnreadableChatError, match="times its size; that is no chat"):
        read_chat(tmp_path / "chat.zip")


def test_nothing_is_unpacked_to_disk(tmp_path: Path) -> None:
    read_chat(zip_with(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["chat.zip"]
