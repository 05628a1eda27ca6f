"""The health table: the figures that have a norm, beside it and beside what they were before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from groupctl.facts.subject import Subject
from groupctl.figures.named import Figures
from groupctl.i18n import N_, _

GOOD, UNKNOWN = "good", "unknown"


@dataclass(frozen=True, kw_only=True)
class Vital:
    """One row of the table as it is declared."""

    figure: str
    title: str
    unit: str
    code: str = ""
    """The check that judges it; empty where a figure has no norm."""
    threshold: str = ""
    """Name in the table of thresholds."""
    at_least: bool = False


VITALS = (
    Vital(
        figure="active_share",
        code="GA201",
        title=N_("active share"),
        unit="share",
        threshold="active_share",
        at_least=True,
    ),
    Vital(
        figure="never_spoke_share", code="GA210", title=N_("never spoke"), unit="share", threshold="never_spoke.most"
    ),
    Vital(
        figure="answered_share",
        code="GA305",
        title=N_("answered"),
        unit="share",
        threshold="questions.answered",
        at_least=True,
    ),
    Vital(
        figure="first_answer_seconds",
        code="GA311",
        title=N_("first answer"),
        unit="seconds",
        threshold="first_answer.most",
    ),
    Vital(
        figure="first_reply_share",
        code="GA221",
        title=N_("newcomers replied to"),
        unit="share",
        threshold="newcomers.first_reply",
        at_least=True,
    ),
    Vital(
        figure="newcomers_greeted_share",
        code="GA220",
        title=N_("newcomers greeted"),
        unit="share",
        threshold="newcomers.greeted",
        at_least=True,
    ),
    Vital(
        figure="operator_share", code="GA301", title=N_("operator share"), unit="share", threshold="operator_share.most"
    ),
    Vital(figure="monologue_share", code="GA302", title=N_("in monologues"), unit="share", threshold="monologue.most"),
    Vital(
        figure="posts_unanswered_share",
        code="GA310",
        title=N_("posts without reply"),
        unit="share",
        threshold="posts.unanswered_most",
    ),
    Vital(
        figure="topic_days",
        code="GA312",
        title=N_("days with a topic"),
        unit="days",
        threshold="topic_days.least",
        at_least=True,
    ),
    Vital(figure="expert_days", code="GA314", title=N_("days with an expert"), unit="days"),
    Vital(
        figure="messages_per_day",
        code="GA202",
        title=N_("messages a day"),
        unit="per_day",
        threshold="messages_per_day.least",
        at_least=True,
    ),
    Vital(
        figure="on_topic_share",
        code="GA350",
        title=N_("on topic"),
        unit="share",
        threshold="topics.on_topic_least",
        at_least=True,
    ),
    Vital(
        figure="benefits_gap_days",
        code="GA501",
        title=N_("days without a benefit"),
        unit="count",
        threshold="benefits.gap_most",
    ),
    Vital(figure="adverts", code="GA402", title=N_("advertisements"), unit="count", threshold="adverts.most"),
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
    """``good``, ``low``, ``medium`` or ``high`` (how badly the norm is missed), ``unknown`` where nobody can say."""
    before: tuple[float, ...] = ()
    """The figure in earlier audits, the oldest first."""


def health(
    subject: Subject, figures: Figures, states: Mapping[str, str], earlier: Sequence[Figures] = ()
) -> tuple[HealthRow, ...]:
    """Return the table.

    ``states`` gives how badly a norm is missed, or that it is met, by code of the check that judges it; ``earlier``
    the figures of earlier audits, the oldest first.
    """
    return tuple(_row(subject, vital, figures, states, earlier) for vital in VITALS)


def _row(
    subject: Subject, vital: Vital, figures: Figures, states: Mapping[str, str], earlier: Sequence[Figures]
) -> HealthRow:
    return HealthRow(
        figure=vital.figure,
        title=_(vital.title),
        unit=vital.unit,
        value=figures[vital.figure],
        norm=_norm(subject, vital),
        at_least=vital.at_least,
        state=states.get(vital.code, UNKNOWN),
        before=tuple(past for one in earlier if (past := one.get(vital.figure)) is not None),
    )


def _norm(subject: Subject, vital: Vital) -> float | None:
    if vital.threshold == "active_share":
        return subject.thresholds.for_platform("active_share", subject.platform)
    if vital.threshold == "messages_per_day.least" and subject.membership.is_small:
        return None
    return subject.thresholds[vital.threshold] if vital.threshold else None
