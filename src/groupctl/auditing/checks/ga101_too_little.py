"""GA101: whether the log is long enough for a verdict."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck
from groupctl.findings import Finding, Severity
from groupctl.i18n import N_, _
from groupctl.wording import number

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterator[Finding]:
    """Find a log that is too short."""
    table = subject.thresholds
    if subject.message_count < table["audit.least_messages"]:
        message = _("messages: {count}; a verdict takes {least}")
        figure, least = subject.message_count, table["audit.least_messages"]
        yield CHECK.found(
            message.format(count=number(figure), least=number(least)), figure=figure, threshold=least, unit="count"
        )
    elif subject.days < table["audit.least_days"]:
        message = _("days: {count}; a verdict takes {least}")
        figure, least = subject.days, table["audit.least_days"]
        yield CHECK.found(
            message.format(count=number(figure), least=number(least)), figure=figure, threshold=least, unit="days"
        )


CHECK = AuditCheck(
    code="GA101",
    severity=Severity.LOW,
    title=N_("Too little for a verdict"),
    looks_at=N_("How many messages the log holds, and how many days it spans."),
    why=N_("In a few dozen messages one talkative evening looks like a way of life; shares and medians say nothing."),
    example=N_("Twelve messages from one afternoon."),
    instead=N_("Export a longer stretch, or come back when the group has been open for some weeks."),
    thresholds=("audit.least_messages", "audit.least_days"),
    run=run,
)
