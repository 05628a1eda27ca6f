"""WhatsApp's exports from regions with digits, words and calendars of their own, and in languages of all of them."""

import datetime as dt

import pytest

from groupctl.chatlog.whatsapp_regions import made_plain
from tests.chatlog.readers.reading import column, read, times


@pytest.mark.parametrize(
    "header",
    [
        "[١٨/٣/٢٠٢٢، ٢:٥٦:٠٠ م] ",
        "[\u200f18\u200f/3\u200f/2022، 2:56:00 م] ",
        "١٨\u200f/٣\u200f/٢٠٢٢، ٢:٥٦ م - ",
        "۱۸/۳/۲۰۲۲، ۱۴:۵۶ - ",
        "2022/3/18, 2:56 ب.ظ. - ",
        "১৮/৩/২২, ২:৫৬ PM - ",
        "18/3/2565 14:56 - ",
        "[18/3/2565 BE, 14:56:00] ",
        "[R4/03/18 14:56:00] ",
        "[3/18/R4, 14:56:00] ",
        "2022년 3월 18일 오후 2:56 - ",
        "2022年3月18日 下午2:56 - ",
        "18.03.22 г., 14:56 ч. - ",
        "14:56, 18/03/2022 - ",
        "2:56 CH, 18/03/2022 - ",
        "[14:56:00, 18/3/2022] ",
        "18/03/2022 à 14:56 - ",
        "18/3/22, 2:56 μ.μ. - ",
        "18/03/2022, 2:56 PTG - ",
        "\u200f18.3.2022, 2:56 אחה״צ - ",
        "18.03.2022 ÖS 2:56 - ",
        "18 Mar 2022 14:56 - ",
        "March 18, 2022, 2:56 PM - ",
        "18.03.22 14:56:00: ",
        "3/18/22, 2:56:00 PM: ",
        "[18/03/2022, 14:56:00] - ",
        "18/03/2022, 14:56 GMT+8 - ",
    ],
)
def test_a_header_is_read_whatever_its_digits_words_and_calendar(header: str) -> None:
    chat = read(f"{header}Ann: one\nmore\n{header}Bob: two: 3\n", "whatsapp")
    assert column(chat, "name") == ["Ann", "Bob"]
    assert column(chat, "text") == ["one\nmore", "two: 3"]
    assert times(chat)[0] == "2022-03-18 14:56:00"


def test_the_order_of_day_and_month_is_read_off_foreign_digits_too() -> None:
    chat = read("٣/١٨/٢٠٢٢، ٢:٥٦ م - Ann: a\n٣/١٩/٢٠٢٢، ٢:٥٦ ص - Bob: b\n", "whatsapp")
    assert (times(chat), chat.reports[0].date_order) == (["2022-03-18 14:56:00", "2022-03-19 02:56:00"], "mdy")


@pytest.mark.parametrize(
    "line", ["12:30 - lunch: at the bridge", "R4/03/18 is a date", "18/3/3565 14:56 - Ann: hi", ""]
)
def test_what_is_no_header_stays_as_it_is(line: str) -> None:
    assert made_plain(line.encode()).decode() == line


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<Multimedia omitido>", "other"),
        ("<Arquivo de mídia oculto>", "other"),
        ("<Médias omis>", "other"),
        ("<Без медиафайлов>", "other"),
        ("<Medya dahil edilmedi>", "other"),
        ("<تم استبعاد الوسائط>", "other"),
        ("\u200eimagen omitida", "image"),
        ("\u200fلم يتم إدراج الصورة", "image"),
        ("\u200eáudio ocultado", "voice"),
        ("\u200efigurinha omitida", "sticker"),
        ("\u200eдокумент отсутствует", "file"),
        ("Plan.pdf • 2 pages \u200edocument omitted", "file"),
        ("Eliminaste este mensaje.", "deleted"),
        ("Mensagem apagada", "deleted"),
        ("このメッセージは削除されました。", "deleted"),
        ("IMG-20240101-WA0001.jpg (archivo adjunto)", "image"),
        ("\u200e<adjunto: 00000002-VIDEO.mp4>", "video"),
        ("POLL:\nTea or coffee?\nOPTION: Tea (1 vote)\nOPTION: Coffee (2 votes)", "poll"),
        ("location: https://maps.google.com/?q=1.5,-2.5", "location"),
        ("\u200eLocation: https://maps.google.com/?q=1.5,-2.5", "location"),
        ("a poll: who comes?", "text"),
    ],
)
def test_what_stands_in_place_of_a_message_is_known_in_many_languages(text: str, kind: str) -> None:
    chat = read(f"13.08.24, 21:00 - Ann: hi\n13.08.24, 21:01 - Ann: {text}\n", "whatsapp")
    assert column(chat, "kind") == ["text", kind]


@pytest.mark.parametrize("text", ["see you <This message was edited>", "see you \u200e<Mensagem editada>"])
def test_the_note_that_a_text_was_edited_is_no_part_of_it(text: str) -> None:
    chat = read(f"13.08.24, 21:00 - Ann: a <b>\n13.08.24, 21:01 - Ann: {text}\n", "whatsapp")
    assert column(chat, "text") == ["a <b>", "see you"]


@pytest.mark.parametrize(
    ("line", "kind", "by", "members"),
    [
        ("Ann añadió a Bob", "join", "Ann", ["Bob"]),
        ("Bob se unió usando el enlace de invitación de este grupo.", "join", "Bob", ["Bob"]),
        ("Bob salió del grupo", "leave", "Bob", ["Bob"]),
        ("Bob entrou usando o link de convite deste grupo", "join", "Bob", ["Bob"]),
        ("Bob saiu", "leave", "Bob", ["Bob"]),
        ("Ann removeu Bob", "kick", "Ann", ["Bob"]),
        ("Ann a ajouté Bob", "join", "Ann", ["Bob"]),
        ("Bob a quitté le groupe", "leave", "Bob", ["Bob"]),
        ("Ann ha rimosso Bob", "kick", "Ann", ["Bob"]),
        ("Ann heeft Bob toegevoegd", "join", "Ann", ["Bob"]),
        ("Ann добавил(-а) Bob", "join", "Ann", ["Bob"]),
        ("Ann, Bob kişisini ekledi", "join", "Ann", ["Bob"]),
        ("Bob bergabung menggunakan tautan undangan grup ini", "join", "Bob", ["Bob"]),
        ("قام Ann بإضافة Bob", "join", "Ann", ["Bob"]),
        ("AnnがBobを追加しました", "join", "Ann", ["Bob"]),
        ("Ann님이 Bob님을 내보냈습니다.", "kick", "Ann", ["Bob"]),
        ("Bob ออกจากกลุ่ม", "leave", "Bob", ["Bob"]),
    ],
)
def test_who_came_and_went_is_told_in_many_languages(line: str, kind: str, by: str, members: list[str]) -> None:
    chat = read(f"13.08.24, 21:00 - {line}\n13.08.24, 21:01 - Zoe: hi\n", "whatsapp")
    assert (column(chat, "kind")[0], column(chat, "sender")[0], column(chat, "members")[0]) == (kind, by, members)


def test_a_line_that_is_understood_in_no_language_is_the_platforms() -> None:
    text = "".join(f"13.08.24, 21:0{n} - Ann añadió a Bob{n}\n" for n in range(9)) + "13.08.24, 21:10 - Ann hizo algo\n"
    assert column(read(text, "whatsapp"), "kind")[-1] == "system"


def test_a_japanese_era_in_a_small_letter_is_an_era_too() -> None:
    chat = read("[r5/3/18, 14:56:00] Ann: hi\n[r5/3/18, 14:57:00] Bob: ho\n", "whatsapp")
    assert column(chat, "local")[0] == dt.datetime(2023, 3, 18, 14, 56)
