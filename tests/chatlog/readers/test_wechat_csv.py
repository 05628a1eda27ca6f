"""WeChat chats of third-party programs, as CSV."""

from pathlib import Path

import pytest

from groupctl.chatlog import read_chat
from groupctl.errors import UnreadableChatError
from tests.chatlog.readers.written import read, rows, write

FIRST = "\ufefflocalId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender\n"


def test_the_first_form_has_moments_and_wall_clock(tmp_path: Path) -> None:
    chat = read(
        tmp_path,
        FIRST + '1,7,1,0,0,1704164645,,"早\n啊",2024-01-02 11:04:05,老安,Ann,wxid_a\n',
        "wechat_csv",
        "chat.csv",
    )
    assert [tuple(map(str, row)) for row in rows(chat, "at", "local", "sender", "name", "text", "line")] == [
        ("2024-01-02 03:04:05+00:00", "2024-01-02 11:04:05", "wxid_a", "老安", "早\n啊", "2")
    ]


def test_notices_are_events_and_shared_things_their_titles(tmp_path: Path) -> None:
    text = FIRST + "1,7,1,0,0,1704164645,,hi,2024-01-02 11:04:05,,Ann,wxid_a\n"
    text += '2,7,10000,0,0,1704164700,,"""Ann""邀请""小明""加入了群聊",2024-01-02 11:05:00,,,\n'
    text += "3,7,49,6,0,1704164700,,<msg><title>计划.pdf</title></msg>,2024-01-02 11:05:00,,Ann,wxid_a\n"
    found = rows(read(tmp_path, text, "wechat_csv", "chat.csv"), "kind", "sender", "members", "text")
    assert found[1:] == [
        ("join", "wxid_a", ["小明"], '"Ann"邀请"小明"加入了群聊'),
        ("file", "wxid_a", None, "计划.pdf"),
    ]


def test_the_second_form_names_its_types(tmp_path: Path) -> None:
    text = "id,MsgSvrID,type_name,is_sender,talker,room_name,msg,src,CreateTime\n"
    text += "1,99,图片,0,wxid_a,1@chatroom,,x.jpg,2024-05-12 21:41:03\n"
    assert rows(read(tmp_path, text, "wechat_csv", "chat.csv"), "sender", "kind", "id") == [("wxid_a", "image", "99")]


def test_the_third_form_has_placeholders(tmp_path: Path) -> None:
    text = (
        "Time,SenderName,Sender,TalkerName,Talker,Content\n2024-05-12T21:41:03+08:00,Ann,wxid_a,群,1@chatroom,[语音]\n"
    )
    chat = read(tmp_path, text, "wechat_csv", "chat.csv")
    assert [tuple(map(str, row)) for row in rows(chat, "at", "name", "kind")] == [
        ("2024-05-12 13:41:03+00:00", "Ann", "voice")
    ]


def test_a_quote_that_never_closes_is_counted_in_lines(tmp_path: Path) -> None:
    text = FIRST + '1,7,1,0,0,1704164645,,hi,2024-01-02 11:04:05,,Ann,wxid_a\n2,7,1,0,0,1704164645,,"oops\n3,7\n4,7\n'
    report = read(tmp_path, text, "wechat_csv", "chat.csv").reports[0]
    assert (report.messages, report.dropped, report.lines) == (1, 3, 5)


def test_a_table_that_is_none_of_them_says_what_is_missing(tmp_path: Path) -> None:
    path = write(tmp_path, {"chat.csv": "Time,Who\n2024-05-12,Ann\n"}) / "chat.csv"
    with pytest.raises(UnreadableChatError, match="has no column"):
        read_chat(path, format="wechat_csv")


def test_the_chinese_form_has_one_table_a_group(tmp_path: Path) -> None:
    text = "\ufeff消息ID,类型,发送人,时间,内容,备注,昵称,更多信息\r\n"
    text += '1,文本,小红,2024-02-01 10:00:00,"在吗\r\n？",小红,小红,more\r\n'
    text += "2,图片,小明,2024-02-01 10:01:00,[图片],,,more\r\n"
    text += '3,系统消息,,2024-02-01 10:02:00,"""小红""撤回了一条消息",,,more\r\n'
    found = rows(read(tmp_path, text, "wechat_csv", "chat.csv"), "sender", "kind", "id")
    assert found == [("小红", "text", "1"), ("小明", "image", "2"), ("小红", "recall", "3")]


def test_the_oldest_form_names_no_people_but_numbers(tmp_path: Path) -> None:
    text = "localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Sender\n"
    text += "1,7,1,0,0,1704164645,,hi,2024-01-02 11:04:05,wxid_a\n"
    assert rows(read(tmp_path, text, "wechat_csv", "chat.csv"), "name", "text") == [("wxid_a", "hi")]
