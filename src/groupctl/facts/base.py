"""What all facts stand on: the chat, the project, who is who, and the places in files that prove something."""

import datetime as dt
import shlex
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Self

import polars as pl

from groupctl.chatlog.table import Chat, is_message
from groupctl.display import one_line
from groupctl.figures import activity, attendance, members, people
from groupctl.figures.conversation import Conversation, conversation
from groupctl.figures.distinct import Distinct
from groupctl.figures.relays import relays
from groupctl.findings import Evidence
from groupctl.i18n import _
from groupctl.thresholds import Thresholds

if TYPE_CHECKING:
    from groupctl.figures.learned import Model
    from groupctl.project.model import Project

MOST_EVIDENCE = 5
"""Places that prove a finding and are shown; the rest is counted."""
QUOTE = 160
"""Characters of a message that are quoted."""


@dataclass(frozen=True, kw_only=True)
class Proof:
    """The places that prove a finding: the first few, and how many there are."""

    evidence: tuple[Evidence, ...]
    count: int


@dataclass(frozen=True, kw_only=True)
class Ground:
    """One chat, and what was declared about it."""

    chat: Chat
    """The rows of the period."""
    whole: Chat
    """All rows: who wrote outside the period has spoken."""
    project: "Project | None" = None
    operators: Collection[str] = ()
    robots: Collection[str] = ()
    roster: Collection[str] = ()
    evidence: int | None = MOST_EVIDENCE
    """How many places are kept as proof; None for all."""
    called: str = ""
    """The command line of this audit; empty where it was not called from one."""
    learned: "Model | None" = None
    """What the operator's own labels taught about advertisements."""

    def between(self, first: dt.date, last: dt.date) -> Self:
        """Return the same group in a shorter period, both days included; what comes after it is not known in it."""
        return replace(self, chat=self.chat.between(first, last), whole=self.whole.between(None, last))

    @property
    def thresholds(self) -> Thresholds:
        """The table of thresholds with the project's overrides."""
        return self.project.thresholds if self.project else Thresholds()

    @property
    def platform(self) -> str | None:
        """The platform that the export or the project names."""
        return self.chat.platform or (self.project.group.platform if self.project else None)

    @property
    def command(self) -> str:
        """The command line that makes this audit again."""
        return self.called or shlex.join(["groupctl", "audit", *self.chat.sources])

    @cached_property
    def people(self) -> pl.DataFrame:
        """Senders of the whole log, with who is an operator and who a robot; a relay is one too."""
        relaying = pl.col("who").is_in(self.relays["who"].implode())
        return self._declared.with_columns(pl.col("robot") | relaying)

    @cached_property
    def _declared(self) -> pl.DataFrame:
        """Senders of the whole log as the project, the export and the command line declare them."""
        return people.people(self.whole.messages, self.operators, self.robots, self.whole.called)

    @cached_property
    def relays(self) -> pl.DataFrame:
        """Senders who post what people of another network wrote, and that nobody declared (figures.relays)."""
        robots = self._declared.filter("robot")["who"].cast(pl.UInt32).implode()
        return self._all_relays.filter(~pl.col("who").is_in(robots))

    @cached_property
    def _all_relays(self) -> pl.DataFrame:
        """Those, and the declared ones."""
        share, least, names = (self.thresholds[f"relay.{name}"] for name in ("share", "least", "names"))
        senders = self._declared.with_columns(pl.lit(value=False).alias("robot"))
        return relays(self.whole.messages, senders, share=share, least=least, names=names)

    @cached_property
    def relayed(self) -> pl.Series:
        """When relays, declared or not, posted something in the period, in order: somebody elsewhere spoke."""
        by_relay = pl.col("sender").to_physical().cast(pl.UInt32).is_in(self._all_relays["who"].implode())
        return self.chat.messages.filter(by_relay & is_message())["local"].sort()

    @cached_property
    def talk(self) -> pl.DataFrame:
        """What people sent in the period."""
        return people.cut(people.talk(self.chat.messages, self.people), int(self.thresholds["message.longest"]))

    @cached_property
    def overlong_count(self) -> int:
        """How many messages are so long that only their beginning is looked at."""
        return people.overlong(self.chat.messages, int(self.thresholds["message.longest"]))

    @cached_property
    def conversation(self) -> Conversation:
        """What was said, as a conversation."""
        return conversation(self.talk, self.people, self.distinct)

    @cached_property
    def distinct(self) -> Distinct:
        """The distinct texts of what people sent: many parts look for something in all of them."""
        return Distinct(self.talk)

    @cached_property
    def attended(self) -> pl.DataFrame:
        """On which days of the period each person wrote (figures.attendance)."""
        return attendance.attendance(self.talk)

    @cached_property
    def speakers(self) -> pl.DataFrame:
        """Who spoke in the period, most messages first."""
        return members.speakers(self.talk, self.attended)

    @cached_property
    def message_count(self) -> int:
        """How many messages people sent, those without a sender included."""
        return people.count_messages(self.chat.messages, self.people)

    @cached_property
    def span(self) -> tuple[dt.datetime, dt.datetime] | None:
        """The first and last moment of the period; None where nothing happened in it."""
        return activity.span(self.chat.messages)

    @property
    def last(self) -> dt.datetime:
        """When the log ends; some moment where nothing happened in it."""
        return self.span[1] if self.span else dt.datetime(1970, 1, 1)  # noqa: DTZ001 - wall-clock time has no zone

    @cached_property
    def days(self) -> int:
        """Calendar days of the period that the files cover."""
        return activity.covered_days(self.chat.messages)

    @cached_property
    def messages_per_day(self) -> float:
        """Messages a calendar day."""
        return self.message_count / self.days if self.days else 0.0

    @cached_property
    def longest_silence(self) -> activity.Silence | None:
        """The longest time in which nobody wrote."""
        return activity.longest_silence(self.talk)

    @cached_property
    def too_little(self) -> str:
        """Why there is too little for a verdict; empty where there is enough."""
        if self.message_count < self.thresholds["audit.least_messages"]:
            return _("too few messages")
        return _("too few days") if self.days < self.thresholds["audit.least_days"] else ""

    def names_of(self, rows: pl.Series) -> list[str]:
        """Return who sent messages, by the name they use now; each once, who sent most of them first."""
        senders = rows.alias("row").to_frame().join(self.talk.select("row", "who"), on="row", maintain_order="left")
        often = senders.group_by("who", maintain_order=True).len().sort("len", descending=True, maintain_order=True)
        return often.join(self.people, on="who", maintain_order="left")["name"].to_list()

    def kept(self, rows: pl.Series) -> pl.Series:
        """Return as many of the rows as are kept as proof."""
        return rows if self.evidence is None else rows.head(self.evidence)

    def proof(
        self,
        rows: pl.Series,
        *,
        why: Mapping[int, str] | str = "",
        quotes: Mapping[int, str] | None = None,
        count: int | None = None,
    ) -> Proof:
        """Return the places where ``rows`` (of the messages of the period) stand in the files.

        ``why`` is said of each, or by row; ``quotes`` replaces what stands there, by row; ``count`` is how many
        places there are, where not all have a row.
        """
        shown = self._evidence(self.kept(rows), self.chat.messages)
        told = (
            replace(
                place,
                why=why if isinstance(why, str) else why.get(row, ""),
                quote=one_line((quotes or {}).get(row, place.quote), QUOTE),
            )
            for row, place in shown
        )
        return Proof(evidence=tuple(told), count=rows.len() if count is None else count)

    def proof_of_people(self, rows: pl.Series, names: Sequence[str], *, count: int) -> Proof:
        """Return the places where events (rows of the whole log) show people; ``names`` says whom each is about."""
        shown = self._evidence(self.kept(rows), self.whole.messages)
        told = (replace(place, who=name) for (_row, place), name in zip(shown, names, strict=False))
        return Proof(evidence=tuple(told), count=count)

    def _evidence(self, rows: pl.Series, messages: pl.DataFrame) -> Iterator[tuple[int, Evidence]]:
        wanted = messages[rows.to_list()].select("source", "line", "local", "name", "sender", "text")
        for row, (source, line, local, name, sender, text) in zip(rows, wanted.rows(), strict=True):
            file = self.chat.sources[source] if source < len(self.chat.sources) else ""
            yield row, Evidence(file=file, line=line, at=local, who=name or sender, quote=one_line(text or "", QUOTE))
