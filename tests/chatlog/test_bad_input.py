"""What cannot be read is refused with what is wrong and what to do, and with nothing else."""

import io
import os
import random
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groupctl.chatlog import read_chat
from groupctl.cli.main import run
from groupctl.errors import ExitCode, GroupctlError, UnreadableChatError, UsageError
from tests.chatlog.samples import QQ, SAMPLES, WHATSAPP, accounted, read_bytes

NOBODY = 65534
NOISE = random.Random(7).randbytes(5000)


@contextmanager
def unprivileged() -> Iterator[None]:
    """Be somebody whom permissions bind: root is not."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


def refused(content: bytes, name: str = "chat.txt") -> tuple[str, str]:
    """Return message and hint with which a file is refused."""
    with pytest.raises(UnreadableChatError) as caught:
        read_bytes(content, name=name)
    assert caught.value.exit_code == ExitCode.UNREADABLE
    return caught.value.message, caught.value.hint


def zipped(*files: tuple[str, str]) -> bytes:
    """Return a zip with some files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files:
            archive.writestr(name, text)
    return buffer.getvalue()


def test_an_empty_file() -> None:
    message, hint = refused(b"")
    assert message.endswith("chat.txt is empty")
    assert hint == "export the chat again"


@pytest.mark.parametrize("content", [b" ", b"\n\n\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\r", b"\xef\xbb\xbf\n"])
def test_a_file_of_nothing_but_space(content: bytes) -> None:
    assert "chat.txt" in refused(content)[0]


@pytest.mark.parametrize(
    "content",
    [b"\x89PNG\r\n\x1a\n" + NOISE, b"SQLite format 3\0" + NOISE, b"\xff\xd8\xff\xe0\0\x10JFIF\0" + NOISE, bytes(1000)],
    ids=["PNG", "SQLite", "JPEG", "zeros"],
)
def test_a_file_that_is_no_text(content: bytes) -> None:
    assert refused(content) == ("chat.txt is not text", "groupctl formats lists the exports it reads")


@pytest.mark.parametrize(
    "text", ["Dear Ann,\nit rained all week.\n", "群规\n一、不发广告\n", "a,b\n1,2\n", '{"a": 1}', "[]", "x"]
)
def test_prose_and_tables_that_are_no_chat(text: str) -> None:
    message, hint = refused(text.encode())
    assert message == "chat.txt is no chat export that groupctl knows"
    assert "groupctl formats" in hint
    assert "--format" in hint


def test_a_directory(tmp_path: Path) -> None:
    with pytest.raises(UnreadableChatError, match="holds no chat export") as caught:
        read_chat(tmp_path)
    assert "groupctl formats" in caught.value.hint


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableChatError, match=r"there is no file .*chat\.txt") as caught:
        read_chat(tmp_path / "chat.txt")
    assert caught.value.hint == "check the spelling"


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    file = tmp_path / "chat.txt"
    file.write_text(WHATSAPP, encoding="utf-8")
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    file.chmod(0)
    with unprivileged(), pytest.raises(UnreadableChatError, match="no permission to read") as caught:
        read_chat(file)
    assert caught.value.hint == "change its permissions, or copy it elsewhere"


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(UnreadableChatError, match="cannot read"):
        read_chat("x" * 5000)


def test_a_damaged_zip() -> None:
    message, hint = refused(zipped(("_chat.txt", WHATSAPP))[:60], "chat.zip")
    assert message.endswith("chat.zip is a damaged zip file")
    assert hint == "export the chat again"


def test_a_zip_whose_text_is_damaged() -> None:
    whole = bytearray(zipped(("_chat.txt", "".join(f"29/01/2024, 12:24 - Ann: {n}\n" for n in range(20_000)))))
    whole[len(whole) // 2] ^= 255
    assert refused(bytes(whole), "chat.zip")[0].startswith("chat.zip/_chat.txt is damaged")


def test_a_zip_with_two_texts() -> None:
    message, hint = refused(zipped(("a.txt", WHATSAPP), ("b.txt", QQ)), "chats.zip")
    assert message.endswith("chats.zip holds 2 text files; one chat was expected")
    assert hint == "unpack it and name the chat's own file"


def test_a_zip_without_a_text() -> None:
    assert refused(zipped(("a.jpg", "x")), "chats.zip")[0].endswith("holds 0 text files; one chat was expected")


def test_a_zip_behind_a_password() -> None:
    locked = bytearray(zipped(("_chat.txt", WHATSAPP)))
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(header) + flags] |= 1
    message, hint = refused(bytes(locked), "chat.zip")
    assert "password" in message
    assert hint


def test_a_zip_that_unpacks_to_a_thousand_times_its_size() -> None:
    message, hint = refused(zipped(("_chat.txt", "0" * 10_000_000)), "bomb.zip")
    assert message.endswith("times its size; that is no chat")
    assert hint == "export the chat again"


def test_a_format_that_the_file_is_not() -> None:
    with pytest.raises(UnreadableChatError, match=r"chat\.txt holds no message in the format qq") as caught:
        read_bytes(WHATSAPP.encode(), format="qq")
    assert "groupctl formats" in caught.value.hint


@pytest.mark.parametrize("format_name", SAMPLES)
def test_a_forced_format_on_a_file_without_any_header(format_name: str) -> None:
    with pytest.raises(UnreadableChatError, match="holds no message in the format"):
        read_bytes(b"no chat\nat all\n", format=format_name)


def test_a_format_that_there_is_not() -> None:
    with pytest.raises(UsageError, match="there is no format 'whatsup'") as caught:
        read_bytes(WHATSAPP.encode(), format="whatsup")
    assert "whatsapp" in caught.value.hint


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../../etc/passwd", "/etc", "Asia", "x\0y", "."])
def test_a_time_zone_that_there_is_not(zone: str) -> None:
    with pytest.raises(UsageError, match="there is no time zone") as caught:
        read_bytes(WHATSAPP.encode(), timezone=zone)
    assert caught.value.hint == "write it like Asia/Shanghai"


def test_no_file_at_all() -> None:
    with pytest.raises(UsageError, match="no chat was named"):
        read_chat([])


def test_one_line_of_twenty_megabytes() -> None:
    assert refused(b"x" * 20_000_000)[0] == "chat.txt is no chat export that groupctl knows"
    chat = read_bytes(b"29/01/2024, 12:24 - Ann: " + b"x" * 20_000_000)
    assert chat.messages["text"].str.len_bytes().to_list() == [20_000_000]
    assert chat.reports[0].lines == 1


def test_on_the_command_line_it_ends_with_3_and_no_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "chat.txt").write_bytes(b"")
    assert run(["audit", str(tmp_path / "chat.txt")]) == ExitCode.UNREADABLE
    said = capsys.readouterr()
    assert said.out == ""
    assert "chat.txt is empty" in " ".join(said.err.split())
    assert "Traceback" not in said.err


@settings(max_examples=40)
@given(st.binary(max_size=300), st.sampled_from([None, *SAMPLES]))
def test_random_bytes_are_read_or_refused(content: bytes, format_name: str | None) -> None:
    try:
        assert accounted(read_bytes(content, format=format_name).reports[0])
    except GroupctlError:
        return  # refused with a word: as good


CUTS = st.tuples(
    st.sampled_from([sample.encode() for sample in SAMPLES.values()]), st.integers(0, 300), st.integers(0, 200)
)


@settings(max_examples=40)
@given(st.lists(CUTS, min_size=1, max_size=6), st.sampled_from([None, *SAMPLES]))
def test_random_splices_of_samples_are_read_or_refused(
    cuts: list[tuple[bytes, int, int]], format_name: str | None
) -> None:
    content = b"".join(sample[start : start + length] for sample, start, length in cuts)
    try:
        assert accounted(read_bytes(content, format=format_name).reports[0])
    except GroupctlError:
        return  # refused with a word: as good


def test_a_zip_whose_directory_points_nowhere() -> None:
    broken = bytearray(zipped(("_chat.txt", WHATSAPP)))
    at = broken.rindex(b"PK\x01\x02") + 42
    broken[at : at + 4] = b"\xff\xff\xff\x7f"
    assert refused(bytes(broken), "chat.zip")[0].endswith("chat.zip is a damaged zip file")
