"""One small export of each text grammar, and ways to read it as a file of any encoding and in blocks of any size."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from groupctl.chatlog import Chat, ParseReport, read_chat
from groupctl.chatlog.locate import find_source
from groupctl.chatlog.reader import Reading, reader_named
from groupctl.chatlog.records import Request
from groupctl.chatlog.source import Decoding

WHATSAPP = """29/01/2024, 12:24 - Ann added Bob
29/01/2024, 12:25 - 王小明: 你好 🦊

a third line
30/01/2024, 9:26 - Bob: <Media omitted>
"""
QQ = f"""消息记录（此消息记录为文本格式，不支持重新导入）

{"=" * 64}
消息对象:镜头交流
{"=" * 64}

2024-01-02 3:04:05 【管理员】小林(10001)
第一行

第三行 🦊

2024-01-02 13:05:00 系统消息(10000)
小王加入本群。
"""
WECHAT_MAIL = """微信群"镜头交流"的聊天记录如下:

—————  2018-09-03  —————

Ann  小林  18:44

第一行
第二行 🦊

—————  2018-09-04  —————

小陈  9:05

[图片: 1.jpg(请在附件中查看)]
"""
WECHAT_TXT = """2024-05-12 21:41:03 小林
第一行
第二行 🦊

2024-05-12 21:42:03 "小林"邀请"小王"加入了群聊

2024-05-12 21:43:03 '小王'
[红包]恭喜发财
"""
QQ_EXPORTER = """[QQChatExporter V4 / https://example.org]
[本软件是免费的开源项目~]

===============================================
           QQ聊天记录导出文件
===============================================

聊天名称: 读书会
聊天类型: 群聊
导出时间: 2024-05-13 09:00:00
消息总数: 4

小林:
时间: 2024-05-12 21:41:03
内容: 第一行
第二行


阿木:
时间: 2024/5/12 21:42:03
内容: 好的
提及: 小林
回复: 小林 - 第一行


小林:
时间: 2024-05-12 21:43:03
资源: 1 个文件
  - image: x.jpg


系统消息:
时间: 2024-05-12 21:44:03
内容: 阿木退出了本群。

===============================================
              导出完成
===============================================
总计导出 4 条消息
导出时间: 2024-05-13 09:00:00
"""
KAKAO_WINDOWS = """독서모임 님과 카카오톡 대화
저장한 날짜 : 2024-08-03 10:00:00

--------------- 2024년 8월 1일 목요일 ---------------
지우님이 들어왔습니다.
[민수] [오전 9:05] 안녕하세요
둘째 줄
[[운영] 지우] [오후 12:06] 사진
지우님이 나갔습니다.
"""
KAKAO_ANDROID = """KakaoTalk Chats with Readers
Date Saved : August 3, 2024, 10:00 AM


August 1, 2024, 9:05 AM
August 1, 2024, 9:05 AM, Minsu : hello: you
second line
August 1, 2024, 3:06 PM, Jiwoo : Photo
"""
SAMPLES = {"whatsapp": WHATSAPP, "qq": QQ, "wechat_mail": WECHAT_MAIL, "wechat_txt": WECHAT_TXT}


def read_bytes(content: bytes, *, name: str = "chat.txt", **options: Any) -> Chat:
    """Return the chat in a file of some bytes."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        return read_chat(path, **options)


def reading_of(content: str | bytes, format: str, *, block: int = 4096, encoding: str = "utf-8") -> Reading:  # noqa: A002
    """Return what one reader makes of a file that is read ``block`` bytes at a time."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "chat.txt"
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        request = Request(source=find_source(path), decoding=Decoding(encoding=encoding), block=block)
        return reader_named(format).read(request)


def accounted(report: ParseReport) -> bool:
    """Say whether every line of a file has its place."""
    return report.matched + report.folded + report.structural + report.dropped == report.lines
