"""GA301: how much of the talk is the operators'."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import percent, share_in_words

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find operators who write too much of everything."""
    steering = subject.steering
    if steering.why_unknown:
        return Skip(reason=steering.why_unknown)
    share, norm = steering.share or 0.0, subject.thresholds["operator_share.most"]
    if CHECK.is_healthy(share, norm):
        return ()
    message = _("the operators wrote {share} of all messages (healthy up to {norm})")
    return (
        CHECK.missed(
            subject,
            message.format(share=percent(share), norm=percent(norm)),
            figure=share,
            threshold=norm,
            unit="share",
            command="groupctl render role --blanks",
        ),
    )


def clause(subject: "Subject") -> str:
    """Say how much of the talk is the operators'."""
    return _("{share} of what is said comes from the operators").format(
        share=share_in_words(subject.steering.share or 0)
    )


CHECK = AuditCheck(
    code="GA301",
    severity=Severity.MEDIUM,
    title=N_("The operators do most of the talking"),
    looks_at=N_("The operators' share of all messages; robots are left out."),
    why=N_("Members come to be with each other; a group that only the owner feeds dies of the owner's first holiday."),
    example=N_("Of 1,000 messages the owner and two helpers wrote 620."),
    instead=N_("Hand parts over: let members answer first, and give those who do a title and a task."),
    thresholds=("operator_share.most",),
    run=enough(run),
    clause=clause,
)
