"""The health table: the figures that have a norm, beside it and beside what they were before."""

from collections.abc import Sequence
from dataclasses import dataclass

from groupctl.auditing.check import graded, miss
from groupctl.auditing.subject import AuditSubject
from groupctl.auditing.summary import Figures
from groupctl.findings import Severity
from groupctl.i18n import N_, _

GOOD, UNKNOWN = "good", "unknown"


@dataclass(frozen=True, kw_only=True)
class Vital:
    """One row of the table as it is declared."""

    figure: str
    title: str
    unit: str
    threshold: str = ""
    """Name in the table of thresholds; empty where a figure has no norm."""
    at_least: bool = False


VITALS = (
    Vital(figure="active_share", title=N_("active share"), unit="share", threshold="active_share", at_least=True),
    Vital(figure="never_spoke_share", title=N_("never spoke"), unit="share", threshold="never_spoke.most"),
    Vital(figure="answered_share", title=N_("answered"), unit="share", threshold="questions.answered", at_least=True),
    Vital(figure="first_answer_seconds", title=N_("first answer"), unit="seconds"),
    Vital(figure="operator_share", title=N_("operator share"), unit="share", threshold="operator_share.most"),
    Vital(figure="monologue_share", title=N_("in monologues"), unit="share", threshold="monologue.most"),
    Vital(
        figure="messages_per_day",
        title=N_("messages a day"),
        unit="per_day",
        threshold="messages_per_day.least",
        at_least=True,
    ),
    Vital(figure="adverts", title=N_("advertisements"), unit="count", threshold="adverts.most"),
)


@dataclass(frozen=True, kw_only=True)
class HealthRow:
    """One figure with its norm."""

    figure: str
    title: str
    unit: str
    value: float | None
    norm: float | None = None
    at_least: bool = False
    state: str = UNKNOWN
    """``good``, ``medium`` or ``high`` (how badly the norm is missed), ``unknown`` where figure or norm is missing."""
    before: tuple[float, ...] = ()
    """The figure in earlier audits, the oldest first."""


def health(subject: AuditSubject, figures: Figures, earlier: Sequence[Figures] = ()) -> tuple[HealthRow, ...]:
    """Return the table; ``earlier`` holds the figures of earlier audits, the oldest first."""
    return tuple(_row(subject, vital, figures, earlier) for vital in VITALS)


def _row(subject: AuditSubject, vital: Vital, figures: Figures, earlier: Sequence[Figures]) -> HealthRow:
    value = figures[vital.figure]
    norm = _norm(subject, vital)
    return HealthRow(
        figure=vital.figure,
        title=_(vital.title),
        unit=vital.unit,
        value=value,
        norm=norm,
        at_least=vital.at_least,
        state=UNKNOWN if value is None or norm is None or subject.too_little else _state(value, norm, vital),
        before=tuple(past for one in earlier if (past := one.get(vital.figure)) is not None),
    )


def _norm(subject: AuditSubject, vital: Vital) -> float | None:
    if vital.threshold == "active_share":
        return subject.thresholds.for_platform("active_share", subject.platform)
    if vital.threshold == "messages_per_day.least" and subject.membership.is_small:
        return None
    return subject.thresholds[vital.threshold] if vital.threshold else None


def _state(value: float, norm: float, vital: Vital) -> str:
    if vital.figure == "adverts":
        return GOOD if value <= norm else Severity.MEDIUM.key
    urgency = miss(value, norm, at_least=vital.at_least)
    return GOOD if urgency <= 1 else graded(urgency).key
