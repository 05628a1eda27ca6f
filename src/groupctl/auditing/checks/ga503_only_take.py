"""GA503: members who are seen at benefits and at no other time."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _, ngettext
from groupctl.wording import number, percent

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find members who come for the benefits alone."""
    benefits = subject.benefits
    if benefits.occasions.height < subject.thresholds["benefits.taker_times"]:
        return Skip(reason=benefits.why_unjudged or _("too few benefits"))
    only = benefits.only_take
    share = only.height / max(subject.speakers.height, 1)
    if only.is_empty() or share < subject.thresholds["benefits.takers_most"]:
        return ()
    why = {
        row: ngettext(
            "{count} message in all, each soon after one of {times} benefits",
            "{count} messages in all, each soon after one of {times} benefits",
            count,
        ).format(count=number(count), times=number(times))
        for row, count, times in only.select("row", "messages", "occasions").iter_rows()
    }
    return (
        CHECK.found(
            _("{what} ({share} of those who ever spoke)").format(what=clause(subject), share=percent(share)),
            urgency=1 + share,
            figure=only.height,
            threshold=0,
            unit="count",
            proof=subject.proof(only["row"], why=why),
            command="groupctl render icebreaker --blanks",
        ),
    )


def clause(subject: "Subject") -> str:
    """Say how many were seen at benefits only."""
    count = subject.benefits.only_take.height
    return ngettext(
        "{count} member wrote at benefits and at no other time",
        "{count} members wrote at benefits and at no other time",
        count,
    ).format(count=number(count))


CHECK = AuditCheck(
    code="GA503",
    severity=Severity.LOW,
    title=N_("Seen at benefits only"),
    looks_at=N_("Members all of whose messages stand soon after a benefit, at two benefits or more."),
    why=N_("They cost what others would have earned, and make every benefit look like a success."),
    example=N_("“1”, “1”, “thank you boss”: three messages in six weeks, each within minutes of a giveaway."),
    instead=N_(
        "Greet them once by name with a question. Give the next benefit for something that takes a minute of work."
    ),
    thresholds=("benefits.taker_within", "benefits.taker_times", "benefits.takers_most"),
    run=enough(run),
)
