"""GA641: whether enough members have met."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import number, percent

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find a group in which hardly anybody has met."""
    ties, least = subject.ties, subject.thresholds["offline.least"]
    if ties.why_no_offline:
        return Skip(reason=ties.why_no_offline)
    share = ties.offline_share or 0.0
    if CHECK.is_healthy(share, least):
        return ()
    invited = subject.pace.last_messages(ties.to_invite["who"])
    return (
        CHECK.missed(
            subject,
            _message(subject, share),
            severity=CHECK.severity,
            figure=share,
            threshold=least,
            unit="share",
            proof=subject.proof(invited, why=_("writes a lot and never came to a meeting")),
            command="groupctl render activity --blanks",
        ),
    )


def _message(subject: "Subject", share: float) -> str:
    message = _("{share} of the members came to a meeting (a core is {least})").format(
        share=percent(share), least=percent(subject.thresholds["offline.least"])
    )
    came, rest = subject.ties.per_head
    if came is None or rest is None:
        return message
    more = _("those who came wrote {came} messages each in the last 30 days, the others {rest}")
    return _("{message}; {more}").format(message=message, more=more.format(came=number(came), rest=number(rest)))


def clause(_subject: "Subject") -> str:
    """Say that members are strangers."""
    return _("hardly anybody has met")


CHECK = AuditCheck(
    code="GA641",
    severity=Severity.LOW,
    title=N_("Hardly anybody has met"),
    looks_at=N_(
        "How many members came to a meeting, as the roster says, and how much they write beside those who never came."
    ),
    why=N_("Those who have met hold a group together: it is harder to leave people than to leave a list of names."),
    example=N_("Of 140 members six came to the one meeting; they write five times as much as the others."),
    instead=N_("Ask those who write most to an evening for ten, in the town where most of them live."),
    thresholds=("offline.least",),
    at_least=True,
    most_urgent="urgency.most",
    run=enough(run),
    clause=clause,
)
