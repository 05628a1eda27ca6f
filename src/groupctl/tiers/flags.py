"""What is worth a second look: who shows up for red packets only, who advertises, who was put in and never spoke."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import polars as pl

from groupctl.facts.subject import Subject
from groupctl.i18n import _, ngettext
from groupctl.tiers.plan import Flag
from groupctl.wording import number

if TYPE_CHECKING:
    from groupctl.findings import Evidence

HUNTER, ADVERTISER, FILLER, ONLOOKER = "hunter", "advertiser", "filler", "onlooker"
SHOWN = 3
"""Messages that prove a flag."""
SERIOUS = (HUNTER, ADVERTISER)
"""What keeps somebody out of every nomination and promotion."""


@dataclass(frozen=True)
class Flags:
    """The flags of a table of members (tiers.table)."""

    subject: Subject
    people: pl.DataFrame

    @property
    def _hunters(self) -> pl.DataFrame:
        """Those (``who``) who write mostly right after benefits; who gives red packets is none of them."""
        limit = self.subject.thresholds
        return self.subject.benefits.takers.filter(
            (pl.col("near") >= limit["flags.hunter.least"])
            & (pl.col("occasions") > 1)
            & (pl.col("near") / pl.col("messages") >= limit["flags.hunter.share"])
        )

    @property
    def _advertisers(self) -> pl.DataFrame:
        """Those (``who``) of whose messages a share worth a look are advertisements: one slip of a regular is none."""
        limit = self.subject.thresholds
        sent = self.subject.advertising.found.select("row").join(self.subject.talk.select("row", "who"), on="row")
        counted = (
            sent.group_by("who")
            .agg(pl.len().alias("adverts"))
            .join(self.subject.speakers.select("who", "messages"), on="who")
        )
        share = pl.col("adverts") / pl.col("messages")
        often = pl.col("adverts") >= limit["adverts.serious"]
        return counted.filter(
            (share >= limit["flags.advertiser.share"]) | (often & (share * 4 >= limit["flags.advertiser.share"]))
        )

    @cached_property
    def table(self) -> pl.DataFrame:
        """One row a person and flag: ``person``, ``flag``; staff and those who left are never flagged."""
        limit = self.subject.thresholds
        here = self.people.filter(~pl.col("operator") & ~pl.col("left") & ~pl.col("unsure"))
        silent = ~pl.col("spoke") & (pl.col("added") | (pl.col("invited_by") != ""))
        hardly = (pl.col("messages_ever") <= limit["flags.onlooker.most"]) & (
            pl.col("joined_days") >= limit["flags.onlooker.days"]
        )
        # Without a date nobody knows how long they have been reading; a list of names alone accuses nobody.
        known = pl.col("came") | pl.col("in_roster")
        found = {
            HUNTER: here.join(self._hunters.select(pl.col("who").cast(pl.UInt32)), on="who", how="semi"),
            ADVERTISER: here.join(self._advertisers.select(pl.col("who").cast(pl.UInt32)), on="who", how="semi"),
            FILLER: here.filter(silent & (pl.col("joined_days").fill_null(10**6) >= limit["flags.filler.days"])),
            ONLOOKER: here.filter(hardly & known & ~silent),
        }
        return pl.concat(rows.select("person", pl.lit(kind).alias("flag")) for kind, rows in found.items())

    @cached_property
    def by_person(self) -> dict[str, list[str]]:
        """The kinds of flags of each person who has any."""
        grouped = self.table.group_by("person", maintain_order=True).agg("flag")
        return dict(grouped.iter_rows())

    @cached_property
    def _advert_rows(self) -> dict[int, list[int]]:
        found = self.subject.advertising.found.select("row").join(self.subject.talk.select("row", "who"), on="row")
        return dict(found.group_by("who").agg(pl.col("row").sort(descending=True)).iter_rows())

    @cached_property
    def _near(self) -> dict[int, tuple[int, int]]:
        takers = self.subject.benefits.takers.select("who", "near", "messages")
        return {who: (near, wrote) for who, near, wrote in takers.iter_rows()}

    def told(self, member: Mapping[str, Any], *, proven: bool) -> tuple[Flag, ...]:
        """Return the flags of a member (a row of the table), with the messages that prove them where ``proven``."""
        return tuple(self._told(kind, member, proven=proven) for kind in self.by_person.get(member["person"], ()))

    def _told(self, kind: str, member: Mapping[str, Any], *, proven: bool) -> Flag:
        if kind == ADVERTISER:
            return self._advertiser(member, proven=proven)
        if kind == HUNTER:
            near, wrote = self._near[member["who"]]
            minutes = number(self.subject.thresholds["benefits.taker_within"])
            text = _("{near} of {wrote} messages within {minutes} minutes of a red packet")
            return Flag(kind=kind, text=text.format(near=number(near), wrote=number(wrote), minutes=minutes))
        return Flag(kind=kind, text=_silence(kind, member))

    def _advertiser(self, member: Mapping[str, Any], *, proven: bool) -> Flag:
        rows = self._advert_rows[member["who"]]
        text = ngettext(
            "{count} message looks like an advertisement", "{count} messages look like advertisements", len(rows)
        )
        evidence: tuple[Evidence, ...] = ()
        if proven:
            shown = pl.Series(rows[:SHOWN])
            found = self.subject.advertising
            evidence = self.subject.proof(shown, why=found.reasons(shown), quotes=found.joined).evidence
        return Flag(kind=ADVERTISER, text=text.format(count=number(len(rows))), evidence=evidence)


def _silence(kind: str, member: Mapping[str, Any]) -> str:
    days = member["joined_days"]
    if kind == ONLOOKER:
        count = int(member["messages_ever"])
        text = ngettext(
            "in the group for {days} days, wrote {count} message",
            "in the group for {days} days, wrote {count} messages",
            count,
        )
        return text.format(days=number(days), count=number(count))
    if days is None:
        return _("put in by somebody else, never wrote")
    by = member["invited_by"]
    text = (
        _("put in by {who} {days} days ago, never wrote")
        if by
        else _("put in by somebody else {days} days ago, never wrote")
    )
    return text.format(who=by, days=number(days))
