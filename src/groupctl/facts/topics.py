"""What people talk about, and whether it is what the group is for."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from groupctl.facts.base import Ground
from groupctl.figures import circles, passed_over, topics
from groupctl.figures.named import Figures
from groupctl.figures.terms import Terms, terms
from groupctl.i18n import _

SURE = 2.5
"""Standard errors by which two shares of stretches have to differ to be taken for different."""
CHANGED = 2.0
"""Standard errors by which a term has to be more frequent than before to be called new."""
LEAST_NEW = 3
"""And messages in which it stands."""


@dataclass(frozen=True)
class Topics:
    """The talk of the group under audit."""

    ground: Ground

    @cached_property
    def terms(self) -> Terms:
        """The terms of what people sent in the period."""
        return terms(self.ground.talk, self.ground.people)

    @cached_property
    def declared(self) -> tuple[str, ...]:
        """The topics that the project declares and that hold a word to look for."""
        given = self.ground.project.positioning.topics if self.ground.project else []
        return tuple(topic for topic in given if topics.forms(topic))

    @property
    def why_unknown(self) -> str:
        """Why nobody can say how much of the talk is about the topics; empty where one can."""
        if not self.ground.project:
            return _("no project says what the group is about")
        if not self.declared:
            return _("the project names no topics; name them with groupctl positioning --topics")
        least = self.ground.thresholds["topics.least_messages"]
        return _("members wrote too few texts") if self.placed.height < least else ""

    @cached_property
    def hits(self) -> pl.DataFrame:
        """Where members say a word of the declared topics: ``row``, ``stretch``, ``topic``, ``term``."""
        return topics.found(self.terms.texts.filter(~pl.col("operator")), self.declared)

    @cached_property
    def companions(self) -> pl.DataFrame:
        """The terms that the log keeps close to a topic: ``topic``, ``term``, ``together``."""
        return topics.companions(self.terms, self.hits)

    @cached_property
    def placed(self) -> pl.DataFrame:
        """The members' messages with ``on``: whether they stand close to a word of a topic."""
        return topics.on_topic(self.terms, self.hits, self.companions)

    @cached_property
    def share(self) -> float | None:
        """The share of the members' messages that do; None where nobody can say."""
        return None if self.why_unknown else int(self.placed["on"].sum()) / self.placed.height

    @cached_property
    def weekly(self) -> pl.DataFrame:
        """By week: ``week``, ``messages``, ``on``."""
        return topics.weekly(self.placed)

    @cached_property
    def matched(self) -> list[tuple[str, int]]:
        """The words that were found and in how many messages, the commonest first; those of companions too."""
        close = self.terms.said.join(self.companions.select("term").unique(), on="term", how="semi")
        found = pl.concat([self.hits.select("term"), close.select("term")])
        return list(found.group_by("term").len().sort("len", "term", descending=[True, False]).iter_rows())

    @cached_property
    def unheard(self) -> list[str]:
        """The declared topics of which no member said a word."""
        heard = self.hits["topic"].unique().to_list()
        silent = [topic for number, topic in enumerate(self.declared) if number not in heard]
        return [topic for topic in silent if not self._is_said(topic)]

    @cached_property
    def texts_by_members(self) -> pl.Series:
        """What members wrote in the period, all of it."""
        return self.ground.talk.filter(~pl.col("operator") & (pl.col("kind") == "text"))["text"].drop_nulls()

    def _is_said(self, topic: str) -> bool:
        """Tell whether any text by a member, beyond those read for terms, holds a word of a topic."""
        return bool(self.texts_by_members.str.to_lowercase().str.contains("|".join(topics.forms(topic))).any())

    @cached_property
    def elsewhere(self) -> list[str]:
        """What members talk about where no topic is near, the most telling terms first."""
        off = self.terms.said.join(self.placed.filter(~pl.col("on")).select("row"), on="row", how="semi")
        ranked = off.group_by("term").agg(pl.col("who").n_unique().sqrt() * pl.col("stretch").n_unique())
        return ranked.sort("who", "term", descending=[True, False])["term"].to_list()

    def lines_with(self, wanted: list[str]) -> pl.DataFrame:
        """Return one message by a member for each term, where they stand away from the topics: ``row``, ``term``."""
        off = self.placed.filter(~pl.col("on")).select("row")
        said = self.terms.said.join(off, on="row", how="semi").filter(pl.col("term").is_in(wanted))
        order = pl.DataFrame({"term": wanted}, schema={"term": pl.String})
        lines = order.join(said.unique("term", keep="last", maintain_order=True), on="term", maintain_order="left")
        return lines.unique("row", keep="first", maintain_order=True)

    @cached_property
    def halves(self) -> tuple[pl.DataFrame, pl.DataFrame] | None:
        """The members' messages before the last weeks and in them; None where either is too short to tell."""
        window = self.ground.thresholds["topics.trend_window"]
        cut = self.ground.last - dt.timedelta(days=window)
        before, lately = self.placed.filter(pl.col("local") <= cut), self.placed.filter(pl.col("local") > cut)
        least = self.ground.thresholds["topics.least_messages"] / 2
        if self.ground.days < 2 * window or min(before.height, lately.height) < least:
            return None
        return before, lately

    @property
    def shares(self) -> tuple[float, float] | None:
        """The share on topic before and lately; None where either is too short to tell."""
        if not self.halves:
            return None
        before, lately = (int(part["on"].sum()) / part.height for part in self.halves)
        return before, lately

    @property
    def surely_changed(self) -> bool:
        """Whether the two shares differ by more than chance, counted in stretches of talk."""
        if not self.halves:
            return False
        (before, n), (lately, m) = map(_stretches_on, self.halves)
        pooled = (before + lately) / (n + m)
        error = (pooled * (1 - pooled) * (1 / n + 1 / m)) ** 0.5
        return bool(error and abs(before / n - lately / m) / error >= SURE)

    @cached_property
    def rising(self) -> list[str]:
        """The terms that are more frequent lately than before."""
        return self._changed(latest=True)

    @cached_property
    def falling(self) -> list[str]:
        """The terms that were more frequent before."""
        return self._changed(latest=False)

    def _changed(self, *, latest: bool) -> list[str]:
        if not self.halves:
            return []
        more = topics.contrast(self.terms, self.halves[latest]["row"])
        return more.filter((pl.col("z") >= CHANGED) & (pl.col("inside") >= LEAST_NEW))["term"].to_list()

    @cached_property
    def posts(self) -> pl.DataFrame:
        """What operators posted while members were talking: ``row``, ``chatter``, ``taken``."""
        return passed_over.passed_over(self.ground.conversation, passed_over.posts(self.ground.conversation))

    @cached_property
    def circles(self) -> circles.Circles:
        """The circles within the group."""
        return circles.circles(self.terms)

    def figures(self) -> Figures:
        """Return the figures of topics; None where nobody can say."""
        return {"on_topic_share": self.share}


def _stretches_on(placed: pl.DataFrame) -> tuple[int, int]:
    """Return how many stretches of talk are on topic, and how many there are."""
    stretches = placed.unique("stretch")
    return stretches.filter("on").height, stretches.height
