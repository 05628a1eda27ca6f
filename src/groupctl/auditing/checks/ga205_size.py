"""GA205: whether the group has a size at which it can live."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough, miss
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import number, percent

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find a group that is thin and quiet, or too big to be lively or looked after."""
    members = subject.membership
    if members.why_unknown:
        return Skip(reason=members.why_unknown)
    count = members.current.height
    return tuple(filter(None, [_thin(subject, count) or _too_big(subject, count)]))


def _thin(subject: "Subject", count: int) -> Finding | None:
    least, alive = subject.thresholds["size.thin"], subject.thresholds["messages_per_day.least"]
    if count >= least or subject.messages_per_day >= alive:
        return None
    message = _("{count} members (below {least} a group is thin) and {rate} messages a day")
    return CHECK.found(
        message.format(count=number(count), least=number(least), rate=number(subject.messages_per_day)),
        figure=count,
        threshold=least,
        unit="count",
        urgency=miss(count, least, at_least=True),
        remedy=_(
            "Invite those whom the members would bring themselves, or join forces with a group of the same purpose."
        ),
        command="groupctl render invitation_friend --blanks",
    )


def _too_big(subject: "Subject", count: int) -> Finding | None:
    """Find more members than a team can look after (business side), or than keep a group lively when few write."""
    table = subject.thresholds
    business = subject.project is not None and subject.project.group.side == "b"
    most = table["size.b.most"] if business else table.get(f"size.healthy.{subject.platform}")
    norm = table.for_platform("active_share", subject.platform)
    quiet = (subject.membership.active_share or 0) < norm
    if most is None or count <= most or not (business or quiet):
        return None
    message = (
        _("{count} members; one team can look after {most} of a group for businesses")
        if business
        else _("{count} members, of whom {share} wrote lately; up to {most} a group stays lively")
    )
    share = percent(subject.membership.active_share or 0)
    return CHECK.found(
        message.format(count=number(count), most=number(most), share=share),
        figure=count,
        threshold=most,
        unit="count",
        urgency=miss(count, most),
        command=subject.command.replace("groupctl audit", "groupctl tiers", 1),
    )


def clause(_subject: "Subject") -> str:
    """Say that the size is wrong."""
    return _("its size works against it")


CHECK = AuditCheck(
    code="GA205",
    severity=Severity.LOW,
    title=N_("Its size works against it"),
    looks_at=N_(
        "The members that the log or the roster shows, against the size at which groups of this kind live. A small "
        "group counts only if it is quiet too, a big one for consumers only if few take part."
    ),
    why=N_(
        "In a thin group every silence is heard; in a crowd nobody feels meant. Small is no illness: groups of sixty "
        "have lived for years."
    ),
    example=N_("A WeChat group of 430 in which 8 % wrote last month."),
    instead=N_("See who takes part, and give those a smaller group, or let the silent ones go after a word of notice."),
    thresholds=("size.thin", "size.b.most", "size.healthy.wechat", "size.healthy.qq"),
    run=enough(run),
    clause=clause,
)
