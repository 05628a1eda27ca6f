"""What each speaker did in the last days of the log: the figures that the rules of tiers count."""

import datetime as dt
from dataclasses import dataclass, replace
from functools import cached_property

import polars as pl

from groupctl.facts.subject import Subject
from groupctl.figures import replies
from groupctl.figures.conversation import Conversation
from groupctl.figures.profile import LINK, MEDIA, reactions_received

LAUGHTER = (
    r"(?i)哈哈|笑死|笑哭|笑喷|笑尿|^2333*$|[😂🤣😆😹]|\[(?:捂脸|笑哭|偷笑|大笑|破涕为笑|旺柴)\]|\blo+l+\b|\b(?:ha|he|hi){2,}h?\b"
    r"|\b(?:rofl|lmao|lmfao)\b|ｗｗ|www+$|草$|ㅋㅋ|ㅎㅎ"
)
LONGEST_LAUGH = 16
"""Characters: who laughs in a longer message may laugh at what it says itself."""
LAUGH_WITHIN = pl.duration(minutes=5)
WELCOME = (
    r"(?i)欢迎|歡迎|你好|您好|新人|新朋友|ようこそ|환영"
    r"|\bwelcome\b|^\W*(?:hi|hello|hey)\b|\bbienvenid|\bwillkommen\b|\bwitaj"
)
_AT_WORDS = r"\b"
"""Borders of words in Unicode cost many times what the rest of a pattern does: they are asked of those left over."""
GREET_WITHIN = dt.timedelta(minutes=60)
"""After somebody joined or wrote their first words."""
LOG_BEGINS = dt.timedelta(days=7)
"""In the first days of a log everybody seems new."""


@dataclass(frozen=True)
class Lately:
    """The last ``days`` days of a chat."""

    subject: Subject
    days: float

    @cached_property
    def since(self) -> dt.datetime:
        """When these days begin."""
        return self.subject.last - dt.timedelta(days=self.days)

    @cached_property
    def talk(self) -> pl.DataFrame:
        """What people sent in these days."""
        return self.subject.talk.filter(pl.col("local") >= self.since)

    @cached_property
    def conversation(self) -> Conversation:
        """The conversation of these days; its turns keep their numbers."""
        whole = self.subject.conversation
        turns = whole.turns.filter(pl.col("began") >= self.since)
        kept = turns["turn"].implode()
        return replace(
            whole,
            talk=self.talk,
            turn_of=whole.turn_of.filter(pl.col("turn").is_in(kept)),
            turns=turns,
            addressed=whole.addressed.filter(pl.col("turn").is_in(kept)),
        )

    @cached_property
    def pairs(self) -> pl.DataFrame:
        """Who replied to whom how often: ``who``, ``target``, ``replies``."""
        return replies.replies(self.conversation)

    @cached_property
    def figures(self) -> pl.DataFrame:
        """One row a speaker, by ``who``: the figures of project.rule.vocabulary that count these days."""
        asking = self.subject.asking
        recent = pl.col("local") >= self.since
        parts = [
            replies.replies_by_person(self.pairs).rename({"partners": "people"}),
            reactions_received(self.talk, self.subject.chat.messages),
            _count(asking.asked.filter(recent), "who", "questions"),
            _count(asking.answered.filter(recent), "by", "answers"),
            _count(self.laughed_at, "who", "laughs"),
            _count(self.greeted, "who", "greetings"),
            _count(self._adverts, "who", "adverts"),
            _count(self._before, "who", "messages_before"),
        ]
        table = self._sent
        for part in parts:
            table = table.join(part, on="who", how="full", coalesce=True)
        return table

    @cached_property
    def _sent(self) -> pl.DataFrame:
        link = (pl.col("kind") == "link") | pl.col("text").str.contains(LINK).fill_null(value=False)
        return (
            self.talk.lazy()
            .select("who", pl.col("local").dt.date().alias("day"), link.alias("link"), pl.col("kind").is_in(MEDIA))
            .group_by("who")
            .agg(
                pl.len().alias("messages"),
                pl.col("day").n_unique().alias("active_days"),
                pl.col("link").sum().alias("links"),
                pl.col("kind").sum().alias("media"),
            )
            .collect()
        )

    @property
    def _before(self) -> pl.DataFrame:
        earlier = self.since - dt.timedelta(days=self.days)
        return self.subject.talk.filter((pl.col("local") >= earlier) & (pl.col("local") < self.since))

    @property
    def _adverts(self) -> pl.DataFrame:
        found = self.subject.advertising.found.select("row")
        return self.talk.join(found, on="row", how="semi")

    @cached_property
    def laughed_at(self) -> pl.DataFrame:
        """Turns after which somebody else laughed at once: ``who``, ``row`` (its last message before the laugh)."""
        short = self.talk.lazy().filter(pl.col("text").str.len_chars() <= LONGEST_LAUGH)
        laughing = holding(short.select("row", "text").collect(), LAUGHTER)["row"].implode()
        laughs = (
            self.talk.lazy()
            .select("row", "who", "local", pl.col("row").is_in(laughing).alias("laughs"))
            .with_columns(pl.col("who", "row", "local", "laughs").shift().name.prefix("before_"))
            .filter(
                pl.col("laughs")
                & (pl.col("before_who") != pl.col("who"))
                & ~pl.col("before_laughs")
                & (pl.col("local") - pl.col("before_local") <= LAUGH_WITHIN)
            )
        )
        return laughs.select(pl.col("before_who").alias("who"), pl.col("before_row").alias("row")).collect()

    @cached_property
    def greeted(self) -> pl.DataFrame:
        """Who welcomed whom soon after they came: ``who``, ``row``; by a word of welcome, or by name or reply link."""
        return pl.concat([self._welcomed, self._spoken_to]).unique(["who", "row"], maintain_order=True)

    @cached_property
    def _first_words(self) -> pl.DataFrame:
        """The first messages of newcomers: ``newcomer``, ``came``."""
        began = self.subject.people["first"].min()
        people = self.subject.people.filter((pl.col("first") >= self.since) & ~pl.col("operator"))
        if isinstance(began, dt.datetime):
            people = people.filter(pl.col("first") >= began + LOG_BEGINS)
        return people.select(pl.col("who").cast(pl.UInt32).alias("newcomer"), pl.col("first").alias("came"))

    @property
    def _welcomed(self) -> pl.DataFrame:
        joins = self.subject.chat.messages.filter((pl.col("kind") == "join") & (pl.col("local") >= self.since))
        arrivals = pl.concat(
            [
                joins.select(pl.lit(None, pl.UInt32).alias("newcomer"), pl.col("local").alias("came")),
                self._first_words,
            ]
        ).sort("came")
        said = holding(self.talk, WELCOME).sort("local")
        near = said.join_asof(arrivals, left_on="local", right_on="came", strategy="backward", tolerance=GREET_WITHIN)
        others = pl.col("newcomer").is_null() | (pl.col("newcomer") != pl.col("who"))
        return near.filter(pl.col("came").is_not_null() & others).select(pl.col("who").cast(pl.UInt32), "row")

    @property
    def _spoken_to(self) -> pl.DataFrame:
        to_newcomers = self.conversation.addressed.with_columns(pl.col("target").cast(pl.UInt32)).join(
            self._first_words, left_on="target", right_on="newcomer"
        )
        timed = to_newcomers.join(self.talk.select("row", "local"), on="row")
        soon = timed.filter(pl.col("local") - pl.col("came") <= GREET_WITHIN)
        first = soon.sort("row").unique(["who", "target"], keep="first", maintain_order=True)
        return first.select(pl.col("who").cast(pl.UInt32), "row")


def holding(rows: pl.DataFrame, pattern: str) -> pl.DataFrame:
    """Return the rows in whose ``text`` a pattern stands."""
    without_borders = rows.filter(pl.col("text").str.contains(pattern.replace(_AT_WORDS, "")))
    return without_borders.filter(pl.col("text").str.contains(pattern))


def _count(rows: pl.DataFrame, column: str, name: str) -> pl.DataFrame:
    return rows.group_by(pl.col(column).alias("who")).agg(pl.len().alias(name))
