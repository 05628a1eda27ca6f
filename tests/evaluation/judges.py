"""What is scored: groupctl's detectors, and the simple baselines beside them."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import polars as pl

from groupctl.chatlog import read_chat
from groupctl.figures import adverts, answers, questions
from groupctl.figures.conversation import Conversation, conversation
from groupctl.figures.people import people, talk
from groupctl.thresholds import Thresholds
from tests.evaluation.labelled import Replies

Verdicts = list[bool]

KEYWORDS = (
    "加微信", "微信号", "加v", "vx", "加q", "扣扣", "兼职", "刷单", "日结", "代理", "代购", "贷款", "办证", "发票",
    "优惠券", "免费领", "返利", "佣金", "赚钱", "扫码", "进群",
    "博彩", "彩票", "棋牌", "约炮", "出售", "低价", "特价",
    "包邮", "秒杀", "free", "win", "prize", "claim", "cash", "urgent", "guaranteed", "click here",
    "investment", "earn money", "dm me",
)  # fmt: skip
"""What a list of words in a group robot looks like."""


def keyword_list(texts: Sequence[str]) -> Verdicts:
    """Return which texts hold one of a plain list of words."""
    return [any(word in text.lower() for word in KEYWORDS) for text in texts]


def _alone(texts: Sequence[str]) -> pl.DataFrame:
    """Return texts as messages, each by somebody else and days apart: nothing but the text speaks for or against."""
    count = len(texts)
    return pl.DataFrame({"text": texts}, schema={"text": pl.String}).select(
        pl.int_range(count, dtype=pl.UInt32).alias("row"),
        pl.int_range(count, dtype=pl.UInt32).alias("who"),
        (pl.lit(dt.datetime(2024, 1, 1)) + pl.duration(days=pl.int_range(count)))
        .cast(pl.Datetime("us"))
        .alias("local"),
        pl.lit(value=False).alias("operator"),
        pl.lit("text").alias("kind"),
        "text",
    )


def advert_rules(texts: Sequence[str]) -> Verdicts:
    """Return which texts the rules report."""
    seen = adverts.text_signs(_alone(texts)).drop_nulls("rule")
    found = set(adverts.adverts(seen, Thresholds()["adverts.weight"])["row"])
    return [row in found for row in range(len(texts))]


def question_forms(texts: Sequence[str]) -> Verdicts:
    """Return which texts ask something."""
    found = set(questions.asking(_alone(texts))["row"])
    return [row in found for row in range(len(texts))]


def question_mark(texts: Sequence[str]) -> Verdicts:
    """Return which texts hold a question mark."""
    return [bool(re.search("[?？؟]", text)) for text in texts]


ADVERTS: dict[str, Callable[[Sequence[str]], Verdicts]] = {"rules": advert_rules, "keyword list": keyword_list}
QUESTIONS: dict[str, Callable[[Sequence[str]], Verdicts]] = {"forms": question_forms, "question mark": question_mark}


def heard(log: Replies, *, mentions: bool = True) -> tuple[Conversation, pl.DataFrame]:
    """Return a log as a conversation, and its annotated questions; without ``mentions`` no text names a speaker."""
    messages = read_chat([log.raw]).messages
    if not mentions:
        messages = messages.with_columns(text=unnamed(messages))
    who = people(messages)
    talked = conversation(talk(messages, who), who)
    lines = pl.DataFrame({"line": list(log.answered)}, schema={"line": messages.schema["line"]})
    asked = messages.with_row_index("row").join(lines, on="line").sort("line").select("row")
    asked = asked.join(talked.talk.select("row", "who", "local"), on="row", maintain_order="left")
    return talked, asked.join(talked.turn_of, on="row", maintain_order="left").select("row", "turn", "who", "local")


def unnamed(messages: pl.DataFrame) -> pl.Series:
    """Return the texts with every speaker's name taken out, and the sign behind it."""
    names = sorted(set(messages["name"].drop_nulls().cast(pl.String)), key=len, reverse=True)
    longer = [re.escape(name) for name in names if len(name) > 2]
    named = re.compile(rf"(?<![\w@])@?(?:{'|'.join(longer)})(?![\w-])\s*[:,;>]?\s*", re.IGNORECASE)
    texts = [named.sub("", text) if text else text for text in messages["text"]]
    return pl.Series("text", texts, dtype=pl.String)


def _answered(talked: Conversation, asked: pl.DataFrame) -> Verdicts:
    table = Thresholds()
    hours, minutes = table["questions.window"], table["questions.conversation"]
    found = answers.answered(talked, asked, hours=hours, minutes=minutes)
    return found["answer"].is_not_null().to_list()


def _within(talked: Conversation, asked: pl.DataFrame, rows: Callable[[dict[str, object]], pl.Expr]) -> Verdicts:
    return [
        not talked.talk.filter(
            (pl.col("row") > one["row"])
            & (pl.col("local") <= one["local"] + dt.timedelta(minutes=30))
            & (pl.col("who") != one["who"])
            & rows(one)
        ).is_empty()
        for one in asked.iter_rows(named=True)
    ]


def _somebody_spoke(talked: Conversation, asked: pl.DataFrame) -> Verdicts:
    return _within(talked, asked, lambda _one: pl.lit(value=True))


def _asker_was_mentioned(talked: Conversation, asked: pl.DataFrame) -> Verdicts:
    def naming(one: dict[str, object]) -> pl.Expr:
        return pl.col("row").is_in(talked.addressed.filter(pl.col("target") == one["who"])["row"].implode())

    return _within(talked, asked, naming)


ANSWERED: dict[str, Callable[[Conversation, pl.DataFrame], Verdicts]] = {
    "groupctl": _answered,
    "somebody else spoke within 30 minutes": _somebody_spoke,
    "the asker was mentioned within 30 minutes": _asker_was_mentioned,
}


def names_of(paths: Sequence[Path]) -> str:
    """Return what a set is called."""
    return ", ".join(path.name for path in paths)
