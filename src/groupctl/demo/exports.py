"""The log written down the way that phones and tools export it, with the line on which each record begins."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from groupctl.demo.cast import Cast
from groupctl.demo.stage import Line

WECHAT_JOIN_INVITED = '"{by}"邀请"{who}"加入了群聊'
WECHAT_JOIN_SCANNED = '"{who}"通过扫描"{by}"分享的二维码加入群聊'
WHATSAPP_NOTICE = (
    "Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, "
    "can read or listen to them. Tap to learn more."
)


@dataclass(frozen=True, kw_only=True)
class Export:
    """An export file and where everything stands in it."""

    text: str
    line_of: tuple[int, ...]
    """For each line of the log, the 1-based line of the file where it begins."""


def _numbered(head: Iterable[str], records: Iterable[str]) -> Export:
    """Put records below each other; each ends with its own line end."""
    text = "".join(head)
    pieces, starts, line = [text], [], 1 + text.count("\n")
    for record in records:
        starts.append(line)
        pieces.append(record)
        line += record.count("\n")
    return Export(text="".join(pieces), line_of=tuple(starts))


def wechat(cast: Cast, lines: Iterable[Line]) -> Export:
    """Write what WeChat export tools write: a line with time and name, the text below it, a blank line."""
    owner = next(iter(cast.operators.values()))
    return _numbered([], (_wechat_record(line, owner) for line in lines))


def _wechat_record(line: Line, owner: str) -> str:
    at = line.at.strftime("%Y-%m-%d %H:%M:%S")
    if line.scene:
        return f"{at} {line.who}\n{line.text}\n\n"
    event = WECHAT_JOIN_INVITED if line.invited_by else WECHAT_JOIN_SCANNED
    return f"{at} {event.format(by=line.invited_by or owner, who=line.who)}\n\n"


def whatsapp(cast: Cast, lines: Iterable[Line]) -> Export:
    """Write what WhatsApp on an Android phone set to British English writes."""
    lines = tuple(lines)
    opening = _whatsapp_moment(lines[0].at)
    owner = next(iter(cast.operators.values()))
    head = [f"{opening} - {WHATSAPP_NOTICE}\n", f'{opening} - {owner} created group "{cast.title}"\n']
    return _numbered(head, (_whatsapp_record(line) for line in lines))


def _whatsapp_moment(at: dt.datetime) -> str:
    return at.strftime("%d/%m/%Y, %H:%M")


def _whatsapp_record(line: Line) -> str:
    at = _whatsapp_moment(line.at)
    if line.scene:
        return f"{at} - {line.who}: {line.text}\n"
    if line.invited_by:
        return f"{at} - {line.invited_by} added {line.who}\n"
    return f"{at} - {line.who} joined using this group's invite link\n"


EXPORTS: Mapping[str, Callable[[Cast, Iterable[Line]], Export]] = {"zh-CN": wechat, "en": whatsapp}
"""What the sample of each language is written as."""
