"""What a report page holds, whoever draws it: one form for audit, check and tiers, drawn as HTML or as Markdown.

Every text in it is plain: strangers' names and words are cleaned of control codes, and escaped where they are drawn.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup

from groupctl.display import one_line, printable
from groupctl.findings import Evidence, Finding
from groupctl.i18n import N_, _
from groupctl.report.charts import Chart

NAME = 40
"""Characters of a name; longer ones are cut, so that nobody's name fills a page."""

SYMBOLS = {"good": "✓", "medium": "!", "high": "✗", "low": "·", "unknown": "–"}
STATES = {
    "good": N_("fine"),
    "low": N_("a little off"),
    "medium": N_("off"),
    "high": N_("far off"),
    "unknown": N_("not known"),
}
LABELS = {
    "verdict": N_("Verdict"),
    "first": N_("Do first"),
    "health": N_("Health"),
    "now": N_("now"),
    "before": N_("before"),
    "norm": N_("norm"),
    "charts": N_("The group in pictures"),
    "findings": N_("Findings"),
    "members": N_("Members"),
    "reading": N_("How it was read"),
    "numbers": N_("The numbers"),
    "all": N_("The others"),
    "less": N_("less"),
    "more": N_("more"),
    "evidence": N_("Where it shows"),
    "nothing": N_("Nothing was found."),
}


@dataclass(frozen=True, kw_only=True)
class Vital:
    """One row of the health table."""

    title: str
    value: str
    norm: str
    state: str
    """A key of STATES; empty where there is no norm."""
    before: tuple[float, ...]
    """Earlier figures and the one of today, the oldest first; empty where there are none."""
    trend: Markup = field(default_factory=Markup)
    """The same as a picture."""

    @property
    def symbol(self) -> str:
        """A sign that needs no colour."""
        return SYMBOLS.get(self.state, "")

    @property
    def word(self) -> str:
        """The state in words."""
        return _(STATES[self.state]) if self.state else ""


@dataclass(frozen=True, kw_only=True)
class Proof:
    """One place that proves a finding."""

    place: str
    when: str = ""
    who: str = ""
    quote: str = ""
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Card:
    """One finding."""

    code: str
    title: str
    severity: str
    """A key of SYMBOLS; empty for a list that is no finding."""
    word: str
    """The severity in words."""
    message: str
    why: str = ""
    remedy: str = ""
    command: str = ""
    proofs: tuple[Proof, ...] = ()
    more: str = ""
    """How many places there are beside, and how to see them."""
    news: str = ""
    """What is new about it, where it is compared with an earlier audit."""
    deed: str = ""
    """How it stands among what to do first, where that is not its message."""

    @property
    def symbol(self) -> str:
        """A sign that needs no colour."""
        return SYMBOLS.get(self.severity, "")


@dataclass(frozen=True, kw_only=True)
class Listing:
    """A table of people or figures."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    texts: int = 1
    """How many columns, from the left, hold words; the others hold figures and line up to the right."""
    shown: int = 20
    """How many rows are shown at once; the others unfold."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """One report."""

    language: str
    kind: str
    """What it is, in a word or two: the audit of a group."""
    title: str
    """The group's name."""
    facts: tuple[str, ...]
    """What stands beside the name: platform, period, how much was read."""
    verdict: str
    cards: tuple[Card, ...]
    """Findings, what matters first on top."""
    first: int = 3
    """How many of them are what to do first."""
    vitals: tuple[Vital, ...] = ()
    unknown: str = ""
    """The figures that nobody can say, in one line: rows of dashes are no table."""
    charts: tuple[Chart, ...] = ()
    listings: tuple[Listing, ...] = ()
    reading: tuple[tuple[str, str], ...] = ()
    """How the files were read, and what else is to be known: label, text."""
    foot: str = ""
    labels: Mapping[str, str] = field(default_factory=lambda: {name: _(text) for name, text in LABELS.items()})

    @property
    def deeds(self) -> tuple[Card, ...]:
        """What to do first."""
        return self.cards[: self.first]

    @property
    def trend(self) -> bool:
        """Whether there is anything to compare with."""
        return any(vital.before for vital in self.vitals)


def proof(evidence: Evidence) -> Proof:
    """Return one place that proves a finding, its foreign texts made safe to show."""
    name = one_line(Path(evidence.file).name)
    return Proof(
        place=f"{name}:{evidence.line}" if evidence.line else name,
        when=f"{evidence.at:%Y-%m-%d %H:%M}" if evidence.at else "",
        who=one_line(evidence.who or "", NAME),
        quote=one_line(evidence.quote),
        why=one_line(evidence.why),
    )


def card(finding: Finding, why: str) -> Card:
    """Return the card of a finding; ``why`` says why it matters."""
    return Card(
        code=finding.code,
        title=finding.title,
        severity=finding.severity.key,
        word=finding.severity.title,
        message=printable(finding.message),
        why=_(why),
        remedy=printable(finding.remedy),
        command=printable(finding.command),
        proofs=tuple(proof(evidence) for evidence in finding.evidence if evidence.line or evidence.quote),
    )
