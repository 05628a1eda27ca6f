"""The project's own rules against the log: who broke which, what followed, and which step is next."""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import polars as pl

from groupctl.facts.base import Ground
from groupctl.facts.strikes import Standing, Strike, climbed, merged, person_key
from groupctl.facts.trouble import Trouble
from groupctl.figures import consequences, themes
from groupctl.figures.copies import CHAIN
from groupctl.figures.named import Figures
from groupctl.figures.normal import normalised, squashed
from groupctl.figures.quiet_hours import DAWN, DUSK, in_quiet_hours, quiet_hours
from groupctl.figures.rows import with_columns_of
from groupctl.figures.themes import Theme, themes_of
from groupctl.i18n import _

if TYPE_CHECKING:
    from groupctl.project.model import Prohibited

FINGERPRINT = 12
"""Hexadecimal digits that tell messages apart."""
OWN_FINDINGS = (themes.ADVERTS, themes.FLOOD)
"""Themes that other findings are about."""
_BREACH = {"item": pl.UInt32, "theme": pl.String, "row": pl.UInt32, "match": pl.String}


@dataclass(frozen=True, kw_only=True)
class Item:
    """One prohibition of the project, and what of it a log can show."""

    rule: "Prohibited"
    place: int
    """Its place among the prohibitions, from 0."""
    themes: tuple[Theme, ...]

    @property
    def name(self) -> str:
        """What it is called: its id, else its text."""
        return self.rule.id or self.rule.text

    @property
    def seen(self) -> tuple[Theme, ...]:
        """What of it a log can show."""
        return tuple(theme for theme in self.themes if not theme.unseen)

    @property
    def why_unseen(self) -> str:
        """Why no log shows it; empty where one does."""
        if self.seen:
            return ""
        return _(self.themes[0].unseen if self.themes else themes.NOTHING_TO_LOOK_FOR)

    @property
    def has_own_finding(self) -> bool:
        """Whether it is about advertisements or floods alone, which have findings of their own."""
        return all(theme.name in OWN_FINDINGS for theme in self.seen)


@dataclass(frozen=True)
class RuleBook:
    """The prohibitions of the project, and who broke them in the log under audit."""

    ground: Ground
    trouble: Trouble
    known: Sequence[Strike]
    """Strikes of earlier audits."""

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every prohibition, as the project lists them."""
        project = self.ground.project
        rules = project.rules.prohibited if project else ()
        return tuple(
            Item(rule=rule, place=place, themes=themes_of(rule.id, rule.text)) for place, rule in enumerate(rules)
        )

    @cached_property
    def breaches(self) -> pl.DataFrame:
        """Messages that break a prohibition, in order.

        Columns: ``item`` (its place), ``theme``, ``row``, ``match``, ``who``, ``local``. Operators, exempt members and
        approved texts are left out.
        """
        found = [
            self._of_theme(theme, item).select(
                pl.lit(item.place, pl.UInt32).alias("item"), pl.lit(theme.name).alias("theme"), "row", "match"
            )
            for item in self.items
            for theme in item.seen
        ]
        empty = pl.DataFrame(schema=_BREACH)
        every = self._once(self.trouble.bound(pl.concat(found or [empty])))
        every = every.unique(["item", "row"], keep="first", maintain_order=True).sort("item", "row")
        return with_columns_of(every, self.ground.talk, "who", "local")

    def _once(self, found: pl.DataFrame) -> pl.DataFrame:
        """Return breaches without the pieces of an advertisement that break its rule already, from the first on."""
        adverts = pl.col("theme") == themes.ADVERTS
        if found.filter(adverts).is_empty():
            return found
        return found.filter(adverts | ~pl.col("row").is_in(self.trouble.advertising.later_pieces.implode()))

    @property
    def other_breaches(self) -> pl.DataFrame:
        """Those of them that no other finding is about."""
        return self.breaches.filter(~pl.col("theme").is_in(OWN_FINDINGS))

    def _of_theme(self, theme: Theme, item: Item) -> pl.DataFrame:
        talk, trouble = self.ground.talk, self.trouble
        if theme.name == themes.ADVERTS:
            return _plain(trouble.advertising.found)
        if theme.name == themes.FLOOD:
            return pl.concat([_plain(trouble.floods), self._heard(CHAIN.name)])
        if theme.name == themes.NIGHT:
            return _plain(in_quiet_hours(talk, *(quiet_hours(item.rule.text) or (DUSK, DAWN))))
        if theme.name == themes.VOICE:
            return _plain(talk.filter(pl.col("kind") == "voice"))
        return self._heard(theme.remark.name if theme.remark else "")

    def _heard(self, name: str) -> pl.DataFrame:
        return self.trouble.heard.filter(pl.col("remark") == name).select("row", "match")

    @property
    def last_day(self) -> dt.date:
        """The day on which it is judged what still counts: the log's last."""
        return self.ground.last.date()

    @cached_property
    def found(self) -> tuple[Strike, ...]:
        """The strikes that this log shows and that still count at its end, the oldest first."""
        span = dt.timedelta(days=self.ground.thresholds["strikes.expire_days"])
        live = self.breaches.filter(pl.col("local").dt.date() >= self.last_day - span)
        day = pl.col("local").dt.date().alias("day")
        days = live.group_by("item", "who", day, maintain_order=True).agg(
            pl.col("row").first(), pl.col("local").first(), pl.len().alias("count")
        )
        days = days.sort("row").join(
            self.ground.people.select("who", "sender", "name"), on="who", maintain_order="left"
        )
        stood = self._followed(days).join(self._places(days["row"]), on="row", maintain_order="left")
        return tuple(self._strike(row, span) for row in stood.iter_rows(named=True))

    def _followed(self, days: pl.DataFrame) -> pl.DataFrame:
        one = self.ground
        if days.is_empty():
            return days.with_columns(pl.lit(None, pl.String).alias("step"), pl.lit(None, pl.Datetime("us")).alias("at"))
        sent = days.select("row", "who", "local").unique("row", maintain_order=True)
        after = consequences.followed(
            sent,
            consequences.steps(one.chat.messages, one.conversation, one.people),
            consequences.calls_to_order(one.conversation),
            one.thresholds["adverts.step_within"],
        )
        return days.join(after, on="row", how="left", maintain_order="left")

    def _places(self, rows: pl.Series) -> pl.DataFrame:
        """Return where messages stand: ``row``, ``source``, ``line``, ``text`` (as it is fingerprinted)."""
        distinct = rows.unique(maintain_order=True)
        stands = self.ground.chat.messages[distinct.to_list()].select("source", "line", "text")
        own = squashed(normalised(pl.col("text"))).fill_null("").alias("text")
        return stands.select(distinct.alias("row"), "source", "line", own)

    def _strike(self, row: dict[str, object], span: dt.timedelta) -> Strike:
        at, who, place = row["local"], str(row["sender"]), row["source"]
        assert isinstance(at, dt.datetime)
        assert isinstance(place, int)
        sources = self.ground.chat.sources
        digest = hashlib.sha256(str(row["text"]).encode("utf-8", "surrogatepass")).hexdigest()
        return Strike(
            rule=self.items[int(str(row["item"]))].name,
            who=who,
            name=str(row["name"]),
            at=at.replace(microsecond=0),
            file=sources[place] if place < len(sources) else "",
            line=int(str(row["line"])) if row["line"] is not None else None,
            message=digest[:FINGERPRINT],
            count=int(str(row["count"])),
            seen=str(row["step"] or ""),
            taken_at=row["at"] if isinstance(row["at"], dt.datetime) else None,
            expires=at.date() + span,
        )

    @cached_property
    def strikes(self) -> tuple[Strike, ...]:
        """Every strike, known or found, with what was proposed and taken; the oldest first."""
        climbed_ones = {one.key: one for standing in self.standings for one in standing.strikes}
        return tuple(climbed_ones.get(one.key, one) for one in merged(self.known, self.found))

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """Where members stand on the ladders: who has strikes that count, most strikes without an answer first."""
        by_rule = {item.name: tuple(item.rule.ladder) for item in self.items}
        grouped: dict[tuple[str, str], list[Strike]] = {}
        for one in merged(self.known, self.found):
            if one.rule in by_rule and one.counts_on(self.last_day):
                grouped.setdefault((one.rule, person_key(one.who)), []).append(one)
        found = [self._standing(strikes, by_rule[rule]) for (rule, _who), strikes in grouped.items()]
        return tuple(sorted(found, key=lambda one: (-one.unanswered, -len(one.strikes), one.rule, one.who)))

    def _standing(self, strikes: Sequence[Strike], ladder: tuple[str, ...]) -> Standing:
        filled, due = climbed(strikes, ladder)
        last = filled[-1]
        return Standing(rule=last.rule, who=last.who, name=last.name, ladder=ladder, strikes=filled, next_step=due)

    @cached_property
    def last_rows(self) -> Mapping[tuple[str, str], int]:
        """The last message of this log by which somebody broke a rule, by rule and the member's id."""
        last = self.breaches.group_by("item", "who", maintain_order=True).agg(pl.col("row").last())
        named = last.join(self.ground.people.select("who", "sender"), on="who", maintain_order="left")
        rows = named.select("item", "sender", "row").iter_rows()
        return {(self.items[item].name, sender): row for item, sender, row in rows}

    @cached_property
    def advert_step_seconds(self) -> float | None:
        """The median time until a step met an advertisement, of those that one met; None where none did."""
        one = self.ground
        sent = with_columns_of(self.trouble.advertising.found.select("row"), one.talk, "who", "local")
        steps = consequences.steps(one.chat.messages, one.conversation, one.people)
        median = consequences.times(sent, steps, one.thresholds["adverts.step_within"]).median()
        return float(median) if isinstance(median, int | float) else None

    def figures(self) -> Figures:
        """Return the figures of rules; None where no project declares any."""
        if not self.items:
            return dict.fromkeys(("breaches", "offenders", "steps_due"))
        return {
            "breaches": self.breaches.height,
            "offenders": self.breaches["who"].n_unique(),
            "steps_due": sum(one.is_due for one in self.standings),
        }


def _plain(found: pl.DataFrame) -> pl.DataFrame:
    """Return rows that need no word about what was seen in them."""
    return found.select("row", pl.lit("").alias("match"))
