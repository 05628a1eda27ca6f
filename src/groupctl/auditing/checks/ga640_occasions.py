"""GA640: whether occasions are honoured on their day."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _, ngettext
from groupctl.project.days import occasion_name

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find declared occasions that passed without a word."""
    ties = subject.ties
    if ties.why_unknown:
        return Skip(reason=ties.why_unknown)
    count, due = len(ties.missed), len(ties.due)
    if not count:
        return ()
    days = _(", ").join(
        _("{title} ({day})").format(title=occasion_name(occasion) or occasion.text, day=day)
        for day, occasion in ties.missed
    )
    message = ngettext(
        "{count} of {due} occasion passed without a word: {days}",
        "{count} of {due} occasions passed without a word: {days}",
        due,
    )
    return (
        CHECK.found(
            message.format(count=count, due=due, days=days),
            urgency=1 + count / due,
            figure=count,
            threshold=0,
            unit="count",
            command="groupctl render occasion --blanks",
        ),
    )


def clause(_subject: "Subject") -> str:
    """Say that occasions pass."""
    return _("occasions pass without a word")


CHECK = AuditCheck(
    code="GA640",
    severity=Severity.LOW,
    title=N_("Occasions that passed without a word"),
    looks_at=N_(
        "The project's occasions (fixed dates, days of the Chinese calendar, public holidays), and whether anybody, "
        "robots included, named them or wished something on that day."
    ),
    why=N_(
        "A birthday of the group or a festival that everybody lets pass says that this is a channel and no company."
    ),
    example=N_("The group turned one on the third of May; the day's only message was a price list."),
    instead=N_("Write a line now, late or not, and put the next occasion into the calendar."),
    run=run,
    clause=clause,
)
