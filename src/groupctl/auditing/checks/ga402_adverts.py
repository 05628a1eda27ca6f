"""GA402: messages that look like advertisements."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck
from groupctl.auditing.notices import notice_under, rule_says
from groupctl.findings import Finding, Severity
from groupctl.i18n import N_, _, ngettext
from groupctl.wording import number

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterator[Finding]:
    """Find what looks like advertisements."""
    table = subject.thresholds
    seen = subject.advertising
    count, most = seen.found.height, table["adverts.most"]
    if count <= most:
        return
    a_month = count / max(subject.days / 30, 1)
    yield CHECK.found(
        _summary(subject, count),
        severity=Severity.HIGH if a_month >= table["adverts.serious"] else Severity.MEDIUM,
        urgency=1 + a_month / table["adverts.serious"],
        figure=count,
        threshold=most,
        unit="count",
        proof=subject.proof(
            seen.heaviest_first, why=seen.reasons(subject.kept(seen.heaviest_first)), quotes=seen.joined
        ),
        command=_command(subject),
    )


def _summary(subject: "Subject", count: int) -> str:
    messages = ngettext(
        "{count} message looks like an advertisement", "{count} messages look like advertisements", count
    ).format(count=number(count))
    senders = len(subject.advertising.senders)
    people = ngettext("posted by {count} person", "posted by {count} people", senders).format(count=number(senders))
    rule = subject.advertising.rule
    none = _("the project has no rule about it") if subject.project else ""
    said = rule_says(rule) if rule else none
    summary = messages
    for more in filter(None, [people, said]):
        summary = _("{message}; {more}").format(message=summary, more=more)
    return summary


def _command(subject: "Subject") -> str:
    return notice_under(subject.advertising.rule, subject.advertising.senders[0], "ads")


def clause(subject: "Subject") -> str:
    """Say how many messages look like advertisements."""
    count = subject.advertising.found.height
    return ngettext(
        "{count} message looks like an advertisement", "{count} messages look like advertisements", count
    ).format(count=number(count))


CHECK = AuditCheck(
    code="GA402",
    severity=Severity.MEDIUM,
    title=N_("Looks like advertisements"),
    looks_at=N_(
        "Contact details, invitation links, promises and calls to act in members' messages. Each signal has a weight; "
        "soft ones need a second. Operators' announcements, copies of them, quotes and forwards are left out."
    ),
    why=N_(
        "Advertisements several times a day drive members out faster than anything else, and one that stays draws "
        "the next."
    ),
    example=N_("“Earn 500 a day from home, add WeChat abc123”, posted by somebody who joined an hour ago."),
    instead=N_("Read them first. Say what the rules say about it, remind those concerned, and remove whoever goes on."),
    thresholds=("adverts.weight", "adverts.most", "adverts.serious"),
    run=run,
    clause=clause,
    incidents=True,
)
