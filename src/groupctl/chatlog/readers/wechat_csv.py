"""WeChat chats as third-party programs export them to CSV; each program names the columns in its own way.

``line`` is the line on which the row begins.
"""

from dataclasses import dataclass

import polars as pl

from groupctl.chatlog import clock
from groupctl.chatlog.columns import drop_timeless, either, instants, iso_moments, with_wall_clock
from groupctl.chatlog.delimited import head_of, read_delimited
from groupctl.chatlog.notices import tell_events
from groupctl.chatlog.phrases.wechat import EVENTS, PLACEHOLDERS
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Request
from groupctl.chatlog.source import Sample, take_sample
from groupctl.chatlog.wechat_types import kind_of
from groupctl.i18n import N_

ROOM = "@chatroom"
"""How the id of a group ends; where it stands for a sender, WeChat itself speaks."""


@dataclass(frozen=True, kw_only=True)
class Form:
    """Which columns hold what; of several names, the first that is filled counts."""

    moment: tuple[str, ...]
    sender: tuple[str, ...]
    name: tuple[str, ...]
    text: str
    kind: str = ""
    subkind: str = ""
    id: str = ""

    @property
    def telling(self) -> set[str]:
        """Columns by which the form is known."""
        return {*self.moment, *self.sender, *self.name, self.text, *filter(None, (self.kind, self.subkind, self.id))}


FORMS = (
    Form(
        moment=("StrTime", "CreateTime"),
        sender=("Sender", "NickName"),
        name=("Remark", "NickName"),
        text="StrContent",
        kind="Type",
        subkind="SubType",
        id="localId",
    ),
    Form(moment=("CreateTime",), sender=("talker",), name=("talker",), text="msg", kind="type_name", id="MsgSvrID"),
    Form(moment=("Time",), sender=("Sender", "SenderName"), name=("SenderName", "Sender"), text="Content"),
    Form(moment=("时间",), sender=("发送人",), name=("发送人",), text="内容", kind="类型", id="消息ID"),
    Form(
        moment=("StrTime", "CreateTime"),
        sender=("Sender",),
        name=("Sender",),
        text="StrContent",
        kind="Type",
        id="localId",
    ),
)


def _form(columns: tuple[str, ...]) -> Form | None:
    return next((form for form in FORMS if form.telling <= set(columns)), None)


def _claims(sample: Sample) -> bool:
    return _form(head_of(sample).columns) is not None


def _read(request: Request) -> Reading:
    head = head_of(take_sample(request.source, request.decoding.encoding))
    form = _form(head.columns) or FORMS[-1]
    table, count = read_delimited(request, head, form.telling)
    rows = with_wall_clock(drop_timeless(_rows(table, form), count))
    return Reading(rows=tell_events(rows, EVENTS), count=count, date_order="ymd")


def _rows(table: pl.DataFrame, form: Form) -> pl.DataFrame:
    at, local = _moments(table, form)
    text = table[form.text]
    rows = table.select(
        line="line",
        sender=_filled(form.sender).cast(pl.Categorical),
        name=_filled(form.name).cast(pl.Categorical),
        id=pl.col(form.id) if form.id else pl.lit(None, pl.String),
        members=pl.lit(None, pl.List(pl.String)),
        kind=_kinds(table, form, text),
        text=pl.coalesce(pl.col(form.text).str.extract(r"(?s)^\s*<(?:\?xml|msg).*?<title>(.*?)</title>"), form.text),
    )
    return rows.with_columns(at, local)


def _moments(table: pl.DataFrame, form: Form) -> tuple[pl.Series, pl.Series]:
    """Return ``at`` and ``local``: numbers are moments, texts are wall-clock times unless they name a zone."""
    at, local = (
        pl.Series([None] * len(table), dtype=pl.Datetime("us", "UTC")),
        pl.Series([None] * len(table), dtype=pl.Datetime("us")),
    )
    for name in form.moment:
        zoned, written = iso_moments(table[name])
        at = either(at, either(instants(table[name]), zoned))
        local = either(local, written)
    return at.alias("at"), local.alias("local")


def _filled(names: tuple[str, ...]) -> pl.Expr:
    return pl.coalesce(pl.when(pl.col(name) != "").then(pl.col(name)) for name in names)


def _kinds(table: pl.DataFrame, form: Form, text: pl.Series) -> pl.Series:
    """Return what each row is: by its type, else by a placeholder."""
    types = table[form.kind].to_list() if form.kind else [None] * len(table)
    subtypes = table[form.subkind].to_list() if form.subkind else [None] * len(table)
    senders = table.select(_filled(form.sender).fill_null("")).to_series().to_list()
    kinds = [
        "system" if not sender or sender.endswith(ROOM) else kind_of(kind, subtype)
        for kind, subtype, sender in zip(types, subtypes, senders, strict=True)
    ]
    bracketed = text.str.extract(r"^\[([^\[\]:：]+)(?:[:：][^\]]*)?\]$").replace_strict(
        PLACEHOLDERS, default=None, return_dtype=pl.String
    )
    known = pl.Series("kind", kinds, dtype=pl.String)
    return bracketed.zip_with((known == "text") & bracketed.is_not_null(), known).alias("kind")


READER = Reader(
    platform="wechat",
    title=N_("WeChat CSV of third-party programs"),
    how=N_("in the program that keeps your WeChat backups: export the group as CSV"),
    endings=("csv",),
    claims=_claims,
    read=_read,
    exact=clock.SECOND,
)
