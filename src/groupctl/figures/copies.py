"""Copies: nearly the same text by several people within a day, and texts that ask to be passed on."""

import polars as pl

from groupctl.figures.duplicates import near_duplicates
from groupctl.figures.normal import own_words
from groupctl.figures.patterns import any_of, literals
from groupctl.figures.remarks import Remark
from groupctl.figures.rows import with_columns_of
from groupctl.i18n import N_

COPIES_WITHIN = pl.duration(hours=24)
HAN_BYTES = 3
LINK = r"(?:https?://|www\.)[^\s\p{Han}]+"
CAMPAIGN = (
    "http", "www.", "转发", "扫码", "二维码", "进群", "加群", "加微", "加v", "福利", "免费", "投票", "点击", "链接",
    "forward", "share", "join", "click", "free", "vote", "airdrop",
)  # fmt: skip
"""What texts hold that are made to be copied: only such ones are compared for near copies, the rest for exact ones."""
_CHORUS = any_of(
    r"""
    接龙|打卡|签到|报名|收到|快乐|恭喜|祝.{0,12}(?:顺利|健康|安康)|欢迎新人|欢迎.{0,6}(?:入群|进群)
    check[- ]?(?:in|ed in)|happy (?:birthday|new year)|congrat\w*|welcome to
    """
)
"""What a group says together, and may."""

CHAIN = Remark(
    name="chain",
    title=N_("a text that asks to be passed on"),
    terms="转发|发给|发到|转给|转到|不转|转告|forward|share|send|copy and paste",
    patterns=r"""
    转发?(?:给|到|至).{0,6}(?:\d+|[两三五六七八十几多各每]+)个?(?:位|个)?(?:微信|qq|好友|朋友|亲友|家人)?.{0,2}(?:群|好友|朋友|人)
    不转(?:不是|就|会|死|后悔|对不起)
    (?:请|务必|赶紧|赶快)(?:大家)?(?:互相)?(?:转发扩散|扩散转发|转告|转到(?:各|其他|别的)群)
    \b(?:forward|send|share) (?:this|it) (?:message )?(?:to|with) (?:at least )?(?:\d+|ten|twenty|every(?:one|body))\b
    \b(?:forward|send|share) (?:this|it) (?:message )?(?:to|with) (?:all|every) (?:your )?(?:contact|group|friend)s?\b
    \bcopy and paste (?:this|it)\b.{0,40}\b(?:status|wall|everyone|friends)\b
    """,
    unless=r"""
    (?:^|[^帮替给])我(?:已经|也|刚|都)?转
    (?:那种|这种|什么|要人|叫人)[^，。！,.!\s]{0,3}转发?(?:给|到|至)
    \b(?:something|stuff|kind|sort) (?:\w+ ){0,2}(?:to|like|about) ["“']?(?:forward|send|share)\b
    """,
)


def copies(talk: pl.DataFrame, suspects: pl.DataFrame, *, letters: float, senders: float) -> pl.DataFrame:
    """Return what several people posted: at least ``senders`` of them nearly the same text of ``letters`` or more.

    ``letters`` counts Chinese ones; of the Latin alphabet it takes three times as many to say as much.

    Columns: ``row``, ``group`` (the same for copies of each other), ``who``, ``local``, by group and time. Each copy
    stands within a day of the next one. Links are not compared (two people may share pages of one site), nor what a
    message quotes; what a group says together (sign-ups, check-ins, wishes) is left out. ``suspects`` are messages of
    ``talk`` that hold a term of ``CAMPAIGN``, and perhaps others: only they are compared for near copies.
    """
    text = pl.col("text")
    long = text.str.len_bytes() >= HAN_BYTES * letters
    campaign = suspects.select("row", "text").filter(long).filter(text.str.contains(literals(CAMPAIGN, any_case=True)))
    alike = near_duplicates(campaign.with_columns(_own(text)), least=int(letters))
    near = with_columns_of(alike.select("row", pl.col("group").cast(pl.UInt64)), talk, "who", "local")
    exact = talk.lazy().filter(long).select("row", "who", "local", text.hash().alias("group")).collect()
    groups = pl.concat(
        [
            _several(near.select("row", "who", "local", "group"), senders),
            _several(exact, senders).join(alike, on="row", how="anti", maintain_order="left"),
        ]
    )
    found = with_columns_of(groups, talk, "text")
    own_letters = _own(text).str.replace_all(r"\P{L}+", "").str.len_bytes()
    own = found.filter((own_letters >= HAN_BYTES * letters) & ~text.str.contains(_CHORUS))
    return _several(own.drop("text"), senders).select("row", "group", "who", "local")


def _own(text: pl.Expr) -> pl.Expr:
    return own_words(text).str.replace_all(LINK, "")


def _several(alike: pl.DataFrame, senders: float) -> pl.DataFrame:
    """Return those of ``alike`` (``group``, ``who``, ``local``, …) that several people posted within a day, in order.

    Where a day passes without a copy, another group begins.
    """
    # In the order of time already: a stable sort by group keeps it.
    ordered = alike.filter(pl.col("group").is_duplicated()).sort("group", maintain_order=True)
    apart = (pl.col("group") != pl.col("group").shift()) | (pl.col("local").diff() > COPIES_WITHIN)
    numbered = ordered.with_columns(apart.fill_null(value=True).cum_sum().cast(pl.UInt64).alias("group"))
    alone = (pl.col("group") != pl.col("group").shift()) & (pl.col("group") != pl.col("group").shift(-1))
    # Most stand alone; only what does not is worth counting senders.
    together = numbered.filter(~alone.fill_null(value=False))
    return together.filter(pl.col("who").n_unique().over("group") >= senders)
