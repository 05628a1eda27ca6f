"""Files in whatever encoding, with whatever line ends, alone or in a zip."""

import codecs
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groupctl.chatlog import read_chat
from groupctl.chatlog.locate import find_source
from groupctl.chatlog.source import Decoding, Source, blocks, take_sample
from groupctl.errors import UnreadableChatError, UsageError
from tests.chatlog.samples import QQ, SAMPLES, WECHAT_TXT, WHATSAPP, accounted, read_bytes

ENCODINGS = {
    "UTF-8": ("utf-8", b""),
    "UTF-8 with a mark": ("utf-8", codecs.BOM_UTF8),
    "GB18030": ("gb18030", b""),
    "UTF-16 LE": ("utf-16-le", b""),
    "UTF-16 LE with a mark": ("utf-16-le", codecs.BOM_UTF16_LE),
    "UTF-16 BE": ("utf-16-be", b""),
    "UTF-16 BE with a mark": ("utf-16-be", codecs.BOM_UTF16_BE),
}


@pytest.mark.parametrize("format_name", SAMPLES)
@pytest.mark.parametrize("written", ENCODINGS)
def test_an_export_reads_the_same_in_every_encoding(format_name: str, written: str) -> None:
    encoding, mark = ENCODINGS[written]
    chat = read_bytes(mark + SAMPLES[format_name].encode(encoding))
    report = chat.reports[0]
    assert (report.format, report.encoding, report.undecodable) == (format_name, encoding, 0)
    assert chat.messages.equals(read_bytes(SAMPLES[format_name].encode()).messages)
    assert accounted(report)


@pytest.mark.parametrize("format_name", SAMPLES)
@pytest.mark.parametrize("ends", ["\r\n", "\r"], ids=["CRLF", "lone CR"])
def test_an_export_reads_the_same_with_every_line_end(format_name: str, ends: str) -> None:
    chat = read_bytes(SAMPLES[format_name].replace("\n", ends).encode())
    assert chat.messages.equals(read_bytes(SAMPLES[format_name].encode()).messages)


def test_line_ends_may_be_mixed() -> None:
    chat = read_bytes(WHATSAPP.replace("\n", "\r\n", 2).encode())
    assert chat.messages.equals(read_bytes(WHATSAPP.encode()).messages)


def test_a_lone_carriage_return_inside_a_message_is_no_line_end() -> None:
    chat = read_bytes(b"29/01/2024, 12:24 - Ann: one\rtwo\n29/01/2024, 12:25 - Ann: three\rfour")
    assert chat.messages["text"].to_list() == ["one\rtwo", "three\rfour"]


def test_a_mark_in_mid_file_hides_nothing() -> None:
    chat = read_bytes(codecs.BOM_UTF8 + WECHAT_TXT.encode() + codecs.BOM_UTF8 + WECHAT_TXT.encode())
    assert chat.reports[0].messages == 4


@pytest.mark.parametrize(
    ("encoding", "cut"), [("utf-8", 1), ("utf-8", 2), ("gb18030", 1), ("utf-16-le", 1), ("utf-16-be", 1)]
)
def test_a_character_cut_off_at_the_end_is_counted_and_the_message_kept(encoding: str, cut: int) -> None:
    chat = read_bytes((WECHAT_TXT * 5 + "2024-05-12 22:00:00 小林\n再见").encode(encoding)[:-cut])
    assert chat.messages["text"].to_list()[-1] == "再\ufffd"
    assert chat.reports[0].undecodable == 1


def test_a_replacement_character_that_somebody_typed_is_no_damage() -> None:
    chat = read_bytes("29/01/2024, 12:24 - Ann: what \ufffd\n".encode())
    assert chat.reports[0].undecodable == 0


def test_single_damaged_bytes_in_a_long_log_leave_it_utf8() -> None:
    chat = read_bytes((WECHAT_TXT * 40).encode().replace("第二行".encode(), "第二".encode() + b"\xff", 1))
    report = chat.reports[0]
    assert (report.encoding, report.undecodable) == ("utf-8", 1)
    assert "第二\ufffd 🦊" in chat.messages["text"][0]


def test_an_encoding_can_be_forced() -> None:
    korean = WECHAT_TXT.replace("小林", "민수").encode("cp949", "replace")
    chat = read_bytes(korean, encoding="cp949")
    assert chat.messages["sender"][0] == "민수"
    assert chat.reports[0].encoding == "cp949"


def test_utf16_may_be_forced_without_saying_which() -> None:
    chat = read_bytes(WHATSAPP.encode("utf-16"), encoding="utf-16")
    assert chat.messages.equals(read_bytes(WHATSAPP.encode()).messages)


def test_an_encoding_that_was_forced_and_is_wrong_is_named_with_the_likely_one() -> None:
    with pytest.raises(UnreadableChatError, match="no chat export in UTF-16-LE, which --encoding asks for") as caught:
        read_bytes(WHATSAPP.encode(), encoding="utf-16")
    assert caught.value.hint == "leave --encoding out, or write --encoding utf-8"


def test_what_is_no_chat_in_any_encoding_is_just_that() -> None:
    with pytest.raises(UnreadableChatError, match="is no chat export that groupctl knows"):
        read_bytes(b"dear diary", encoding="utf-16")


def test_an_unknown_encoding_is_refused() -> None:
    with pytest.raises(UsageError, match="there is no encoding 'utf-9'") as caught:
        read_bytes(WHATSAPP.encode(), encoding="utf-9")
    assert caught.value.hint == "for example utf-8, gb18030, utf-16"


@pytest.mark.parametrize("encoding", ["base64", "rot13", "idna", "x\0y"])
def test_what_python_calls_a_codec_need_not_be_an_encoding(encoding: str) -> None:
    with pytest.raises(UsageError, match="there is no encoding"):
        read_bytes(WHATSAPP.encode(), encoding=encoding)


def test_chinese_far_behind_an_english_beginning_still_tells_the_encoding() -> None:
    english = "".join(f"29/01/2024, 12:24 - Ann: line {n:06}\n" for n in range(9000))
    chat = read_bytes((english + "30/01/2024, 12:24 - 小林: 你好\n").encode("gb18030"))
    assert (chat.reports[0].encoding, chat.messages["text"][-1]) == ("gb18030", "你好")


def test_a_sample_ends_with_a_whole_line(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_text("0123456789 你好\n" * 20_000, encoding="utf-8")
    assert take_sample(find_source(file)).lines[-1] == "0123456789 你好"


def test_a_zip_is_read_as_a_stream(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "WhatsApp Chat - Lenses.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("WhatsApp Chat with Lenses.txt", WHATSAPP)
        archive.writestr("IMG-1.jpg", b"\xff\xd8")
    chat = read_chat(tmp_path / "WhatsApp Chat - Lenses.zip")
    assert chat.messages.equals(read_bytes(WHATSAPP.encode()).messages)
    assert chat.sources == ("WhatsApp Chat - Lenses.zip/WhatsApp Chat with Lenses.txt",)


def test_a_zip_may_be_called_what_it_likes(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "chat.txt", "w") as archive:
        archive.writestr("群聊/记录.TXT", QQ)
    assert read_chat(tmp_path / "chat.txt").title == "镜头交流"


@settings(max_examples=40)
@given(
    st.text(st.sampled_from("a\n\r你🦊"), max_size=40),
    st.integers(1, 9),
    st.sampled_from(["utf-8", "gb18030", "utf-16-le"]),
)
def test_blocks_of_any_size_hold_the_same_text_in_whole_lines(text: str, size: int, encoding: str) -> None:
    class Memory(Source):
        """A source without a disk."""

        def open(self):  # type: ignore[no-untyped-def]
            """Open the bytes."""
            return io.BytesIO(text.encode(encoding))

    source = Memory(path=Path("x"), size=0)
    found = list(blocks(source, Decoding(encoding=encoding), size))
    assert all(block.endswith(b"\n") for block in found[:-1])
    assert b"".join(found) == b"".join(blocks(source, Decoding(encoding=encoding), 1 << 20))


def zipped(folder: Path, *names: str, name: str = "chat.zip") -> Path:
    """Write a zip that holds the same chat under some names."""
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in names:
            archive.writestr(entry, WHATSAPP)
    return folder / name


@pytest.mark.parametrize(
    "names",
    [
        ("_chat.txt", "minutes.txt"),
        ("WhatsApp Chat with Lenses.txt", "minutes.txt"),
        ("_chat.txt", "__MACOSX/._chat.txt"),
        ("IMG-1.jpg", "anything.txt"),
    ],
)
def test_the_chat_is_found_among_what_members_attached(tmp_path: Path, names: tuple[str, ...]) -> None:
    path = zipped(tmp_path, *names, name="WhatsApp Chat with Lenses.zip")
    assert find_source(path).entry == next(name for name in names if name.endswith(".txt"))


def test_an_empty_text_in_a_zip_is_an_empty_chat(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "chat.zip", "w") as archive:
        archive.writestr("_chat.txt", "")
    with pytest.raises(UnreadableChatError, match="is empty"):
        find_source(tmp_path / "chat.zip")


def test_a_zip_of_nothing_holds_no_chat(tmp_path: Path) -> None:
    with pytest.raises(UnreadableChatError, match="holds 0 text files"):
        find_source(zipped(tmp_path))
