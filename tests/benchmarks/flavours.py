"""How the programs write their exports: what is generated can be written in each of these ways."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Flavour:
    """One program's way of writing. A moment is the date by ``day`` and the time by ``time``, both for ``strftime``."""

    day: str
    time: str
    message: Callable[[str, str, str, int], str]
    """From moment, name, text and the number of the member."""
    media: str
    joined: Callable[[str, str], str]
    left: Callable[[str, str], str] | None = None
    """None where departures are not shown."""
    head: str = ""
    eol: str = "\n"


_QQ_RULE = "================================================================\r\n"

FLAVOURS: Mapping[str, Flavour] = {
    "whatsapp-android": Flavour(
        day="%d/%m/%Y, ",
        time="%H:%M",
        message=lambda at, name, text, _number: f"{at} - {name}: {text}\n",
        media="<Media omitted>",
        joined=lambda at, name: f"{at} - {name} joined using this group's invite link\n",
        left=lambda at, name: f"{at} - {name} left\n",
    ),
    "whatsapp-ios": Flavour(
        day="[%d/%m/%Y, ",
        time="%H:%M:%S]",
        message=lambda at, name, text, _number: f"{at} {name}: {text}\n",
        media="\u200eimage omitted",
        joined=lambda at, name: f"{at} {name}: \u200e{name} joined using this group's invite link\n",
        left=lambda at, name: f"{at} {name}: \u200e{name} left\n",
    ),
    "qq": Flavour(
        day="%Y-%m-%d ",
        time="%H:%M:%S",
        message=lambda at, name, text, number: f"{at} {name}({10_001 + number})\r\n{text}\r\n\r\n",
        media="[图片]",
        joined=lambda at, name: f"{at} 系统消息(10000)\r\n{name}加入本群。\r\n\r\n",
        head="\ufeff消息记录（此消息记录为文本格式，不支持重新导入）\r\n\r\n"
        f"{_QQ_RULE}消息分组:我的群聊\r\n{_QQ_RULE}消息对象:样本群\r\n{_QQ_RULE}\r\n",
        eol="\r\n",
    ),
    "wechat": Flavour(
        day="%Y-%m-%d ",
        time="%H:%M:%S",
        message=lambda at, name, text, _number: f"{at} {name}\n{text}\n\n",
        media="[图片]",
        joined=lambda at, name: f'{at} "{name}"通过扫描"小雨 1"分享的二维码加入群聊\n\n',
    ),
}
