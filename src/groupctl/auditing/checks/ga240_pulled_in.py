"""GA240: symptom S1, pulled in by a benefit, then silent or gone."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _, ngettext
from groupctl.wording import number, percent, share_in_words

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find newcomers who spoke up at once and never again, or left."""
    arriving, table = subject.arriving, subject.thresholds
    if arriving.why_unknown:
        return Skip(reason=arriving.why_unknown)
    share, count = arriving.lost_share, arriving.stays.height
    if share is None or count < table["newcomers.least"]:
        return Skip(reason=_("too few came to say anything about them"))
    norm = table["newcomers.lost_most"]
    if CHECK.is_healthy(share, norm):
        return ()
    lost = arriving.lost
    rows = subject.pace.last_messages(lost.drop_nulls("who").reverse()["who"])
    return (
        CHECK.missed(
            subject,
            _summary(subject),
            figure=share,
            threshold=norm,
            unit="share",
            proof=subject.proof(rows, why=_("the last message of a newcomer"), count=lost.height),
            command="groupctl render icebreaker --blanks",
        ),
    )


def _summary(subject: "Subject") -> str:
    arriving, table = subject.arriving, subject.thresholds
    lost = arriving.lost
    message = _(
        "{lost} of {count} who came wrote in their first {early} days and then nothing for {days} days, or left "
        "({share}; healthy up to {norm})"
    ).format(
        lost=number(lost.height),
        count=number(arriving.stays.height),
        early=number(table["newcomers.early"]),
        days=number(table["newcomers.lost_within"]),
        share=percent(arriving.lost_share or 0),
        norm=percent(table["newcomers.lost_most"]),
    )
    beside = arriving.lost_beside(subject.benefits.given["local"])
    if not beside:
        return message
    more = ngettext(
        "{count} of them came within two days of a red packet or a gift",
        "{count} of them came within two days of a red packet or a gift",
        beside,
    )
    return _("{message}; {more}").format(message=message, more=more.format(count=number(beside)))


def clause(subject: "Subject") -> str:
    """Say how many newcomers do not stay."""
    return _("{share} of those who come are silent or gone two weeks later").format(
        share=share_in_words(subject.arriving.lost_share or 0)
    )


CHECK = AuditCheck(
    code="GA240",
    severity=Severity.MEDIUM,
    title=N_("Pulled in, then silent or gone (S1)"),
    looks_at=N_(
        "Everybody who came early enough for the log to show their first weeks: who wrote in the first two days and "
        "nothing in the two weeks after, and who left in that time."
    ),
    why=N_("A benefit brings people in once; only something that comes again keeps them."),
    example=N_("Sixty came for the free sample, said “done” and were never seen again."),
    instead=N_(
        "Give them a reason to come back: a fixed slot in their first week, and a first task that is quickly done."
    ),
    thresholds=("newcomers.early", "newcomers.lost_within", "newcomers.lost_most", "newcomers.least"),
    run=enough(run),
    clause=clause,
)
