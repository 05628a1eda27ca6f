"""One small export of each format (several where its flavours differ), to be broken by ``mutate``."""

import datetime as dt
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from groupctl.chatlog.flat import flat
from groupctl.chatlog.table import Chat, table
from tests.chatlog.samples import KAKAO_ANDROID, KAKAO_WINDOWS, QQ_EXPORTER, SAMPLES

PART = b"\n\x1c\n"
"""Between the files of an export of several: what is mutated is one text."""
PACKED = {
    "slack": ("users.json", "channels.json", "general/2024-01-02.json"),
    "qq_json": ("manifest.json", "chunks/c000001.jsonl"),
}
RULER = "=" * 64


@dataclass(frozen=True, kw_only=True)
class Seed:
    """One export."""

    format: str
    file: str = "chat.txt"
    content: bytes

    @property
    def whole(self) -> bool:
        """Whether it makes sense only as a whole: JSON, HTML and zips, which are read in little time."""
        return self.file.endswith((".json", ".html", ".zip", ".parquet"))

    @property
    def binary(self) -> bool:
        """Whether it is no text, so that all but single bytes of it make sense only together."""
        return self.file.endswith(".parquet")

    @property
    def packed(self) -> bool:
        """Whether it is a zip of several files once it is written."""
        return self.file.endswith(".zip")


def in_zip(content: bytes, names: tuple[str, ...]) -> bytes:
    """Return a zip with the parts of an export as files; further parts have names of their own."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number, part in enumerate(content.split(PART)):
            archive.writestr(names[number] if number < len(names) else f"general/2024-02-{number:02}.json", part)
    return buffer.getvalue()


def _json(*values: object) -> str:
    return PART.decode().join(json.dumps(value, ensure_ascii=False) for value in values)


WHATSAPP_IOS = """[04.01.18, 11:54:34] Lenses: \u200eMessages and calls are end-to-end encrypted.
[04.01.18, 11:54:34] Lenses: \u200eBoris added you
[04.01.18, 11:55:00] John Doe: Hello
second line
\u200e[14.01.18, 21:00:10] John Doe: \u200eimage omitted
[2024/1/5 下午3:34:05] 小林: 在吗
13.6.2018 klo 21.25.15 - a: m
1/29/24, 12:24\u202fPM - You removed Mallory
"""
QQ_TWO = f"""\ufeff消息记录（此消息记录为文本格式，不支持重新导入）\r
\r
{RULER}\r
消息分组:我的QQ群\r
{RULER}\r
消息对象:读书会\r
{RULER}\r
\r
2024-01-03 9:00:00 PM 【LV2 活跃】小周<a@b.cn>\r
早 @小林\r
\r
2024-01-03 21:01:00 系统消息(1000000)\r
小周撤回了一条消息\r
"""
QQ_COPY = """【冒泡】围观的熊 2/14/2024 9:16:13 PM
早

锤子撤回了一条消息

围观的熊 2/14/2024 9:17:10 PM
[图片]
海豹一号机(2589922907) 2022/03/21 19:05:05
— —  2024-2-21  — —

小石  23:50:12\x20
一
"""
DISCORD_TXT = f"""{RULER[:62]}
Guild: Makers
Channel: help
{RULER[:62]}

[07-Jul-18 09:47 PM] alice#0675
first line

[08-Jul-18 12:05 AM] bob (pinned)

{{Attachments}}
https://cdn.example/1/2/cat.png?ex=1

{{Reactions}}
👍 (2)

[08-Jul-18 12:06 AM] carol
{{Embed}}
https://example.org

{RULER[:62]}
Exported 3 message(s)
{RULER[:62]}
"""
TELEGRAM_HTML = """<!DOCTYPE html>
<html><body><div class="page_header"><div class="text bold">Hikers</div></div><div class="history">
<div class="message service" id="message-1"><div class="body details">17 June 2024</div></div>
<div class="message default clearfix" id="message1"><div class="body">
<div class="pull_right date details" title="17.06.2024 13:10:36 UTC+01:00">13:10</div>
<div class="from_name">Ann </div><div class="text">first &amp; <b>last</b><br>x</div></div></div>
<div class="message default clearfix joined" id="message2"><div class="body">
<div class="pull_right date details" title="17.06.2024 13:11:00">13:11</div>
<div class="media_wrap clearfix"><a class="photo_wrap clearfix" href="p.jpg"></a></div></div></div>
<div class="message service" id="message3"><div class="body details">Ann removed Bob</div></div></div></body></html>"""
QQ_MHT = """From: <Save by Tencent MsgMgr>\r
Content-Type: text/html\r
\r
<html><body><table><tr><td><div style=padding-left:10px;>消息对象:镜头交流</div></td></tr>\r
<tr><td style=padding-left:10px;>日期: 2024-01-02</td></tr>\r
<tr><td><div style=color:#42B475;padding-left:10px;><div style=float:left;margin-right:6px;>小林(10001)</div>3:04:05\
</div><div style=padding-left:20px;><font color='000000'>a<br>b <IMG src="{A}.dat"></font></div></td></tr>\r
<tr><td><div style=color:#42B475;padding-left:10px;><div style=float:left;margin-right:6px;>系统消息(10000)</div>\
4:04:05 PM</div><div style=padding-left:20px;>小陈加入本群。</div></td></tr></table></body></html>\r
QUJD\r
"""
DISCORD_HTML = """<!DOCTYPE html><html><head><style>.chatlog__message-group {}</style></head>
<body><div class="preamble__entry">Hikers</div>
<div class="chatlog__message-group"><div class="chatlog__messages">
<span class="chatlog__author-name" title="Ann#1" data-user-id="1">Ann</span>
<span class="chatlog__timestamp">07-Jul-18 09:47 PM</span>
<div class="chatlog__message" data-message-id="465272559198273567" id="message-465272559198273567">
<div class="chatlog__content"><span class="markdown">first &amp; <b>last</b><br>x</span></div></div></div></div>
<div class=chatlog__message-group><div id=chatlog__message-container-1417132870174113922
 data-message-id=1417132870174113922><div class=chatlog__message>
<span class=chatlog__author title=ann data-user-id=1>Ann</span>
<span class=chatlog__timestamp title="Monday, September 15, 2025 9:00 a.m."></span>
<div class="chatlog__content chatlog__markdown"><span class=chatlog__markdown-preserve>hi
<code class="chatlog__markdown-pre chatlog__markdown-pre--multiline language-py">a</code></span></div></div></div></div>
</body></html>
"""
IRC = """--- Log opened Wed Jan 31 23:58:00 2024
23:59 <@alice> late
23:59 -!- bob [b@host.example] has quit [Quit: bye]
--- Day changed Thu Feb 01 2024
00:02  * carol yawns
[00:03] *** bob left
=== dave is now known as dan
Session Start: Wed Jan 31 09:00:00 2024
[09:03] * rex was kicked by alice (spam)
2024-01-31 09:00:01\t@alice\thi bob
2024-01-31T23:30:00+0100 <alice> hi
"""
KAKAO_PHONES = f"""{KAKAO_ANDROID}2024년 8월 1일 오후 3:04, 민수님이 지우님과 하나님을 초대하였습니다.
오후 8:36, 민수 : 안녕
Aug 1, 2024 at 19:13: Minsu invited Jiwoo .
"""
LINE = """[LINE] 朝活会のトーク履歴
保存日時：2024/08/03 10:00

2024/08/01(木)
9:05\tさくら\t"おはよう！
今日は雨です"
9:06\tけん\t[写真]
9:07\t\tけんがグループを退会しました。
下午03:04\tAnn\thi
Thu, 01/08/2567 BE
03:06pm\tAnn\thi
"""
DISCORD = {
    "guild": {"id": "5", "name": "Hikers"},
    "channel": {"id": "6", "name": "general"},
    "messages": [
        {"id": "7", "type": "Default", "timestamp": "2024-01-02T03:04:05.678+08:00", "content": "hi",
         "author": {"id": "1", "name": "ann", "nickname": "Ann", "isBot": False, "roles": [{"name": "Mod"}]}},
        {"id": "8", "type": "RecipientAdd", "timestamp": "2024-01-02T03:05:05Z", "content": "", "reference":
         {"messageId": "7"}, "mentions": [{"id": "2", "name": "bob"}], "author": {"id": "2", "isBot": True},
         "attachments": [{"fileName": "a.PNG"}], "stickers": [{"id": "1"}], "embeds": [{}]},
    ],
}  # fmt: skip
TELEGRAM = {
    "name": "Hikers", "type": "private_supergroup", "id": 7,
    "messages": [
        {"id": 1, "type": "message", "date": "2024-01-02T11:00:00", "date_unixtime": "1704164400", "from": "Ann",
         "from_id": "user1", "text": ["see ", {"type": "link", "text": "t.me/x"}, "!"], "photo": "photos/1.jpg"},
        {"id": 2, "type": "service", "date": "2024-01-02T11:01:00", "actor": "Bob", "actor_id": "user2",
         "action": "invite_members", "members": ["Cid", None], "text": ""},
        {"id": 3, "type": "message", "date": None, "date_unixtime": "1704168000", "from": None, "from_id": "user3",
         "text": "x", "reply_to_message_id": 1, "forwarded_from": None, "media_type": "sticker", "poll": {}},
    ],
}  # fmt: skip
TELEGRAM_ALL = {"about": "x", "chats": {"about": "y", "list": [TELEGRAM, {**TELEGRAM, "name": "B", "id": 8}]}}
SLACK = (
    [{"id": "U1", "team_id": "T", "name": "ann", "is_admin": True, "profile": {"display_name": "Ann"}}],
    [{"id": "C1", "name": "general", "members": ["U1"]}],
    [{"type": "message", "user": "U1", "text": "hi <@U2>, <https://x.org|this> &amp;", "ts": "1704164400.000100"},
     {"type": "message", "subtype": "channel_join", "user": "U2", "text": "<@U2> joined", "ts": "1704160000.000000",
      "thread_ts": "1704164400.000100", "files": [{"mimetype": "image/png"}], "bot_id": "B1"}],
)  # fmt: skip
CHATLAB = {
    "chatlab": {"version": "0.0.2", "exportedAt": 1},
    "meta": {"name": "Hikers", "platform": "qq", "type": "group"},
    "members": [{"platformId": "1", "accountName": "Ann", "roles": [{"id": "owner"}]}],
    "messages": [
        {"sender": "1", "accountName": "Ann", "timestamp": 1703001600, "type": 0, "content": "hi"},
        {"sender": "2", "groupNickname": "B", "timestamp": 1703001601, "type": 80, "content": None,
         "replyToMessageId": "x", "platformMessageId": "y"},
    ],
}  # fmt: skip
CHATLAB_LINES = """{"_type":"header","chatlab":{"version":"0.0.2"},"meta":{"name":"Hikers","platform":"qq"}}
{"_type":"member","platformId":"1","accountName":"Ann","roles":[{"id":"admin"}]}
# a remark
{"_type":"message","sender":"1","accountName":"Ann","timestamp":1703001600,"type":0,"content":"hi"}
{"_type":"message","sender":"1","accountName":"Ann","timestamp":1703001700,"type":81,"content":"早"}
"""
WECHAT_SESSION = {
    "session": {"wxid": "1@chatroom", "displayName": "爬山群", "type": "群聊"},
    "messages": [
        {"localId": 1, "createTime": 1704164645, "formattedTime": "2024-01-02 11:04:05", "type": "文本消息",
         "content": "早", "isSend": 0, "senderUsername": "wxid_a", "senderDisplayName": "Ann"},
        {"createTime": 1704164646, "type": "系统消息", "content": '"Ann"邀请"小明"加入了群聊',
         "senderUsername": "1@chatroom"},
    ],
}  # fmt: skip
WECHAT_ROWS = [
    {"seq": 5, "time": "2024-01-02T11:04:05+08:00", "talker": "1@chatroom", "talkerName": "爬山群", "isChatRoom": True,
     "sender": "wxid_a", "senderName": "Ann", "isSelf": False, "type": 49, "subType": 6, "content": "早"},
]  # fmt: skip
QQ_MESSAGE = {
    "id": "m1", "timestamp": 1704164645000, "sender": {"uid": "u_1", "uin": "10001", "name": "Ann", "groupCard": "A"},
    "type": "text", "content": {"text": "早", "elements": [{"type": "image"}], "reply": {"messageId": "m0"}},
    "recalled": False, "system": False,
}  # fmt: skip
QQ_NOTICE = {"timestamp": "2024-01-02T03:04:05.000Z", "sender": {"uid": "未知", "uin": "0"}, "system": True,
             "content": {"text": "Ann邀请小明加入了群聊。"}}  # fmt: skip
QQ_HEAD = {"metadata": {"name": "QQChatExporter"}, "chatInfo": {"name": "爬山群", "type": "group"}, "statistics": {}}
MANIFEST = {**QQ_HEAD, "chunked": {"format": "jsonl", "chunks": [{"relativePath": "chunks/c000001.jsonl"}]}}
META = {
    "title": "Zo\u00c3\u00ab",
    "messages": [
        {"sender_name": "Zo\u00c3\u00ab", "timestamp_ms": 1704164645123, "content": "hi", "photos": [{"uri": "a"}]},
        {"sender_name": "B", "timestamp_ms": 1704164645124, "type": "Subscribe", "users": [{"name": "Bob"}]},
    ],
}
ZULIP = [
    {"id": 5, "timestamp": 1704164645, "sender_full_name": "Ann", "sender_id": 1, "sender_email": "a@b.c",
     "content": "<p>hi <strong>all</strong> &amp; more</p>"},
]  # fmt: skip
WECHAT_CSV = "localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender\n"
WECHAT_CSV += '1,7,1,0,0,1704164645,,"早\n啊",2024-01-02 11:04:05,老安,Ann,wxid_a\n'
WECHAT_CSV += '2,7,10000,0,0,1704164700,,"""Ann""邀请""小明""加入了群聊",2024-01-02 11:05:00,,,\n'
WECHAT_CSV += "3,7,49,6,0,1704164700,,<msg><title>计划.pdf</title></msg>,2024-01-02 11:05:00,,Ann,wxid_a\n"
WECHAT_CSV_2 = "id,MsgSvrID,type_name,is_sender,talker,room_name,msg,src,CreateTime\n"
WECHAT_CSV_2 += "1,99,图片,0,wxid_a,1@chatroom,,x.jpg,2024-05-12 21:41:03\n"
WECHAT_CSV_3 = "Time,SenderName,Sender,TalkerName,Talker,Content\n"
WECHAT_CSV_3 += "2024-05-12T21:41:03+08:00,Ann,wxid_a,群,1@chatroom,[语音]\n"
DISCORD_CSV = (
    'AuthorID,Author,Date,Content,Attachments,Reactions\n1,ann,2024-01-02T03:04:05.6780000+08:00,hi,,"👍 (2)"\n'
)
DISCORD_CSV_OLD = 'AuthorID;Author;Date;Content;Attachments;Reactions;\n"1";"A#1";"07-Jul-18 09:47 PM";"a\nb";"";"";\n'
KAKAO_CSV = """Date,User,Message
2024-08-01 10:00:00,"민수","공지
""필독"" 입니다"
2024-08-01 10:01:00,시스템,지우님이 들어왔습니다.
2024-08-01 10:03:00,"민수","민수님이 나갔습니다."
"""

WECHAT_ID = '小林(wxid_abc) 10:04:05\n早\n\n系统(sys_x) 2024-05-06 10:05:05\n"小林"邀请"阿木"加入了群聊\n'
WELINK = "李(研发)(l00200300)\t2024-03-31 09:15:32\n第一行\n王五(w00200301)\t2024-03-31 09:16:45\n[图片]\n"
OWN_CSV = "at,local,sender,name,role,kind,text,members,id,reply_to,platform,title\n"
OWN_CSV += '2024-01-02T03:04:05Z,2024-01-02T11:04:05,1,Ann,owner,join,\'=1+1,"[""Bob""]",m1,m0,qq,Hikers\n'
OWN_CSV += ',2024-01-02T11:05:05.123456,2,,,text,"a\nb",,,,qq,Hikers\n'

_TEXTS = [
    *((name, "chat.txt", text) for name, text in SAMPLES.items()), ("whatsapp", "chat.zip", SAMPLES["whatsapp"]),
    ("whatsapp", "chat.txt", WHATSAPP_IOS), ("qq", "chat.txt", QQ_TWO), ("qq_copy", "chat.txt", QQ_COPY),
    ("qq_exporter_txt", "chat.txt", QQ_EXPORTER), ("discord_txt", "chat.txt", DISCORD_TXT),
    ("discord_html", "chat.html", DISCORD_HTML), ("irc", "2024-01-31.log", IRC), ("line", "chat.txt", LINE),
    ("kakaotalk", "chat.txt", KAKAO_WINDOWS), ("kakaotalk", "chat.txt", KAKAO_PHONES),
    ("kakaotalk_csv", "chat.csv", KAKAO_CSV), ("wechat_csv", "chat.csv", WECHAT_CSV),
    ("wechat_csv", "chat.csv", WECHAT_CSV_2), ("wechat_csv", "chat.csv", WECHAT_CSV_3),
    ("discord_csv", "chat.csv", DISCORD_CSV), ("discord_csv", "chat.csv", DISCORD_CSV_OLD),
    ("gitter", "chat.txt", "[2024-01-31 09:00:05] <alice> hello <world> \n[2024-01-31 9:00:06] <bob b.> a\nb\n"),
    ("signal", "chat.txt", "[2024-01-31, 15:04] Me: hi: you\nb\n[2024-01-31, 15:05] Ann Lee: ![cat](./media/c.jpg)\n"),
    ("wechat_copy", "chat.txt", "小林 2024/11/17 21:07\n第一行\n\n第二行\n\nLin Z 2024/11/17 9:08\n[图片]\n"),
    ("wechat_copy", "chat.txt", "小林:\n这个怎么用？\n\nLin Z: \n[图片]\n\n小林:\n分两步:\n先下载\n"),
    ("wechat_id", "chat.txt", WECHAT_ID),
    ("wechat_id", "chat.txt", "a(wxid_a) 12-31 23:00:00\nx\n\nb(wxid_b) 01-01 00:10:00\ny\n"),
    ("wechat_inline", "chat.txt", "小林 (2024-05-06 10:04:05):第一行\n第二行 (见下):好\n阿木（00:01）：[图片]\n"),
    ("one_line", "chat.txt", "2024-05-12 21:41:03 小林: 早\n[2024/5/12 下午9:41] Ann：x\n2024-05-12 21:41 b: y\nz\n"),
    ("telegram_html", "messages.html", TELEGRAM_HTML),
    ("qq_mht", "chat.mht", QQ_MHT),
    ("irc", "chan.log", "**** BEGIN LOGGING AT Wed Jan 31 10:00:00 2024\n\nJan 31 10:01:00 <ann>\thi\n[10:03] x y\n"),
    ("line", "chat.txt", "2025.02.15 Saturday\n17:22 Tony Chou hi\n17:23 Bobが退会しました。\n17:24 Ann [Photo]\nx\n"),
    ("whatsapp", "chat.txt", "[١٨/٣/٢٠٢٢، ٢:٥٦:٠٠ م] Ann: a\n18/3/2565 14:56 - Bob: b\n14:56, 18/03/2022 - c: d\n"),
    ("qq_copy", "chat.txt", "小林: 05-12 21:41:03\n早\n\n小王: 05-13 9:42:03\n好\n"),
    ("welink", "chat.txt", WELINK),
    ("table", "chat.csv", "at,sender,name,text,kind,role\n1704164645,1,Ann,hi,image,owner\n2024-01-02 03:04,1,A,x,,\n"),
    ("groupctl_csv", "chat.csv", OWN_CSV), ("discord_json", "chat.json", _json(DISCORD)),
    ("telegram", "result.json", _json(TELEGRAM)),
    ("telegram", "result.json", _json(TELEGRAM_ALL)), ("slack", "slack.zip", _json(*SLACK)),
    ("chatlab", "chat.json", _json(CHATLAB)), ("chatlab", "chat.jsonl", CHATLAB_LINES),
    ("wechat_json", "chat.json", _json(WECHAT_SESSION)), ("wechat_json", "chat.json", _json(WECHAT_ROWS)),
    ("qq_json", "chat.json", _json({**QQ_HEAD, "messages": [QQ_MESSAGE, QQ_NOTICE]})),
    ("qq_json", "qq.zip", _json(MANIFEST, QQ_MESSAGE)), ("meta_json", "message_1.json", _json(META)),
    ("zulip", "release plans.json", _json(ZULIP)),
]  # fmt: skip


def _parquet(rows: pl.DataFrame) -> bytes:
    buffer = io.BytesIO()
    rows.write_parquet(buffer, compression="uncompressed", statistics=False)
    return buffer.getvalue()


def _binary() -> Iterator[Seed]:
    """Yield exports that are no text."""
    said = {"sender": "1", "name": "Ann", "kind": "text", "text": "hi", "members": ["Bob"], "role": "owner"}
    whole = Chat(messages=table([{"local": dt.datetime(2024, 1, 2, 3), **said}]), platform="qq", title="Hikers")
    yield Seed(format="groupctl_parquet", file="chat.parquet", content=_parquet(flat(whole)))
    own = pl.DataFrame({"at": [dt.datetime(2024, 1, 2, 3)], "sender": ["1"], "text": ["hi"]})
    yield Seed(format="table", file="chat.parquet", content=_parquet(own))


SEEDS = (*(Seed(format=name, file=file, content=text.encode()) for name, file, text in _TEXTS), *_binary())
