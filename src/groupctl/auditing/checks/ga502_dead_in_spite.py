"""GA502: symptom S5, dead in spite of red packets and material."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import number, percent

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find benefits after which nobody speaks who did not speak before."""
    benefits = subject.benefits
    if benefits.why_unjudged:
        return Skip(reason=benefits.why_unjudged)
    before, after = benefits.speakers_before or 0.0, benefits.speakers_after or 0.0
    share, norm = benefits.response_share or 0.0, subject.thresholds["benefits.response"]
    if after > before or share >= norm:
        return ()
    judged = benefits.judged
    flat = judged.filter(judged["after"] <= judged["before"]).sort("row", descending=True)
    why = {
        row: _(
            "{before} members spoke in the {hours} hours before, {after} said more than thanks in the {hours} after"
        ).format(before=number(was), after=number(is_now), hours=number(subject.thresholds["benefits.window"]))
        for row, was, is_now in flat.select("row", "before", "after").iter_rows()
    }
    return (
        CHECK.missed(
            subject,
            _message(subject, before, after, share, norm),
            severity=CHECK.severity,
            figure=share,
            threshold=norm,
            unit="share",
            proof=subject.proof(flat["row"], why=why),
            command="groupctl render activity --blanks",
        ),
    )


def _message(subject: "Subject", before: float, after: float, share: float, norm: float) -> str:
    return _(
        "{count} benefits, and in the {hours} hours after one {after} members say more than thanks, {before} "
        "spoke in the hours before "
        "({share} of the group; healthy from {norm} on)"
    ).format(
        count=number(subject.benefits.judged.height),
        hours=number(subject.thresholds["benefits.window"]),
        after=number(after),
        before=number(before),
        share=percent(share),
        norm=percent(norm),
    )


def clause(_subject: "Subject") -> str:
    """Say that benefits do nothing."""
    return _("benefits bring nobody to talk")


CHECK = AuditCheck(
    code="GA502",
    severity=Severity.MEDIUM,
    title=N_("Dead in spite of benefits"),
    looks_at=N_(
        "Distinct members who speak in the hours before each benefit, and who say more than thanks in the hours "
        "after. Operators are left out."
    ),
    why=N_(
        "One of the six symptoms of a dying group: it pays for silence. More benefits bring more people who come "
        "for them."
    ),
    example=N_("Six red packets in a month: opened within the minute, “thank you boss”, and nothing more."),
    instead=N_(
        "Stop paying for presence. Give for a contribution (an answer, a picture, a review) and give members a "
        "new reason to come."
    ),
    thresholds=("benefits.window", "benefits.least", "benefits.response"),
    at_least=True,
    most_urgent="urgency.slow_most",
    run=enough(run),
    clause=clause,
)
