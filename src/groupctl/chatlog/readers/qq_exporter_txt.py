"""QQ chats as the third-party exporter writes them to text: a name, then fields that each begin with their title.

Alice:
时间: 2024-05-12 21:41:03
内容: text of the message
资源: 1 个文件
  - image: x.jpg
回复: Bob - text that is answered
"""

import itertools
import re
from dataclasses import dataclass, field

import numpy as np
import polars as pl

from groupctl.chatlog import clock
from groupctl.chatlog.assemble import assemble, medium, rename, seen
from groupctl.chatlog.events import recognise
from groupctl.chatlog.fields import byte_at, headings, makes_record, merged, without_spaces
from groupctl.chatlog.headers import read_iso_date, starting_with
from groupctl.chatlog.phrases.qq import EVENTS, PLACEHOLDERS
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Heads, Request, read_records
from groupctl.chatlog.scan import SPACE, Block, Positions, Scanner
from groupctl.chatlog.source import Sample
from groupctl.i18n import N_

TIME = "时间".encode()
SYSTEM_NAMES = ("系统消息", "系统", "0", "")
FOOTER_LINES = 6
"""How many lines stand at the end, from the first ruler on."""
_ABOUT = re.compile(
    r"^(?:\[QQChatExporter|\[本软件|={20,}$| +QQ聊天记录导出文件$| +导出完成$|总计导出 \d+ 条消息$"
    r"|(?:聊天名称|聊天类型|参与人数|导出时间|消息总数|时间范围): )"
)
_TITLE = re.compile(r"^聊天名称: (.+)$")
TYPE, CONTENT = "类型: ".encode(), "内容: ".encode()
_REST = r"(?s)(?:^|\n)(?:资源: \d+ 个文件(?:\n  - [^\n]*)*|提及: [^\n]*|回复: .*)+(?:\n(?:资源|提及|回复): .*)?$"
"""What stands behind it."""
_RESOURCE = r"(?:^|\n)资源: \d+ 个文件\n  - (\w+):"
_RESOURCES = {
    "image": "image",
    "video": "video",
    "audio": "voice",
    "voice": "voice",
    "file": "file",
    "sticker": "sticker",
}


@dataclass
class Layout:
    """Recognises a name above a time, and the lines about the export."""

    title: str = ""
    begun: bool = False
    """Whether there was a message in the blocks before."""
    near: set[int] = field(default_factory=set)
    """Lines of the block on which the export may be described."""
    carried: int = 0
    """How many lines of the next block are such, whatever stands in it."""

    def heads(self, block: Block) -> Heads:
        """Find messages and the export's description in a block."""
        messages = _message_heads(block)
        above = 0 if self.begun else int(messages.line[0]) if len(messages.line) else block.lines
        self.near = {*range(max(above, self.carried))}
        for ruler in starting_with(block, b"=").tolist():
            self.near |= {*range(ruler, ruler + FOOTER_LINES)}
        about = [line for line in sorted(self.near) if line < block.lines and _ABOUT.match(block.text(line))]
        for line in about:
            if not self.title and (named := _TITLE.match(block.text(line))):
                self.title = named[1].strip()
        lines = np.array(about, dtype=np.int64)
        return merged(messages, headings(block, lines[~np.isin(lines, messages.line)], ("name",)))

    def passed(self, heads: Heads, count: int) -> None:
        """Remember whether the next block begins within a description."""
        self.begun |= bool(makes_record(heads)[:count].any())
        if count < len(heads.line):
            line = int(heads.line[count])
            self.carried = next(more for more in itertools.count() if line + more not in self.near)


def _message_heads(block: Block) -> Heads:
    times = np.flatnonzero(Scanner(block, block.starts).stands_at(TIME))
    times = times[times > 0]
    scan = Scanner(block, block.starts[times])
    scan.maybe(TIME)
    scan.literal(b": ")
    day = read_iso_date(scan, b"-/")
    scan.literal(b" ", b"T")
    second = clock.read_time(scan, SPACE).seconds
    line = times - 1
    ends = without_spaces(block, block.ends[line], block.starts[line])
    ok = scan.ok & (byte_at(block, ends - 1) == ord(":")) & (ends > block.starts[line])
    line, ends = line[ok], ends[ok]
    return Heads(
        line=line,
        text=block.ends[line] + 1,
        spans={"name": (block.starts[line], ends - 1)},
        columns={"moment": clock.moments(day, second)[ok], "skip": _before_content(block, line + 1)},
    )


def _before_content(block: Block, times: Positions) -> Positions:
    """Return how many bytes stand between the beginning of each time's line and the message's text."""
    ends = np.append(block.ends, block.length)
    scan = Scanner(block, np.minimum(ends[times] + 1, block.length))
    typed = scan.stands_at(TYPE)
    at = np.where(typed, np.minimum(ends[np.minimum(times + 1, block.lines)] + 1, block.length), scan.at)
    content = Scanner(block, at)
    content.maybe(CONTENT)
    return content.at - block.starts[times]


def _claims(sample: Sample) -> bool:
    lines = sample.block
    messages = _message_heads(lines)
    return len(messages.line) > 0 and int(Layout().heads(lines).line[0]) == int(
        np.flatnonzero(lines.starts < lines.ends)[0]
    )


def _read(request: Request) -> Reading:
    layout = Layout()
    rows, count = read_records(request, layout)
    names = rows["name"].unique().drop_nulls().to_list()
    rows = rename(
        rows,
        {
            name: "" if name.strip() in SYSTEM_NAMES else name.strip()
            for name in names
            if name != name.strip() or name in SYSTEM_NAMES
        },
    )
    whole = rows.select(pl.col("text").cast(pl.Binary).bin.slice("skip").cast(pl.String)).to_series()
    more = whole.str.contains("资源: |提及: |回复: ")
    text = whole.zip_with(~more, whole.set(~more, "").str.replace(_REST, "")) if more.any() else whole
    rows = rows.with_columns(text=text, local=pl.col("moment").cast(pl.Datetime("us"))).drop("moment", "skip")
    body = pl.col("text")
    special = (pl.col("name") == "") | more | body.str.starts_with("[") | body.str.ends_with("撤回了一条消息")
    rows = assemble(rows.with_columns(whole=whole), special, _look_closely, apart=("whole",))
    return Reading(rows=rows, count=count, title=layout.title, date_order="ymd")


def _look_closely(rows: pl.DataFrame) -> pl.DataFrame:
    """Tell what each row is that is not plainly text; ``whole`` are the texts with the fields behind them."""
    by_qq = (pl.col("name") == "").fill_null(value=False) | (pl.col("kind") == "recall").fill_null(value=False)
    bracket = pl.col("text").str.replace(r"^\[([^\[\]:：]+)[:：][^\]]*\]$", "[$1]")
    resource = pl.col("whole").str.extract(_RESOURCE).replace_strict(_RESOURCES, default="file", return_dtype=pl.String)
    kind = pl.coalesce(medium(bracket, PLACEHOLDERS), pl.when(pl.col("text") == "").then(resource))
    return seen(
        rows.with_columns(recognise(rows["text"], EVENTS)),
        kind=pl.when(by_qq).then(pl.col("kind").fill_null("system")).otherwise(kind),
        by=pl.when(by_qq).then("by"),
        members=pl.when(by_qq).then("members"),
    )


READER = Reader(
    platform="qq",
    title=N_("QQ text of the third-party exporter"),
    how=N_("in QQ Chat Exporter: choose the group, format TXT"),
    endings=("txt",),
    claims=_claims,
    read=_read,
    exact=clock.SECOND,
)
