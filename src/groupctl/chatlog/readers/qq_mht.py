"""QQ's own export as a web page (mht): one table, a row a message, pictures behind it.

A row holds name, number and time, and below them the text; a row ``日期: 2024-01-02`` tells the day of what follows.
``line`` is the line on which the message begins; its number in a file whose table is one line.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import polars as pl

from groupctl.chatlog.columns import drop_timeless, names, texts
from groupctl.chatlog.events import recognise
from groupctl.chatlog.phrases.qq import EVENTS, PLACEHOLDERS, SYSTEM_IDS
from groupctl.chatlog.qq_names import with_ids
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import LineCount, Request
from groupctl.chatlog.source import Sample
from groupctl.i18n import N_

OPENING = 2048
"""Bytes within which the file says that QQ wrote it."""
_OURS = re.compile(r"Tencent (?:MsgMgr|IM Message)")
_ROW_BEGINS, _ROW_ENDS = b"<tr>", b"</tr>"
_END = b"</html>"
_DAY = re.compile(r">日期: (\d{4}-\d\d-\d\d)<")
_CHAT = re.compile(r">消息对象:([^<]*)</")
_MESSAGE = re.compile(
    r"<div style=float:left;margin-right:6px;>(?P<name>[^<]*)</div>(?P<time>\d{1,2}:\d\d:\d\d(?: [AP]M)?)</div>"
    r"<div style=padding-left:20px;>(?P<text>.*)</div></td>$",
    re.DOTALL,
)
_PICTURE, _BREAK, _TAG = (
    re.compile(r"<img\b[^>]*>", re.IGNORECASE),
    re.compile(r"<br ?/?>", re.IGNORECASE),
    re.compile("<[^>]*>"),
)


@dataclass
class Rows:
    """Columns on their way, and the day and the chat that the next row belongs to."""

    columns: dict[str, list[str]] = field(
        default_factory=lambda: {name: [] for name in ("name", "when", "text", "chat")}
    )
    lines: list[int] = field(default_factory=list)
    day: str = ""
    chat: str = ""
    chats: int = 0


def _claims(sample: Sample) -> bool:
    return _OURS.search(sample.text[:OPENING]) is not None


def _read(request: Request) -> Reading:
    rows, count = Rows(), LineCount(unit="elements")
    for row, line in _rows(request):
        _take(rows, count, row.decode("utf-8", "replace"), line)
    return _reading(rows, count)


def _rows(request: Request) -> Iterator[tuple[bytes, int]]:
    """Yield the rows of the table with the lines on which they begin; the pictures behind it are not read."""
    carry, line = b"", 1
    for data in request.pieces():
        table, end, _pictures = (carry + data).partition(_END)
        *rows, carry = table.split(_ROW_ENDS)
        for row in rows:
            start = max(row.rfind(_ROW_BEGINS), 0)
            yield row[start:], line + row.count(b"\n", 0, start)
            line += row.count(b"\n")
        if end:
            break


def _take(rows: Rows, count: LineCount, row: str, line: int) -> None:
    """Add a row of the table: a message, or what tells the day or the chat."""
    count.lines += 1
    message, day, chat = _MESSAGE.search(row), _DAY.search(row), _CHAT.search(row)
    if message is None:
        rows.day = day[1] if day else rows.day
        if chat:
            rows.chat, rows.chats = html.unescape(chat[1]).strip(), rows.chats + 1
        count.structural += 1
        return
    if not rows.day:
        count.drop(line, _TAG.sub(" ", row))
        return
    count.matched += 1
    values = (_typed(message["name"]), f"{rows.day} {message['time']}", _typed(message["text"]), rows.chat)
    for column, value in zip(rows.columns.values(), values, strict=True):
        column.append(value)
    rows.lines.append(line)


def _typed(inner: str) -> str:
    """Return what was typed: pictures as QQ's text export names them, tags gone."""
    plain = _TAG.sub("", _BREAK.sub("\n", _PICTURE.sub("[图片]", inner)))
    return html.unescape(plain).replace("\u00a0", " ").strip()


def _reading(found: Rows, count: LineCount) -> Reading:
    columns = {name: texts(list(values)) for name, values in found.columns.items()}
    when = columns["when"]
    forms = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %I:%M:%S %p")
    local = pl.select(pl.coalesce(when.str.to_datetime(form, strict=False) for form in forms)).to_series()
    rows = pl.DataFrame(
        {
            "local": local.cast(pl.Datetime("us")),
            "name": names(columns["name"]),
            "text": columns["text"],
            "line": pl.Series(found.lines, dtype=pl.UInt32),
            **({"chat": columns["chat"]} if found.chats > 1 else {}),
        }
    )
    rows = _told(with_ids(drop_timeless(rows.with_columns(at=pl.lit(None, pl.Datetime("us", "UTC"))), count)))
    return Reading(rows=rows, count=count, title=found.chat if found.chats == 1 else "", date_order="ymd")


def _told(rows: pl.DataFrame) -> pl.DataFrame:
    """Tell what QQ itself reports, and which texts stand in place of something else."""
    rows = rows.with_row_index("row")
    lines = rows.filter(pl.col("sender").cast(pl.String).is_in(SYSTEM_IDS)).select("row", "text")
    told = recognise(lines["text"], EVENTS).with_columns(lines["row"], pl.col("kind").fill_null("system"))
    rows = rows.join(told, on="row", how="left", maintain_order="left")
    event, by = pl.col("kind").is_not_null(), pl.col("by").cast(pl.Categorical)
    medium = pl.col("text").replace_strict(PLACEHOLDERS, default="text", return_dtype=pl.String)
    return rows.with_columns(
        kind=pl.coalesce("kind", medium),
        sender=pl.when(event).then(by).otherwise("sender"),
        name=pl.when(event).then(by).otherwise("name"),
    ).drop("row", "by")


READER = Reader(
    platform="qq",
    title=N_("QQ web page (mht)"),
    how=N_("QQ → message manager → right-click the group → export, type: web page (*.mht)"),
    endings=("mht",),
    claims=_claims,
    read=_read,
)
