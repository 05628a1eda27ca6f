"""How the programs write their exports: what is generated can be written in each of these ways."""

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, kw_only=True)
class Flavour:
    """One program's way of writing. A moment is the date by ``day`` and the time by ``time``, both for ``strftime``."""

    day: str
    time: str
    message: Callable[[str, str, str, int], str]
    """From moment, name, text and the number of the member."""
    media: str | None
    """None where media are not shown."""
    joined: Callable[[str, str], str] | None = None
    """From moment and name; None where arrivals are not shown."""
    left: Callable[[str, str], str] | None = None
    """None where departures are not shown."""
    head: str = ""
    tail: str = ""
    between: str = ""
    """What separates two records."""
    eol: str = "\n"
    """What separates the lines of a text; a space where texts have one line."""
    ending: str = "txt"
    kind: Literal["text", "data"] = "text"
    """Whether it is a text for people or a table or JSON for programs."""


_QQ_RULE = "================================================================\r\n"


def _line(**values: Any) -> str:
    return json.dumps(values, ensure_ascii=False)


def _telegram(at: str, name: str, text: str, number: int) -> str:
    """Return a message as Telegram Desktop writes it, without the line break behind it."""
    media = {"photo": "photos/photo_1.jpg", "width": 800, "height": 600} if text == "" else {}
    whole = {
        "id": 1, "type": "message", "date": at, "from": name, "from_id": f"user{10_000 + number}", **media,
        "text": text, "text_entities": [{"type": "plain", "text": text}],
    }  # fmt: skip
    return "  " + json.dumps(whole, ensure_ascii=False, indent=1).replace("\n", "\n  ")


def _telegram_join(at: str, name: str) -> str:
    return "  " + _line(
        id=1, type="service", date=at, actor=name, actor_id=name, action="join_group_by_link", inviter="Group", text=""
    )


def _discord_row(at: str, name: str, text: str, number: int) -> str:
    """Return a row of DiscordChatExporter's CSV."""
    files, content = ("https://cdn.example/1/a.png", "") if text == "image" else ("", text.replace('"', '""'))
    return f'"{10_000 + number}","{name}","{at}","{content}","{files}",""\r\n'


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
    "gitter": Flavour(
        day="[%Y-%m-%d ",
        time="%H:%M:%S]",
        message=lambda at, name, text, _number: f"{at} <{name}> {text}\n",
        media=None,
    ),
    "weechat": Flavour(
        day="%Y-%m-%d ",
        time="%H:%M:%S",
        message=lambda at, name, text, _number: f"{at}\t{name.replace(' ', '_')}\t{text}\n",
        media=None,
        joined=lambda at, name: f"{at}\t-->\t{name.replace(' ', '_')} (u@example.org) has joined #group\n",
        left=lambda at, name: f"{at}\t<--\t{name.replace(' ', '_')} (u@example.org) has left #group\n",
        eol=" ",
    ),
    "telegram": Flavour(
        day="%Y-%m-%dT",
        time="%H:%M:%S",
        message=_telegram,
        media="",
        joined=_telegram_join,
        head='{\n "name": "Group",\n "type": "private_supergroup",\n "id": 1,\n "messages": [\n',
        between=",\n",
        tail="\n ]\n}\n",
        ending="json",
        kind="data",
    ),
    "chatlab": Flavour(
        day="%Y-%m-%dT",
        time="%H:%M:%S",
        message=lambda at, name, text, number: (
            _line(
                _type="message",
                sender=f"id{number}",
                accountName=name,
                timestamp=int(dt.datetime.fromisoformat(f"{at}Z").timestamp()),
                type=1 if text == "" else 0,
                content=text,
            )
            + "\n"
        ),
        media="",
        head='{"_type": "header", "chatlab": {"version": "0.0.1", "exportedAt": 1}, '
        '"meta": {"name": "Group", "platform": "wechat", "type": "group"}}\n',
        ending="jsonl",
        kind="data",
    ),
    "discord-csv": Flavour(
        day="%Y-%m-%dT",
        time="%H:%M:%S.0000000+00:00",
        message=_discord_row,
        media="image",
        head="AuthorID,Author,Date,Content,Attachments,Reactions\r\n",
        ending="csv",
        kind="data",
    ),
}
