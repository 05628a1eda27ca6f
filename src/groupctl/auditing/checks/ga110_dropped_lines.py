"""GA110: whether lines of the export could not be read."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck
from groupctl.findings import Evidence, Finding, Severity
from groupctl.i18n import N_, _
from groupctl.wording import number, percent

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterator[Finding]:
    """Find files with lines that belong to nothing we know."""
    table = subject.thresholds
    for report in subject.chat.reports:
        share = report.dropped / report.lines if report.lines else 0.0
        if share <= table["dropped_lines.most"]:
            continue
        examples = tuple(
            Evidence(file=report.file, line=example.line, quote=example.text) for example in report.dropped_examples
        )
        message = _("{count} of {lines} lines of {file} are in no form that we know ({share})")
        yield CHECK.found(
            message.format(
                count=number(report.dropped), lines=number(report.lines), file=report.file, share=percent(share)
            ),
            severity=Severity.MEDIUM if share > table["dropped_lines.serious"] else Severity.LOW,
            figure=share,
            threshold=table["dropped_lines.most"],
            unit="share",
            evidence=examples,
            evidence_count=report.dropped,
        )


CHECK = AuditCheck(
    code="GA110",
    severity=Severity.LOW,
    title=N_("Lines that could not be read"),
    looks_at=N_("Lines of the export that are neither a message nor part of one."),
    why=N_("What was not read is missing from every figure; a report that kept quiet about it would mislead you."),
    example=N_("An export that somebody edited, or that was put together from two programs."),
    instead=N_("Export the chat again without editing it; groupctl formats lists what is read and how to export it."),
    thresholds=("dropped_lines.most", "dropped_lines.serious"),
    run=run,
)
