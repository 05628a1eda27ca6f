"""GA602: whether slots take place at hours when somebody is there."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.auditing.slots import at_another_hour, figures_of, posts_of
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import percent, quoted

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterator[Finding] | Skip:
    """Find slots that draw nobody at an hour at which nobody is there."""
    if subject.slots.why_unjudged:
        return Skip(reason=subject.slots.why_unjudged)
    return _findings(subject)


def _findings(subject: "Subject") -> Iterator[Finding]:
    least, best = subject.thresholds["gameplay.hour_least"], subject.slots.best_hour
    for one in subject.slots.at_empty_hours:
        message = _("{slot}: {figures}; of the members who speak at {hour}:00, the liveliest hour, {there} are there")
        if not one.there:
            message = _("{slot}: {figures}; the liveliest hour is {hour}:00")
        yield CHECK.found(
            message.format(slot=quoted([one.name]), figures=figures_of(one), there=percent(one.there), hour=best),
            about=one.name,
            urgency=1 + (least - one.there),
            figure=one.there,
            threshold=least,
            unit="share",
            proof=posts_of(subject, one),
            command=at_another_hour(one.slot, best),
        )


def clause(subject: "Subject") -> str:
    """Say which slots take place when nobody is there."""
    names = quoted([one.name for one in subject.slots.at_empty_hours])
    return _("{slots} comes when hardly anybody is there").format(slots=names)


CHECK = AuditCheck(
    code="GA602",
    severity=Severity.MEDIUM,
    title=N_("A slot at an hour when nobody is there"),
    looks_at=N_(
        "For slots after which no more members speak than without them: how many members usually speak at that hour, "
        "against the liveliest hour from 7 to 22 o'clock."
    ),
    why=N_("The best case of the week is not read at an hour at which nobody looks; by evening it is far up."),
    example=N_("A bulletin at 8:00 while most members write at 21:00; after it 0.2 members say something."),
    instead=N_("Try it four times at the hour the command names; if it draws nobody there either, change what it is."),
    thresholds=(
        "gameplay.hour_least",
        "gameplay.window",
        "gameplay.least_held",
        "gameplay.speakers_least",
        "gameplay.response_more",
    ),
    run=enough(run),
    clause=clause,
)
