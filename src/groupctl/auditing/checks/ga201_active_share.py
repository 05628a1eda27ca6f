"""GA201: how many of the members took part lately."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import number, percent, share_in_words

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find a group in which too few take part."""
    members = subject.membership
    if members.why_unknown:
        return Skip(reason=members.why_unknown)
    share = members.active_share
    norm = subject.thresholds.for_platform("active_share", subject.platform)
    if share is None or CHECK.is_healthy(share, norm):
        return ()
    message = _("{active} of {members} known members spoke in the last {days} days ({share}; healthy from {norm} on)")
    message = message.format(
        active=number(members.active_count),
        members=number(members.current.height),
        days=number(subject.thresholds["active_share.window"]),
        share=percent(share),
        norm=percent(norm),
    )
    return (
        CHECK.missed(
            subject,
            message,
            figure=share,
            threshold=norm,
            unit="share",
            proof=subject.proof(members.fell_silent, why=_("the last message of somebody who used to write")),
            command="groupctl gameplay",
        ),
    )


def clause(subject: "Subject") -> str:
    """Say how many take part."""
    return _("{share} of the members took part in the last {days} days").format(
        share=share_in_words(subject.membership.active_share or 0),
        days=number(subject.thresholds["active_share.window"]),
    )


CHECK = AuditCheck(
    code="GA201",
    severity=Severity.MEDIUM,
    title=N_("Few members take part"),
    looks_at=N_("Distinct speakers in the last 30 days of the log, of all known members."),
    why=N_("A group in which only a handful speaks is an audience: it falls silent as soon as they are busy."),
    example=N_("A WeChat group of 200 in which 14 people wrote last month."),
    instead=N_("Give people a fixed occasion to speak: a question hour, a check-in, a case of the week."),
    thresholds=("active_share.wechat", "active_share.qq", "active_share.default", "active_share.window"),
    at_least=True,
    run=enough(run),
    clause=clause,
)
