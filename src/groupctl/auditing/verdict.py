"""The verdict: one sentence that an operator could say to a colleague."""

from collections.abc import Sequence

from groupctl.auditing.check import AuditCheck, AuditFinding
from groupctl.facts.subject import Subject
from groupctl.figures.named import Figures
from groupctl.i18n import _, ngettext
from groupctl.wording import number

CLAUSES = 3
FEW = 0.1
"""Where so few of the speakers wrote more than half of everything, the verdict says so."""


def verdict(subject: Subject, figures: Figures, checks: Sequence[AuditCheck], findings: Sequence[AuditFinding]) -> str:
    """Return the verdict: what carries the group, and the most urgent of what was found."""
    if subject.too_little:
        return _too_little(subject)
    by_code = {check.code: check for check in checks}
    found = dict.fromkeys(finding.code for finding in findings)
    clauses = [check.clause(subject) for code in found if (check := by_code.get(code)) and check.clause]
    if not clauses:
        return _("Nothing in this log is out of order.")
    return _sentence([*_carried_by(figures), *clauses][:CLAUSES])


def _too_little(subject: Subject) -> str:
    table = subject.thresholds
    seen = ngettext("{messages} message", "{messages} messages", subject.message_count)
    days = ngettext("{days} day", "{days} days", subject.days)
    text = _("This is too little for a verdict: {messages} over {days}; it takes {least} messages over {span} days.")
    return text.format(
        messages=seen.format(messages=number(subject.message_count)),
        days=days.format(days=subject.days),
        least=number(table["audit.least_messages"]),
        span=number(table["audit.least_days"]),
    )


def _carried_by(figures: Figures) -> list[str]:
    few, speakers = int(figures["half_written_by"] or 0), figures["speakers"] or 0
    if not few or few > speakers * FEW:
        return []
    return [
        ngettext("{count} person writes half of it all", "{count} people write half of it all", few).format(count=few)
    ]


def _sentence(clauses: Sequence[str]) -> str:
    text, *more = clauses
    for clause in more[:-1]:
        text = _("{first}, {second}").format(first=text, second=clause)
    if more:
        text = _("{first}, and {last}").format(first=text, last=more[-1])
    return _("{sentence}.").format(sentence=text[:1].upper() + text[1:])
