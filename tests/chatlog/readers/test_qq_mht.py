"""QQ's own export as a web page."""

from pathlib import Path

from tests.chatlog.readers.written import read, rows

TOP = """From: <Save by Tencent MsgMgr>
Subject: Tencent IM Message
Content-Type:multipart/related;
\tboundary="----=_NextPart_1"

------=_NextPart_1
Content-Type: text/html

<html><head><title>QQ Message</title></head><body><table>"""
END = "</table></body></html>\r\n------=_NextPart_1\r\nContent-Type:image/jpeg\r\n\r\n" + "QUJD" * 30 + "\r\n"


def heading(text: str) -> str:
    """Return a row that is no message."""
    return f"<tr><td><div style=padding-left:10px;>{text}</div></td></tr>"


def day(date: str) -> str:
    """Return a row that tells the day."""
    return f"<tr><td style=padding-left:10px;>日期: {date}</td></tr>"


def message(name: str, time: str, text: str) -> str:
    """Return a row with a message."""
    return (
        "<tr><td><div style=color:#42B475;padding-left:10px;><div style=float:left;margin-right:6px;>"
        f"{name}</div>{time}</div><div style=padding-left:20px;><font color='000000'>{text}</font></div></td></tr>\r\n"
    )


def test_names_numbers_days_and_texts_are_read(tmp_path: Path) -> None:
    page = TOP + heading("消息分组:我的QQ群") + heading("消息对象:镜头交流") + day("2024-01-02")
    page += message("【管理员】小林(10001)", "3:04:05", 'a &lt;b&gt;<br>第二行 <IMG src="{A}.dat">')
    page += message("小王&lt;wang@example.com&gt;", "13:05:00", '<IMG src="{B}.dat">')
    page += day("2024-01-03") + message("系统消息(1000000)", "0:00:01", "小陈加入本群。") + END
    chat = read(tmp_path, page, "qq_mht", "chat.mht")
    assert rows(chat, "sender", "name", "role", "kind", "text") == [
        ("10001", "小林", "admin", "text", "a <b>\n第二行 [图片]"),
        ("wang@example.com", "小王", None, "image", "[图片]"),
        ("小陈", "小陈", None, "join", "小陈加入本群。"),
    ]
    assert [str(local) for local in chat.messages["local"]] == [
        "2024-01-02 03:04:05",
        "2024-01-02 13:05:00",
        "2024-01-03 00:00:01",
    ]
    assert (chat.title, chat.reports[0].structural, chat.reports[0].dropped) == ("镜头交流", 4, 0)


def test_several_chats_in_one_page_are_told_apart(tmp_path: Path) -> None:
    page = TOP + heading("消息对象:一") + day("2024-01-02") + message("Ann(10001)", "3:04:05", "a")
    page += heading("消息对象:二") + day("2024-01-02") + message("Bob(10002)", "3:04:06", "b") + END
    assert rows(read(tmp_path, page, "qq_mht", "chat.mht", chat="二"), "text") == [("b",)]


def test_a_message_before_any_day_is_dropped_and_counted(tmp_path: Path) -> None:
    page = TOP + message("Ann(10001)", "3:04:05", "a") + day("2024-01-02") + message("Ann(10001)", "3:04:06", "b") + END
    report = read(tmp_path, page, "qq_mht", "chat.mht").reports[0]
    assert (report.dropped, report.matched) == (1, 1)


def test_a_day_that_no_chat_is_from_is_dropped_and_counted(tmp_path: Path) -> None:
    page = TOP + day("0000-01-02") + message("小林(10001)", "3:04:05", "早") * 2
    page += day("2024-01-02") + message("小林(10001)", "3:04:05", "晚") + END
    chat = read(tmp_path, page, "qq_mht", "chat.mht")
    assert rows(chat, "text") == [("晚",)]
    assert chat.reports[0].dropped == 2


def test_what_stands_behind_the_page_is_no_message(tmp_path: Path) -> None:
    page = TOP + day("2024-01-02") + message("小林(10001)", "3:04:05", "早") + END
    assert len(read(tmp_path, page + message("小林(10001)", "4:04:05", "又"), "qq_mht", "chat.mht").messages) == 1
