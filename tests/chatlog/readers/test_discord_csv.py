"""DiscordChatExporter's CSV, old and new."""

from pathlib import Path

from tests.chatlog.readers.written import read, rows

OLD = "AuthorID;Author;Date;Content;Attachments;Reactions;\n"
NEW = "AuthorID,Author,Date,Content,Attachments,Reactions\n"


def test_old_files_have_semicolons_and_local_times(tmp_path: Path) -> None:
    text = (
        OLD
        + '"1";"Ann#0001";"07-Jul-18 09:47 PM";"say ""hi""\nto all";"";"";\n'
        + '"2";"Bob#0002";"08-Jul-18 12:01 AM";"ok";"";"";\n'
    )
    chat = read(tmp_path, text, "discord_csv", "chat.csv")
    assert [tuple(map(str, row)) for row in rows(chat, "at", "local", "sender", "name", "text", "line")] == [
        ("None", "2018-07-07 21:47:00", "1", "Ann#0001", 'say "hi"\nto all', "2"),
        ("None", "2018-07-08 00:01:00", "2", "Bob#0002", "ok", "4"),
    ]


def test_new_files_have_commas_and_moments(tmp_path: Path) -> None:
    chat = read(tmp_path, NEW + '1,ann,2024-01-02T03:04:05.6780000+08:00,hi,,"👍 (2)"\n', "discord_csv", "chat.csv")
    assert [tuple(map(str, row)) for row in rows(chat, "at", "text")] == [("2024-01-01 19:04:05.678000+00:00", "hi")]


def test_attachments_without_text_are_media(tmp_path: Path) -> None:
    chat = read(
        tmp_path, NEW + "1,ann,2024-01-02T03:04:05Z,,https://cdn.example/7/a.PNG?x=1,\n", "discord_csv", "chat.csv"
    )
    assert rows(chat, "kind") == [("image",)]


def test_days_and_months_are_told_apart_by_the_whole_file(tmp_path: Path) -> None:
    text = OLD + "".join(f'"1";"ann";"{day}/02/2024 10:00";"hi";"";"";\n' for day in ("03", "13"))
    assert [row[0].month for row in rows(read(tmp_path, text, "discord_csv", "chat.csv"), "local")] == [2, 2]


def test_what_does_not_tell_day_from_month_is_said(tmp_path: Path) -> None:
    report = read(tmp_path, OLD + '"1";"ann";"03/02/2024 10:00";"hi";"";"";\n', "discord_csv", "chat.csv").reports[0]
    assert report.date_order_ambiguous


def test_rows_of_another_width_are_dropped_and_quoted(tmp_path: Path) -> None:
    report = read(tmp_path, NEW + "1,ann,2024-01-02T03:04:05Z,hi,,\n1,ann\n", "discord_csv", "chat.csv").reports[0]
    assert (report.messages, report.dropped, report.dropped_examples[0].line) == (1, 1, 3)


def test_reactions_are_counted(tmp_path: Path) -> None:
    cells = ("👍 (2),🎉 (11)", "", "odd", "party_hat (1)", "👍 (99999999999999)")
    text = NEW + "".join(f'1,ann,2024-01-02T03:04:05Z,hi,,"{cell}"\n' for cell in cells)
    chat = read(tmp_path, text, "discord_csv", "chat.csv")
    assert chat.messages["reactions"].to_list() == [13, 0, None, 1, None]
    without = "AuthorID,Author,Date,Content\n1,ann,2024-01-02T03:04:05Z,hi\n"
    assert read(tmp_path, without, "discord_csv", "chat.csv").messages["reactions"].to_list() == [None]
