"""GA360: whether questions go unanswered at certain hours."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.auditing.slots import declaring
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import listed, number, percent

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find the part of the day in which questions stay open."""
    if not subject.asking.judged_count:
        return Skip(reason=_("members asked the group nothing"))
    worst = subject.watch.worst
    if worst is None:
        return ()
    names = subject.watch.there_at(worst.first)
    message = _(
        "from {first}:00 to {last}:00 {unanswered} of {asked} questions got no answer ({share}; at other hours {other})"
    ).format(
        first=worst.first,
        last=worst.last,
        unanswered=number(worst.unanswered),
        asked=number(worst.asked),
        share=percent(worst.share),
        other=percent(worst.elsewhere),
    )
    if names:
        who = _("often there at that time: {names}").format(names=listed(names))
        message = _("{message}; {more}").format(message=message, more=who)
    urgency = worst.share / max(worst.elsewhere, 0.05)
    topic = next(iter(subject.project.positioning.topics), "") if subject.project else ""
    host = [("host", names[0])] if names else []
    return (
        CHECK.missed(
            subject,
            message,
            severity=None if worst.elsewhere else Severity.MEDIUM,
            urgency=urgency,
            figure=worst.share,
            threshold=worst.elsewhere,
            unit="share",
            proof=subject.proof(worst.rows),
            command=declaring("qa", f"0 {worst.first} * * *", topic, host),
        ),
    )


def clause(subject: "Subject") -> str:
    """Say at which hours questions stay open."""
    worst = subject.watch.worst
    return _("questions asked from {first}:00 to {last}:00 stay open").format(
        first=worst.first if worst else 0, last=worst.last if worst else 0
    )


CHECK = AuditCheck(
    code="GA360",
    severity=Severity.MEDIUM,
    title=N_("Hours at which questions go unanswered"),
    looks_at=N_(
        "Parts of the day of three hours: the share of questions that nobody answered, where it is well above that of "
        "all other hours and more than chance; and who is most often there at that time."
    ),
    why=N_("Most open questions are no lack of knowledge but a gap in the watch: nobody looks when they are asked."),
    example=N_("From 21 to 24 o'clock 9 of 14 questions stay open, at other hours one in ten."),
    instead=N_("Ask one of those who are there anyway to look in at these hours, and say so to the group."),
    thresholds=("questions.hours_least", "questions.window"),
    most_urgent="urgency.most",
    run=enough(run),
    clause=clause,
)
