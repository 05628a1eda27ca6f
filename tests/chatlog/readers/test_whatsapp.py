"""WhatsApp's "Export chat", from Android phones and iPhones of many regions."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groupctl.chatlog import read_chat
from tests.chatlog.readers.reading import column, read, times

ANDROID = """1/29/24, 12:24 PM - Messages and calls are end-to-end encrypted. No one outside of this chat can read them.
1/29/24, 12:24 PM - Alice created group "Lenses"
1/29/24, 12:24 PM - You added Mallory
1/29/24, 12:25 PM - Alice: Hello all
a second line

and a fourth
1/29/24, 12:26 PM - Bob: <Media omitted>
"""
IOS = """[04.01.18, 11:54:34] Lenses: \u200eMessages and calls are end-to-end encrypted. No one outside can read them.
[04.01.18, 11:54:34] Lenses: \u200eBoris added you
[04.01.18, 11:55:00] John Doe: Hello
second line
\u200e[14.01.18, 21:00:10] John Doe: \u200eimage omitted
"""


def said(header: str) -> tuple[str, object, object]:
    """Return when, who and what of a single header with a text behind it."""
    chat = read(header + "\n", "whatsapp")
    assert len(chat.messages) == 1
    return times(chat)[0], column(chat, "name")[0], column(chat, "text")[0]


def test_android_writes_a_dash_behind_date_and_time() -> None:
    chat = read(ANDROID, "whatsapp")
    assert column(chat, "kind") == ["system", "system", "join", "text", "other"]
    assert column(chat, "sender") == [None, "Alice", "You", "Alice", "Bob"]
    assert column(chat, "text")[3] == "Hello all\na second line\n\nand a fourth"
    assert times(chat)[3] == "2024-01-29 12:25:00"
    assert column(chat, "line") == [1, 2, 3, 4, 8]


def test_what_android_wrote_is_reported() -> None:
    report = read(ANDROID, "whatsapp").reports[0]
    assert (report.lines, report.matched, report.folded, report.folded_into) == (8, 5, 3, 1)
    assert (report.messages, report.system) == (2, 3)
    assert (report.dialect, report.date_order, report.encoding) == ("Android, en, 12 h", "mdy", "utf-8")


def test_ios_puts_date_and_time_into_brackets() -> None:
    chat = read(IOS, "whatsapp")
    assert times(chat)[-1] == "2018-01-14 21:00:10"
    assert column(chat, "text")[2] == "Hello\nsecond line"
    assert chat.reports[0].dialect == "iOS, en, 24 h"


def test_ios_puts_its_own_lines_into_the_mouth_of_the_group() -> None:
    chat = read(IOS, "whatsapp")
    assert column(chat, "kind") == ["system", "join", "text", "image"]
    assert column(chat, "sender") == [None, "Boris", "John Doe", "John Doe"]
    assert column(chat, "members")[1] == ["you"]


@pytest.mark.parametrize(
    ("header", "moment"),
    [
        ("13.6.2018 klo 21.25.15 - a: m", "2018-06-13 21:25:15"),
        ("26/01/2020, 4:19 pm - a: m", "2020-01-26 16:19:00"),
        ("26/01/2020, 4:19\u202fPM - a: m", "2020-01-26 16:19:00"),
        ("26/01/2020, 4:19\u00a0p.\u00a0m. - a: m", "2020-01-26 16:19:00"),
        ("26/01/2020, 12:19 a.m. - a: m", "2020-01-26 00:19:00"),
        ("26/1/20 12:19 p. m. - a: m", "2020-01-26 12:19:00"),
        ("13/01/2024 03:04 下午 - a: m", "2024-01-13 15:04:00"),
        ("2024/1/5 下午3:04 - a: m", "2024-01-05 15:04:00"),
        ("[2024/1/5 下午3:34:05] a: m", "2024-01-05 15:34:05"),
        ("[2024/1/5 上午12:34:05] a: m", "2024-01-05 00:34:05"),
        ("[2024/1/5 中午12:34:05] a: m", "2024-01-05 12:34:05"),
        ("[14.08.2024, 21:00:10] a: m", "2024-08-14 21:00:10"),
        ("\u200e[14.08.24, 9:00:10] a: m", "2024-08-14 09:00:10"),
        ("[14/08/2024, 9:00:10\u202fPM] a: m", "2024-08-14 21:00:10"),
        ("14.08.24, 09:00 – a: m", "2024-08-14 09:00:00"),
        ("2024-08-14, 9:00 - a: m", "2024-08-14 09:00:00"),
        ("14. 8. 2024 9:00 - a: m", "2024-08-14 09:00:00"),
        ("14.08.24 um 09:00 - a: m", "2024-08-14 09:00:00"),
    ],
)
def test_every_region_writes_date_and_time_its_own_way(header: str, moment: str) -> None:
    assert said(header) == (moment, "a", "m")


def test_an_unpadded_hour_is_a_header_too() -> None:
    chat = read("[14.08.24, 21:00:10] Ann: late\n[15.08.24, 9:00:10] Bob: early\n", "whatsapp")
    assert column(chat, "text") == ["late", "early"]


def test_a_byte_order_mark_in_mid_file_hides_no_header() -> None:
    chat = read("\ufeff13.08.24, 21:00 - Ann: one\n\ufeff14.08.24, 21:00 - Bob: two\n", "whatsapp")
    assert column(chat, "name") == ["Ann", "Bob"]


def test_an_empty_body_is_a_full_stop_right_behind_the_colon() -> None:
    chat = read("13.08.24, 21:00 - Ann:.\n13.08.24, 21:01 - Bob: hi\n13.08.24, 21:02 - Ann:\n", "whatsapp")
    assert column(chat, "name") == ["Ann", "Bob", "Ann"]
    assert column(chat, "text") == ["", "hi", ""]


@pytest.mark.parametrize(
    "name",
    ["Ann [Berlin]", "王小明（摄影）", "🦊 Fox", "+49 170 0000001", "Ann - Bob", "a:b", "O'Neil, Pat (Work)", "x] y"],
)
def test_names_hold_brackets_emoji_and_colons(name: str) -> None:
    assert said(f"13.08.24, 21:00 - {name}: text: more") == ("2024-08-13 21:00:00", name, "text: more")
    assert said(f"[13.08.24, 21:00:00] {name}: text: more") == ("2024-08-13 21:00:00", name, "text: more")


@pytest.mark.parametrize("written", ["~ Ann", "~\u202fAnn", "~Ann", "\u202aAnn\u202c", "\u200eAnn"])
def test_a_member_has_one_name_however_the_export_marks_it(written: str) -> None:
    chat = read(f"[13.08.24, 21:00:00] Ann: a\n[13.08.24, 21:01:00] {written}: b\n", "whatsapp")
    assert column(chat, "sender") == ["Ann", "Ann"]


def test_a_colon_in_the_groups_quoted_name_makes_no_member() -> None:
    chat = read('13.08.24, 21:00 - Ann created group "Photo: Lenses"\n13.08.24, 21:01 - Ann: hi\n', "whatsapp")
    assert column(chat, "sender") == ["Ann", "Ann"]
    assert column(chat, "kind") == ["system", "text"]
    assert column(chat, "text")[0] == 'Ann created group "Photo: Lenses"'


@pytest.mark.parametrize(
    ("line", "kind", "by", "members"),
    [
        ("+49 170 0000001 joined using this group's invite link", "join", "+49 170 0000001", ["+49 170 0000001"]),
        ("+49 170 0000001 joined using this group’s invite link", "join", "+49 170 0000001", ["+49 170 0000001"]),
        ("Ann added Bob, Cid and Dora", "join", "Ann", ["Bob", "Cid", "Dora"]),
        ("Ann added Pat (Work, Home) and Bob", "join", "Ann", ["Pat (Work, Home)", "Bob"]),
        ("Bob left", "leave", "Bob", ["Bob"]),
        ("Ann removed Bob", "kick", "Ann", ["Bob"]),
        ("Bob changed to +49 170 0000001", "rename", "+49 170 0000001", ["Bob", "+49 170 0000001"]),
        ("Ann hat Bob hinzugefügt.", "join", "Ann", ["Bob"]),
        ("Bob hat die Gruppe verlassen.", "leave", "Bob", ["Bob"]),
        ("Ann hat Bob entfernt.", "kick", "Ann", ["Bob"]),
        ("小林添加了小陈", "join", "小林", ["小陈"]),
        ("小陈退出了群组", "leave", "小陈", ["小陈"]),
        ("小林移除了小陈", "kick", "小林", ["小陈"]),
        ("小陳使用此群組的邀請連結加入", "join", "小陳", ["小陳"]),
    ],
)
def test_what_whatsapp_reports_is_an_event(line: str, kind: str, by: str, members: list[str]) -> None:
    chat = read(f"13.08.24, 21:00 - {line}\n13.08.24, 21:01 - Ann: hi\n", "whatsapp")
    assert column(chat, "kind") == [kind, "text"]
    assert (column(chat, "sender")[0], column(chat, "members")[0]) == (by, members)
    assert (chat.reports[0].messages, chat.reports[0].system) == (1, 1)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<Media omitted>", "other"),
        ("<Medien ausgeschlossen>", "other"),
        ("<省略多媒体文件>", "other"),
        ("‹省略多媒体文件>", "other"),
        ("<略過多媒體檔>", "other"),
        ("\u200eimage omitted", "image"),
        ("\u200eSticker weggelassen", "sticker"),
        ("\u200e音频已忽略", "voice"),
        ("IMG-20240813-WA0001.jpg (file attached)", "image"),
        ("\u200eVID-20240813-WA0001.mp4 (file attached)\nlook", "video"),
        ("PTT-20240813-WA0001.opus (Datei angehängt)", "voice"),
        ("STK-20240813-WA0001.webp (文件附件)", "sticker"),
        ("会议纪要.pdf（附件）", "file"),
        ("\u200e<attached: 00000012-PHOTO-2024-08-13-21-00-00.jpg>", "image"),
        ("\u200e<Anhang: 00000012-VIDEO-2024-08-13-21-00-00.mp4>", "video"),
        ("\u200e<附件：00000012-AUDIO-2024-08-13-21-00-00.opus>", "voice"),
        ("Bob.vcf (file attached)", "contact"),
        ("no image omitted here", "text"),
        ("(as I said)", "text"),
    ],
)
def test_media_stand_as_words_or_files(text: str, kind: str) -> None:
    filler = "".join(f"13.08.24, 21:00 - Bob: {n}\n" for n in range(60))
    assert column(read(f"{filler}13.08.24, 21:01 - Ann: {text}\n", "whatsapp"), "kind")[-1] == kind


@pytest.mark.parametrize(
    "text",
    [
        "This message was deleted",
        "\u200eYou deleted this message.",
        "Diese Nachricht wurde gelöscht.",
        "此訊息已刪除",
        "此消息已删除",
    ],
)
def test_a_deleted_message_was_still_sent_by_somebody(text: str) -> None:
    chat = read(f"13.08.24, 21:00 - Ann: {text}\n", "whatsapp")
    assert (column(chat, "kind"), column(chat, "sender")) == (["deleted"], ["Ann"])
    assert (chat.reports[0].messages, chat.reports[0].system) == (1, 0)


def test_a_message_that_has_lost_its_sender_is_a_message_and_is_said() -> None:
    known = "".join(f"13.08.24, 21:0{n} - Ann added Bob\n" for n in range(8))
    chat = read(f"{known}13.08.24, 21:09 - who took my umbrella\n", "whatsapp")
    assert (column(chat, "kind")[-1], column(chat, "sender")[-1]) == ("other", None)
    assert chat.reports[0].notes == ("1 message has lost its sender in the export (line 9)",)


def test_a_member_who_writes_what_whatsapp_writes_remains_a_member() -> None:
    filler = "".join(f"13.08.24, 21:00 - Bob: {n}\n" for n in range(60))
    chat = read(f"{filler}13.08.24, 21:01 - Ann: Bob left\n", "whatsapp")
    assert (column(chat, "kind")[-1], column(chat, "sender")[-1]) == ("text", "Ann")


def test_a_number_above_twelve_tells_the_order_of_day_and_month() -> None:
    chat = read("03/04/24, 9:00 - Ann: a\n13/04/24, 9:00 - Ann: b\n", "whatsapp")
    assert times(chat)[0] == "2024-04-03 09:00:00"
    assert (chat.reports[0].date_order, chat.reports[0].date_order_ambiguous) == ("dmy", False)


def test_the_order_in_which_time_runs_forward_is_right() -> None:
    chat = read("1/2/24, 9:00 - Ann: a\n1/5/24, 9:00 - Ann: b\n2/1/24, 9:00 - Ann: c\n", "whatsapp")
    assert times(chat) == ["2024-01-02 09:00:00", "2024-01-05 09:00:00", "2024-02-01 09:00:00"]
    assert (chat.reports[0].date_order, chat.reports[0].date_order_ambiguous) == ("mdy", False)


def test_where_nothing_tells_the_order_both_spans_are_reported() -> None:
    report = read("03/04/2024, 09:00 - Ann: a\n04/05/2024, 09:00 - Ann: b\n", "whatsapp").reports[0]
    assert (report.date_order, report.date_order_ambiguous) == ("dmy", True)
    assert [str(day)[:10] for day in (report.first, report.last)] == ["2024-04-03", "2024-05-04"]
    assert report.other_span
    assert [str(day)[:10] for day in report.other_span] == ["2024-03-04", "2024-04-05"]


def test_twelve_hours_and_short_years_speak_for_the_month_in_front() -> None:
    report = read("3/4/24, 9:00 AM - Ann: a\n", "whatsapp").reports[0]
    assert (report.date_order, report.date_order_ambiguous) == ("mdy", True)
    assert str(report.first) == "2024-03-04 09:00:00"


def test_the_same_day_in_both_orders_is_not_ambiguous() -> None:
    assert not read("04/04/2024, 09:00 - Ann: a\n", "whatsapp").reports[0].date_order_ambiguous


def test_a_quoted_header_of_another_chat_stays_inside_its_message() -> None:
    quoted = "[02/01/2019, 9:00:00 PM] Zoe: old news\n"
    lines = "".join(f"13.08.24, 21:0{n} - Ann: line {n}\n" for n in range(5))
    chat = read(f"{lines}{quoted}13.08.24, 21:07 - Bob: ah\n", "whatsapp")
    assert column(chat, "text")[4:] == ["line 4\n[02/01/2019, 9:00:00 PM] Zoe: old news", "ah"]
    assert chat.reports[0].folded == 1


def test_a_line_whose_numbers_are_no_date_is_no_header() -> None:
    chat = read("13.08.24, 21:00 - Ann: see\n45.78.24, 21:00 - Bob: no\n13.08.24, 25:61 - Cid: no\n", "whatsapp")
    assert column(chat, "name") == ["Ann"]
    assert chat.reports[0].folded == 2


def test_lines_before_the_first_header_are_dropped_counted_and_quoted() -> None:
    report = read("half a sentence\n\n" + ANDROID, "whatsapp").reports[0]
    assert (report.dropped, report.structural) == (1, 1)
    assert (report.dropped_examples[0].line, report.dropped_examples[0].text) == (1, "half a sentence")


def test_the_zip_is_read_as_the_phone_sends_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "chat.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_chat.txt", IOS)
        archive.writestr("note.txt", "a file that somebody sent")
        archive.writestr("00000012-PHOTO.jpg", b"\xff\xd8")
    chat = read_chat(tmp_path / "chat.zip")
    assert column(chat, "name")[-1] == "John Doe"
    assert chat.sources == ("chat.zip/_chat.txt",)


SIGNS = st.characters(
    blacklist_categories=("Cc", "Cs", "Zl", "Zp"), blacklist_characters="\u200e\u200f\u202a\u202c\ufeff"
)
NAMES = st.sampled_from(["Ann", "王小明", "🦊 Fox", "Ann (Work)", "+49 170 0000001", "a:b", "x]y"])
LINES = st.text(SIGNS).map(str.strip)
TEXTS = st.lists(LINES, min_size=1, max_size=4).map(lambda lines: "x" + "\n".join(lines) + "x")


@settings(max_examples=25)
@given(st.lists(st.tuples(NAMES, TEXTS), min_size=1, max_size=8), st.booleans())
def test_what_was_written_is_read(messages: list[tuple[str, str]], ios: bool) -> None:
    heads = [f"13.08.24, 21:{n:02}" for n in range(len(messages))]
    heads = [f"[{head}:00] " if ios else f"{head} - " for head in heads]
    chat = read(
        "".join(f"{head}{name}: {text}\n" for head, (name, text) in zip(heads, messages, strict=True)), "whatsapp"
    )
    assert list(zip(column(chat, "name"), column(chat, "text"), strict=True)) == messages


def test_a_mark_may_stand_right_behind_the_colon() -> None:
    chat = read("[14.08.24, 21:00:10] Ann:\u200eimage omitted\n[14.08.24, 21:00:11] Ann: hi\n", "whatsapp")
    assert list(zip(column(chat, "name"), column(chat, "kind"), strict=True)) == [("Ann", "image"), ("Ann", "text")]


def test_an_empty_name_is_a_lost_sender() -> None:
    chat = read("13.08.24, 21:00 - Ann: hi\n13.08.24, 21:01 - : who am I\n", "whatsapp")
    assert (column(chat, "sender"), chat.reports[0].messages) == (["Ann", None], 2)


@pytest.mark.parametrize("line", ["Ο Μπόρις πρόσθεσε εσάς", "Boris amekuongeza kwenye kikundi"])
def test_the_group_is_no_member_in_a_language_unknown(line: str) -> None:
    text = f"[14.08.24, 21:00:10] My Group: \u200e{line}\n[14.08.24, 21:00:11] Ann: hi\n"
    chat = read(text, "whatsapp")
    assert (column(chat, "sender"), column(chat, "kind")) == ([None, "Ann"], ["system", "text"])
    assert chat.title == "My Group"


def test_the_other_person_is_not_the_group() -> None:
    text = "[14.08.24, 21:00:10] Ann: \u200eMessages and calls are end-to-end encrypted. No one can read them.\n"
    chat = read(f"{text}[14.08.24, 21:00:11] Ann: hi\n", "whatsapp")
    assert (column(chat, "sender"), column(chat, "kind"), chat.title) == ([None, "Ann"], ["system", "text"], "")


@pytest.mark.parametrize(
    "file",
    [
        "WhatsApp Chat with 镜头.txt",
        "WhatsApp Chat - 镜头.txt",
        "WhatsApp Chat mit 镜头.txt",
        "与镜头的 WhatsApp 聊天.txt",
        "與镜头的WhatsApp對話.txt",
    ],
)
def test_the_files_name_tells_the_groups(file: str) -> None:
    assert read("13.08.24, 21:00 - Ann: hi\n", "whatsapp", file=file).title == "镜头"


def test_seconds_somewhere_change_nothing_elsewhere() -> None:
    text = "13.08.24, 21:01 - Ann: hi\n13.08.24, 21:021 - Ann: no header\n"
    alone = column(read(text, "whatsapp"), "text")
    assert column(read(f"{text}13.08.24, 21:02:03 - Ann: ho\n", "whatsapp"), "text") == [*alone, "ho"]


def test_who_joined_has_the_name_that_the_member_speaks_under() -> None:
    text = "13.08.24, 21:00 - ~\u202fAnn joined using this group's invite link\n13.08.24, 21:01 - ~\u202fAnn: hi\n"
    chat = read(text, "whatsapp")
    assert (column(chat, "members"), column(chat, "sender")) == ([["Ann"], None], ["Ann", "Ann"])


def test_who_changes_the_number_stays_the_same_member() -> None:
    chat = read("13.08.24, 21:00 - Ann changed to +49 170 1234567\n13.08.24, 21:01 - Ann: hi\n", "whatsapp")
    assert column(chat, "kind") == ["rename", "text"]
    assert column(chat, "sender") == ["+49 170 1234567", "+49 170 1234567"]
    assert column(chat, "name") == ["Ann", "Ann"]
    assert column(chat, "members")[0] == ["Ann", "+49 170 1234567"]
