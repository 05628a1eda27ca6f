"""A folder of logs as one chat; several chats of a file as one; what is refused when everything must be read."""

from pathlib import Path

import pytest

from groupctl.chatlog import read_chat
from groupctl.cli.main import run
from groupctl.errors import ExitCode, UnreadableChatError, UsageError
from tests.chatlog.readers.written import write
from tests.chatlog.samples import WECHAT_TXT, WHATSAPP, read_bytes

DAY = "[10:00] <ann> {}\n[10:01] <bob> {}\n"
LOGS = {f"2024-01-{day:02}.log": DAY.format(day, day) for day in (1, 2, 10)}


def test_the_days_of_a_folder_are_one_log(tmp_path: Path) -> None:
    chat = read_chat(write(tmp_path, LOGS))
    assert chat.messages["text"].to_list() == ["1", "1", "2", "2", "10", "10"]
    assert chat.sources == tuple(LOGS)


def test_files_are_read_in_natural_order(tmp_path: Path) -> None:
    read = read_chat(write(tmp_path, {f"part{number}.txt": WHATSAPP for number in (10, 9, 1)}))
    assert read.sources == ("part1.txt", "part9.txt", "part10.txt")
    assert [report.duplicates for report in read.reports] == [0, 3, 3]


def test_what_is_no_chat_is_left_out_and_said(tmp_path: Path) -> None:
    chat = read_chat(write(tmp_path, {**LOGS, "README.md": "about these logs\n", ".hidden": "x"}))
    assert chat.reports[0].notes[-1] == f"1 file in {tmp_path} is no chat and was left out: README.md"


def test_years_and_months_may_be_folders(tmp_path: Path) -> None:
    folder = write(tmp_path, {f"{name[:4]}/{name[5:7]}/{name}": text for name, text in LOGS.items()})
    assert len(read_chat(folder).messages) == 6


def test_several_formats_are_told_apart(tmp_path: Path) -> None:
    folder = write(tmp_path, {"a.txt": WHATSAPP, "b.txt": WECHAT_TXT})
    with pytest.raises(UnreadableChatError, match=r"several formats: whatsapp \(1: a.txt\); wechat_txt \(1: b.txt\)"):
        read_chat(folder)
    assert read_chat(folder, format="wechat_txt").sources == ("b.txt",)


def test_several_groups_are_told_apart(tmp_path: Path) -> None:
    line = "[LINE] Chat history in {}\nSaved on: 2024/01/03 10:00\n\n2024/01/02 Tuesday\n10:00\tAnn\thi {}\n"
    folder = write(tmp_path, {"a.txt": line.format("Hikers", 1), "b.txt": line.format("Cooks", 2)})
    with pytest.raises(UnreadableChatError, match=r"holds 2 chats: Hikers \(1\), Cooks \(1\)"):
        read_chat(folder)
    assert read_chat(folder, chat="Cooks").messages["text"].to_list() == ["hi 2"]
    assert len(read_chat(folder, chat="all").messages) == 2
    with pytest.raises(UsageError, match="no chat 'Bakers'"):
        read_chat(folder, chat="Bakers")


def test_all_chats_of_a_file_are_one_with_ids_of_their_own(tmp_path: Path) -> None:
    message = {"type": "message", "user": "U1", "text": "hi", "ts": "1704164400.000100"}
    folder = write(
        tmp_path,
        {
            "users.json": [{"id": "U1", "team_id": "T", "profile": {"display_name": "Ann"}}],
            "general/2024-01-02.json": [message],
            "random/2024-01-02.json": [message],
        },
    )
    chat = read_chat(folder, chat="all")
    assert chat.messages["id"].to_list() == ["general/1704164400.000100", "random/1704164400.000100"]


def test_strict_refuses_a_file_of_which_a_line_is_dropped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "chat.txt").write_text("what is this?\n" + WHATSAPP, encoding="utf-8")
    assert run(["audit", str(tmp_path / "chat.txt"), "--strict", "--no-save"]) == ExitCode.UNREADABLE
    said = " ".join(capsys.readouterr().err.split())
    assert "chat.txt: 1 of 6 lines could not be read, the first is chat.txt:1: what is this?" in said


def test_strict_refuses_bytes_that_are_no_characters() -> None:
    content = (WHATSAPP * 9).encode().replace("你好".encode(), b"\xff", 1)
    with pytest.raises(UnreadableChatError, match="1 characters are not valid utf-8"):
        read_bytes(content, strict=True)


def test_strict_reads_what_is_whole() -> None:
    assert read_bytes(WHATSAPP.encode(), strict=True).reports[0].dropped == 0


@pytest.mark.parametrize(("ends", "said"), [("\n", "LF"), ("\r\n", "CRLF"), ("\r", "CR")])
def test_line_ends_are_said(ends: str, said: str) -> None:
    assert read_bytes(WHATSAPP.replace("\n", ends).encode()).reports[0].newline == said


def test_mixed_line_ends_are_said() -> None:
    assert read_bytes(WHATSAPP.replace("\n", "\r\n", 2).encode()).reports[0].newline == "mixed"


def test_a_clock_that_was_put_back_is_said_and_a_late_message_is_not() -> None:
    times = ("10:00", "10:20", "10:10", "09:15", "09:30")
    report = read_bytes("".join(f"29/01/2024, {time} - Ann: hi\n" for time in times).encode()).reports[0]
    assert report.clock_changes == 1
    assert (report.clock_examples[0].line, str(report.clock_examples[0].before)) == (4, "2024-01-29 10:10:00")


def test_a_log_that_begins_with_the_newest_is_no_row_of_changes() -> None:
    times = ("12:00", "11:00", "11:40", "10:00", "09:00")
    report = read_bytes("".join(f"29/01/2024, {time} - Ann: hi\n" for time in times).encode()).reports[0]
    assert (report.clock_changes, report.clock_examples[0].line) == (1, 2)
